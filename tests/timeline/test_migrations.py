"""Stores that earlier versions wrote: each opens, comes up to date and says what it said."""

from __future__ import annotations

import lzma
import sqlite3
from pathlib import Path

import pytest

from timeline.query import Timeline
from timeline.store.database import HEAD

STORES = sorted(Path(__file__).parent.joinpath("stores").glob("*.db.xz"))


@pytest.fixture(params=STORES, ids=lambda path: path.name[:4])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store of an earlier layout."""
    path = tmp_path / "old.db"
    path.write_bytes(lzma.decompress(request.param.read_bytes()))
    return path


def test_every_earlier_layout_is_kept() -> None:
    assert [int(path.name[:4]) for path in STORES] == list(range(1, int(HEAD)))


def test_an_old_store_opens_whole_with_all_that_it_held(old: Path) -> None:
    with sqlite3.connect(old) as before:
        texts = before.execute("SELECT digest, text FROM articles ORDER BY digest").fetchall()
        told = before.execute("SELECT imposer, instrument, quote, start FROM mentions ORDER BY mention_id").fetchall()
        ids = {name for (name,) in before.execute("SELECT event_id FROM events")}
    before.close()
    with Timeline.open(old) as timeline:
        assert timeline.check() == []
        events = timeline.event_list()
        assert sorted((one.digest, one.text) for one in timeline.articles()) == texts
        assert sorted((one.imposer, one.instrument, one.quote, one.start) for event in events for one in event.mentions) == sorted(told)
        assert all(timeline.event(name) for name in ids)


def test_an_old_store_reads_like_one_made_today_from_the_same_mentions(old: Path) -> None:
    with Timeline.open(old) as timeline:
        migrated = [event.as_json() for event in timeline.event_list()]
        timeline._engine.dispose()
    with Timeline.open(old) as timeline:
        # Grouping everything once more changes nothing: what was migrated is what today's rules make of it.
        from timeline.store.regrouping import regroup_all

        with timeline._engine.begin() as connection:
            regroup_all(connection)
        assert [event.as_json() for event in timeline.event_list()] == migrated


def test_an_old_store_goes_on_being_appended_to(old: Path, corpus: Path) -> None:
    with Timeline.open(old) as timeline:
        assert timeline.append(next(corpus.glob("2022-12-02*"))).added == 1
        assert timeline.check() == []


def test_a_judgement_of_an_older_version_holds(old: Path) -> None:
    with Timeline.open(old) as timeline:
        judged = {one.field: event.authority for event in timeline.event_list() for one in event.judged}
    assert judged == ({"authority": '"Privy Council"'} if old_layout(old) >= 3 else {})


def old_layout(path: Path) -> int:
    """The layout by the judgement's copy: 0003 and later carry one."""
    with sqlite3.connect(path) as connection:
        return 3 if connection.execute("SELECT 1 FROM meta WHERE key = 'judgements'").fetchone() else 1
