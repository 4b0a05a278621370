"""A team's store in PostgreSQL: many write at once, some may only read, and what comes in bulk comes by COPY."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, event, text
from stories import told

from parsers import Article, InputError
from timeline import Timeline
from timeline.bulk import Plan, bulk
from timeline.report import write_report
from timeline.store.tables import metadata
from timeline.store.writing import add_article

WRITER = """
import sys
from timeline import Timeline
from stories import told
from timeline.store.writing import add_article

name, store = sys.argv[1:]
with Timeline.open(store) as timeline:
    for number in range(12):
        act = {"announced": f"2022-0{number % 3 + 1}-25", "quote": f"Sentence {number} of {name}."}
        for story in (told(f"{name}-{number}", act), told(f"common-{number}", {"imposer": "US", "announced": f"2022-05-{number + 1:02}"})):
            add_article(timeline._engine, *story)
"""


def at_once(commands: list[list[str]], root: Path) -> None:
    """Run Python programs side by side; each must succeed."""
    running = [subprocess.Popen([sys.executable, *command], cwd=root, stderr=subprocess.PIPE, text=True) for command in commands]
    for process in running:
        _, complaint = process.communicate()
        assert process.returncode == 0, complaint


def test_the_tables_are_those_that_the_code_uses(postgresql: Any) -> None:
    with Timeline.open(postgresql.database()) as timeline, timeline._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_several_who_create_one_store_at_once_all_get_it(postgresql: Any, root: Path) -> None:
    store = postgresql.database("template0")
    code = f"from timeline import Timeline; Timeline.open({store!r}).close()"
    at_once([["-c", code]] * 3, root)
    with Timeline.open(store) as timeline:
        assert timeline.summary()["events"] == 0


def test_several_writers_at_once_lose_nothing_and_double_nothing(postgresql: Any, root: Path) -> None:
    store, alone = postgresql.database(), postgresql.database()
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); exec({WRITER!r})"
    at_once([["-c", code, name, store] for name in ("a", "b", "c")], root)
    at_once([["-c", code, name, alone] for name in ("a",)], root)
    with Timeline.open(store) as timeline, Timeline.open(alone) as one:
        found, single = timeline.event_list(), one.event_list()
        assert len(timeline.articles()) == 3 * 12 + 12
        assert sorted((event.imposer, event.date) for event in found) == sorted((event.imposer, event.date) for event in single)
        assert sum(event.n_articles for event in found) == 3 * 12 + 12
        assert timeline.summary()["mentions"] == 3 * 12 + 12


@pytest.fixture
def reader(postgresql: Any) -> Callable[[str], str]:
    """The address of a store for somebody who may look at its tables and do nothing else."""

    def of(store: str) -> str:
        database = store.rsplit("/", 1)[1]
        engine = create_engine(store)
        with engine.begin() as connection:
            connection.execute(text(f"CREATE ROLE reader_{database} LOGIN PASSWORD 'look'"))
            connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_{database}"))
        engine.dispose()
        return str(postgresql.url(database, f"reader_{database}", "look"))

    return of


def test_who_may_only_read_gets_queries_and_the_report(postgresql: Any, reader: Callable[[str], str], tmp_path: Path) -> None:
    store = postgresql.database()
    with Timeline.open(store) as timeline:
        add_article(timeline._engine, *told("a", {"announced": "2022-02-25"}))
        wanted = [event.as_json() for event in timeline.event_list()]
        write_report(timeline.event_list(), timeline.articles(), tmp_path / "wanted.html")
    with Timeline.open(reader(store)) as timeline:
        assert [event.as_json() for event in timeline.event_list(imposer="JP")] == wanted
        assert (len(timeline.events()), timeline.summary()["events"], timeline.skipped(), len(timeline.runs())) == (1, 1, [], 1)
        timeline.report(tmp_path / "page.html")
        assert (tmp_path / "page.html").read_bytes() == (tmp_path / "wanted.html").read_bytes()
        with pytest.raises(InputError, match=r"b: could not be stored \(permission denied"):
            add_article(timeline._engine, *told("b", {"announced": "2022-02-26"}))


def test_who_may_only_read_makes_no_store_where_there_is_none(postgresql: Any, reader: Callable[[str], str]) -> None:
    with pytest.raises(InputError, match=r"the store cannot be opened \(permission denied"):
        Timeline.open(reader(postgresql.database("template0")))


def test_what_comes_in_bulk_comes_by_copy_and_is_what_sqlite_holds(postgresql: Any, tmp_path: Path) -> None:
    articles = [Article(id=f"a{n}", text=f"Japan froze the assets of bank {n} on {n % 28 + 1} March 2022.") for n in range(60)]
    store = postgresql.database()
    bulk(articles, tmp_path / "x.db", Plan(processes=1, work=tmp_path / "one"))
    bulk(articles, store, Plan(processes=1, work=tmp_path / "two"))
    with Timeline.open(store) as timeline, Timeline.open(tmp_path / "x.db") as reference:
        assert [one.as_json() for one in timeline.event_list()] == [one.as_json() for one in reference.event_list()]


def test_rows_go_by_copy_where_they_are_many(postgresql: Any) -> None:
    said: list[str] = []
    with Timeline.open(postgresql.database()) as timeline:
        event.listen(timeline._engine, "before_cursor_execute", lambda *given: said.append(given[2]))
        days = [{"announced": f"2022-03-{n + 1:02}", "instrument": "tariff"} for n in range(25)]
        add_article(timeline._engine, *told("a", *days))
        assert timeline.summary()["events"] == 25
    assert not any("INSERT INTO mentions" in statement for statement in said)


def test_a_restart_in_mid_append_costs_articles_a_clear_error_and_the_same_again_stores_them(postgresql: Any, corpus: Path) -> None:
    texts = sorted(corpus.glob("2022-0[3-5]*.txt"))
    with Timeline.open(postgresql.database()) as timeline, Timeline.open("sqlite://") as undisturbed:
        restarts = iter([3, 7])
        at = next(restarts)
        failed = []
        for number, path in enumerate(texts):
            if number == at:
                postgresql.restart()
                at = next(restarts, -1)
            failed += timeline.append(path).failures
        assert all("could not be stored" in error for _, error in failed)
        assert timeline.check() == []
        assert len(timeline.articles()) == len(texts) - len(failed)
        assert timeline.append(texts).failures == []
        undisturbed.append(texts)
        assert {one.digest for one in timeline.articles()} == {one.digest for one in undisturbed.articles()}
        assert timeline.summary() == undisturbed.summary()
        assert timeline.check() == []
