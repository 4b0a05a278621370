"""The care of a store: damage is found and named, a backup is the store as of one moment, and restoring loses nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from parsers import Article
from parsers.errors import InputError
from timeline.query import Timeline

TEXT = "On {day} March 2022, Japan froze the assets of {n} Russian banks. In response, Russia banned exports of timber to Japan."


def article(number: int) -> Article:
    """One of many articles that differ."""
    return Article(text=TEXT.format(day=number % 28 + 1, n=number + 2), id=f"wire-{number}", published="2022-04-01", language="en")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of five articles."""
    path = tmp_path / "kept.db"
    with Timeline.open(path) as timeline:
        timeline.append([article(n) for n in range(5)])
    return path


def told(path: Path) -> list[str]:
    """Every event of a store as JSON."""
    with Timeline.open(path) as timeline:
        return [event.as_json() for event in timeline.event_list()]


def test_a_store_that_was_only_appended_to_is_whole(store: Path, corpus: Path) -> None:
    with Timeline.open(store) as timeline:
        timeline.append(corpus)
        assert timeline.check() == []


@pytest.mark.parametrize(
    ("damage", "place", "fault"),
    [
        ("UPDATE mentions SET quote = 'Japan did nothing' WHERE mention_id = 1", "mention 1", "does not stand at"),
        ("UPDATE mentions SET start = start + 1 WHERE mention_id = 2", "mention 2", "does not stand at"),
        ("UPDATE articles SET text = text || '!' WHERE article_id = 3", "article 3", "is not the one that was appended"),
        ("UPDATE articles SET text = substr(text, 2) WHERE article_id = 3", "mention 5", "does not stand at"),
        ("DELETE FROM event_mentions WHERE mention_id = 1", "mention 1", "stands under no event"),
        ("DELETE FROM event_codes WHERE field = 'targets'", "event", "is not looked up under"),
        ("DELETE FROM event_mentions", "event", "has no evidence"),
        ("UPDATE events SET targets = 'RU'", "event", "cannot be read"),
        ("UPDATE events SET quote = 'Nothing'", "event", "shows a quote not its own"),
        ("UPDATE links SET to_event = 'XX-nothing'", "event", "is linked to XX-nothing"),
        ("UPDATE event_ids SET leads_to = 'XX-nothing' WHERE age = 1", "id", "leads nowhere"),
        ("UPDATE articles SET is_current = 0 WHERE article_id = 2", "mention 3", "a corrected version replaced"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM events WHERE imposer = 'JP'", "event_mentions", "belongs to a row of events"),
    ],
)
def test_what_is_not_as_it_has_to_be_is_found_and_named(store: Path, damage: str, place: str, fault: str) -> None:
    with sqlite3.connect(store) as connection:
        connection.executescript(damage)
    connection.close()
    with Timeline.open(store) as timeline:
        assert any(one.place.startswith(place) and fault in one.fault for one in timeline.check())


def test_damage_in_the_file_itself_is_found(store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_events_instrument'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(store.read_bytes())
    data[(page - 1) * size + 8 : (page - 1) * size + 40] = b"\0" * 32
    store.write_bytes(data)
    with Timeline.open(store) as timeline:
        assert any(one.place == "database" for one in timeline.check())


def test_a_backup_is_a_timeline_of_its_own_that_says_the_same(store: Path, tmp_path: Path) -> None:
    with Timeline.open(store) as timeline:
        timeline.backup(tmp_path / "kept.backup")
    assert told(tmp_path / "kept.backup") == told(store)
    with Timeline.open(tmp_path / "kept.backup") as copy:
        assert copy.check() == []


def test_a_backup_never_writes_over_anything(store: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with Timeline.open(store) as timeline, pytest.raises(InputError, match="exists already"):
        timeline.backup(tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert not list(tmp_path.glob("*.part*"))


def test_a_backup_while_another_process_appends_holds_whole_articles(store: Path, tmp_path: Path, root: Path) -> None:
    code = (
        "import sys; from tests.timeline.test_keeping import article; from timeline import Timeline\n"
        f"with Timeline.open({str(store)!r}) as timeline:\n"
        "    print('go', flush=True)\n"
        "    timeline.append([article(n) for n in range(5, 60)])"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        for number in range(3):
            with Timeline.open(store) as timeline:
                timeline.backup(tmp_path / f"{number}.backup")
    assert writer.returncode == 0
    for number in range(3):
        with Timeline.open(tmp_path / f"{number}.backup") as copy:
            assert copy.check() == []
            assert copy.summary()["articles"] >= 5


def test_restoring_takes_the_place_of_a_damaged_store_and_keeps_it(store: Path, tmp_path: Path) -> None:
    before = told(store)
    with Timeline.open(store) as timeline:
        timeline.backup(tmp_path / "good.backup")
    store.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(InputError, match="--replace"):
        Timeline.restore(tmp_path / "good.backup", store)
    aside = Timeline.restore(tmp_path / "good.backup", store, replace=True)
    assert aside
    assert aside.read_bytes().startswith(b"SQLite format 3\0\xff")
    assert told(store) == before
    assert told(tmp_path / "good.backup") == before


def test_what_is_no_backup_is_refused_and_the_store_stays(store: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a database, and long enough to be read as one.\n" * 100)
    before = store.read_bytes()
    for name, words in (("missing.backup", "no backup here"), ("notes.txt", "could not be written")):
        with pytest.raises(InputError, match=words):
            Timeline.restore(tmp_path / name, store, replace=True)
    assert store.read_bytes() == before
    assert not list(tmp_path.glob("*.part*"))


def test_judgements_outlive_a_restore_of_an_older_backup(store: Path, tmp_path: Path) -> None:
    from datetime import date

    with Timeline.open(store) as timeline:
        timeline.backup(tmp_path / "old.backup")
        name = timeline.event_list()[0].event_id
        timeline.desk("A. Analyst", date(2022, 5, 1)).edit(name, "authority", "Privy Council", "as the order says")
    lines = Path(f"{store}.judgements.jsonl").read_bytes()
    Timeline.restore(tmp_path / "old.backup", store, replace=True)
    assert Path(f"{store}.judgements.jsonl").read_bytes() == lines
    with Timeline.open(store) as timeline:
        assert timeline.event(name).authority == "Privy Council"


def test_a_team_store_goes_into_a_file_and_back(store: Path, tmp_path: Path, postgresql: Any) -> None:
    url = postgresql.database()
    Timeline.restore(store, url, replace=True)
    with Timeline.open(url) as timeline:
        assert [event.as_json() for event in timeline.event_list()] == told(store)
        assert timeline.check() == []
        with pytest.raises(InputError, match="--replace"):
            Timeline.restore(store, url)
        timeline.append([article(20)])
        timeline.backup(tmp_path / "team.backup")
        wanted = [event.as_json() for event in timeline.event_list()]
    assert told(tmp_path / "team.backup") == wanted
    with Timeline.open(tmp_path / "team.backup") as copy:
        assert copy.check() == []
