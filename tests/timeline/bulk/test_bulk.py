"""Bulk: the same bytes however many processes read, whatever stops or breaks it, and what ``append`` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from contents import faces
from spoilers import hostile

from parsers import Article, InputError
from timeline import Timeline
from timeline.bulk import Plan, bulk
from timeline.bulk.chunks import SIZE
from timeline.bulk.workers import AHEAD

Content = Callable[[Path], dict[str, bytes]]
ONE, TWO = Plan(processes=1), Plan(processes=2)


@pytest.fixture(scope="module")
def whole(many: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an undisturbed run gives."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    bulk(many, folder, ONE)
    return folder


def test_any_number_of_processes_gives_the_same_bytes(many: list[Article], whole: Path, tmp_path: Path, content: Content) -> None:
    result = bulk(many, tmp_path / "out", Plan(processes=3))
    assert (result.added, result.failures, result.resumed) == (110, [], 0)
    assert content(tmp_path / "out") == content(whole)


def test_a_store_filled_in_bulk_holds_what_append_gives(many: list[Article], tmp_path: Path) -> None:
    result = bulk(many, tmp_path / "bulk.db", TWO)
    with Timeline.open(tmp_path / "append.db") as timeline:
        appended = timeline.append(many)
        assert (result.mentions, result.skipped, result.events) == (appended.mentions, appended.skipped, timeline.summary()["events"])
    assert faces(tmp_path / "bulk.db") == faces(tmp_path / "append.db")
    assert not (tmp_path / "bulk.db.bulk").exists()


def test_bulk_on_top_of_what_is_there_gives_what_append_gives(many: list[Article], tmp_path: Path) -> None:
    corrected = many[5].model_copy(update={"text": many[6].text + " Corrected."})
    for part in (many[:60], [*many[40:], corrected]):
        bulk(part, tmp_path / "bulk.db", TWO)
        with Timeline.open(tmp_path / "append.db") as timeline:
            timeline.append(part)
    assert faces(tmp_path / "bulk.db") == faces(tmp_path / "append.db")


def test_the_same_again_changes_nothing(many: list[Article], tmp_path: Path, content: Content) -> None:
    bulk(many[:60], tmp_path / "out", TWO)
    before = content(tmp_path / "out")
    result = bulk(many[:60], tmp_path / "out", TWO)
    assert (result.added, result.unchanged, result.events - result.events_before) == (0, 60, 0)
    assert content(tmp_path / "out") == before


def until(many: list[Article], count: int) -> Iterator[Article]:
    yield from many[:count]
    raise KeyboardInterrupt


def test_a_run_that_is_stopped_while_it_reads_goes_on_there(many: list[Article], whole: Path, tmp_path: Path, content: Content) -> None:
    with pytest.raises(KeyboardInterrupt):
        bulk(until(many, 105), tmp_path / "out", TWO)
    result = bulk(many, tmp_path / "out", ONE)
    assert 0 <= result.resumed <= 100
    assert result.resumed % SIZE == 0
    assert content(tmp_path / "out") == content(whole)


@pytest.mark.parametrize("step", ["reading", "storing", "merging", "writing"])
def test_a_run_that_is_stopped_at_any_step_ends_the_same(
    many: list[Article], whole: Path, tmp_path: Path, content: Content, step: str
) -> None:
    def stop(name: str, *_: Any) -> None:
        if name == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bulk(many, tmp_path / "out", TWO, stop)
    result = bulk(many, tmp_path / "out", TWO)
    assert result.resumed == (SIZE if step == "reading" else 110)
    assert content(tmp_path / "out") == content(whole)


def test_an_article_that_kills_hangs_or_fails_costs_itself_alone(many: list[Article], whole: Path, tmp_path: Path) -> None:
    bad = [hostile("deadly"), hostile("endless"), hostile("broken")]
    result = bulk([*many[:108], *bad, *many[108:]], tmp_path / "out", Plan(processes=2, limit=10))
    reasons = dict(result.failures)
    assert list(reasons) == ["deadly", "endless", "broken"]
    assert "broke the process that read it" in reasons["deadly"]
    assert "took longer than 10 seconds" in reasons["endless"]
    assert "the parser failed (RuntimeError: no such luck)" in reasons["broken"]
    assert result.added == 110
    assert faces(tmp_path / "out" / "_timeline.db") == faces(whole / "_timeline.db")


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(many: list[Article], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = bulk([tmp_path / "empty.txt", many[0], tmp_path / "nowhere.txt"], tmp_path / "x.db", ONE)
    assert [Path(name).name for name, _ in result.failures] == ["empty.txt", "nowhere.txt"]
    assert result.added == 1


def test_no_more_is_held_than_the_workers_need(many: list[Article], tmp_path: Path) -> None:
    drawn, done, most = 0, 0, 0

    def stream() -> Iterator[Article]:
        nonlocal drawn, most
        for round_ in range(8):
            for article in many:
                drawn += 1
                most = max(most, drawn - done)
                yield article.model_copy(update={"id": f"{article.id}-{round_}", "text": f"Round {round_}. Nothing of note."})

    def count(step: str, number: int, _: int | None) -> None:
        nonlocal done
        done += number if step == "reading" else 0

    bulk(stream(), tmp_path / "x.db", ONE, count)
    assert drawn == done == 880
    assert most <= (AHEAD + 1) * SIZE


def test_articles_that_tell_of_nothing_can_be_left_out(many: list[Article], tmp_path: Path) -> None:
    silent = Article(id="silent", text="The match ended in a draw.")
    result = bulk([silent, *many[:3]], tmp_path / "x.db", Plan(processes=1, told_only=True))
    assert (result.added, result.left_out) == (3, 1)
    with Timeline.open(tmp_path / "x.db") as timeline:
        assert "silent" not in [article.id for article in timeline.articles()]


def test_an_output_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(InputError, match=r"notes.txt: is no SQLite file"):
        bulk([], tmp_path / "notes.txt", ONE)
    with pytest.raises(InputError, match="no dask scheduler with workers answers there"):
        bulk([], tmp_path / "x.db", Plan(scheduler="nowhere://127.0.0.1:1"))
