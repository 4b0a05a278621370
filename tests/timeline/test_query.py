"""The five calls, as a user makes them: real articles, the real parser, real files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from stories import refusal, told

from parsers import Article, InputError, Mention
from timeline import Timeline
from timeline.event import Event
from timeline.frame import COLUMNS, from_frame, to_frame
from timeline.store.writing import add_article

FREEZE = "Japan said on February 25, 2022 that it would freeze the assets of three Russian banks."


@pytest.fixture(scope="module")
def timeline(stores: Any) -> Any:
    """Four acts: one to the day, one by its month, one undated with bounds, one of which nothing is known."""
    with Timeline.open(stores.new()) as opened:
        for story in (
            told("a", {"announced": "2022-02-25", "target_names": ("Bank Rossiya",), "scope": ("business",)}),
            told("b", {"imposer": "US", "instrument": "tariff", "announced": "2022-04", "confidence": 0.5}, published="2022-05-01"),
            told(
                "c", {"imposer": "RU", "targets": ("JP", "US"), "instrument": "travel_ban", "latest": "2022-05-04"}, published="2022-05-04"
            ),
            told("d", {"imposer": "CN", "targets": ("AU",), "instrument": "tariff", "status": "proposed"}, published=None),
        ):
            add_article(opened._engine, *story)
        yield opened


def test_appending_twice_changes_nothing_and_says_so(corpus: Path, stores: Any) -> None:
    with Timeline.open(stores.new()) as timeline:
        first = timeline.append(corpus)
        events = timeline.events()
        second = timeline.append(corpus)
        assert first.changed
        assert first.added == len(list(corpus.glob("*.txt"))) == len(timeline.articles())
        assert first.events_new == len(events) == first.dated + first.undated
        assert str(second) == f"{first.added} articles already in the store, nothing changed"
        pd.testing.assert_frame_equal(timeline.events(), events)


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path, stores: Any) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text(FREEZE)
    with Timeline.open(stores.new()) as timeline:
        seen: list[str] = []
        result = timeline.append([tmp_path / "empty.txt", tmp_path / "nowhere.txt", tmp_path / "good.txt"], progress=seen.append)
        assert result.added == 1
        assert [name for name, _ in result.failures] == [str(tmp_path / "empty.txt"), str(tmp_path / "nowhere.txt")]
        assert "2 inputs failed" in str(result)
        assert len(seen) == 3


def test_an_article_that_the_database_refuses_is_listed_and_the_others_are_stored(stores: Any) -> None:
    articles = [Article(id=name, text=f"{FREEZE} Text {name}.", published=date(2022, 2, 26)) for name in ("a", "b", "c")]
    with Timeline.open(stores.new()) as timeline:
        with timeline._engine.begin() as connection:
            for statement in refusal("articles", "disk I/O error", stores.kind, "NEW.source_id = 'b'"):
                connection.exec_driver_sql(statement)
        result = timeline.append(articles)
        assert result.failures == [("b", "could not be stored (disk I/O error); check the free space and the permissions of the store")]
        assert [article.id for article in timeline.articles()] == ["a", "c"]
        assert timeline.event_list()[0].n_articles == 2
        assert "1 input failed" in str(result)


def test_an_article_object_can_be_appended(stores: Any) -> None:
    with Timeline.open(stores.new()) as timeline:
        result = timeline.append(Article(text=FREEZE, published=date(2022, 2, 26)))
        (event,) = timeline.event_list()
        assert (event.imposer, event.instrument, event.announced) == ("JP", "asset_freeze", "2022-02-25")
        assert (result.mentions, result.events_new, result.dated) == (1, 1, 1)
        assert timeline.event(event.event_id) == event


def test_reading_everything_again_keeps_every_id(corpus: Path, stores: Any) -> None:
    with Timeline.open(stores.new()) as timeline:
        timeline.append(corpus)
        before = timeline.event_list()
        result = timeline.reparse()
        assert (result.corrected, result.events_new) == (0, 0)
        assert timeline.event_list() == before


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({}, "abcd"),
        ({"imposer": "JP"}, "a"),
        ({"imposer": ["JP", "US"]}, "ab"),
        ({"target": "JP"}, "c"),
        ({"target": ("AU", "RU")}, "abd"),
        ({"instrument": "tariff"}, "bd"),
        ({"scope": "business"}, "a"),
        ({"status": "proposed"}, "d"),
        ({"action": "lift"}, ""),
        ({"since": "2022-03"}, "bc"),
        ({"since": "2022-04-30"}, "bc"),
        ({"since": "2022-05"}, "c"),
        ({"until": "2022-03"}, "ac"),
        ({"since": "2022-02-25", "until": "2022-02-25"}, "ac"),
        ({"until": "2022-02-24"}, "c"),
        ({"text": "bank rossiya"}, "a"),
        ({"text": "SENTENCE 0 OF B"}, "b"),
        ({"min_confidence": 0.6}, "acd"),
        ({"imposer": None, "text": ""}, "abcd"),
    ],
    ids=str,
)
def test_filters(timeline: Timeline, filters: dict[str, Any], wanted: str) -> None:
    assert sorted(timeline.events(**filters)["article"]) == list(wanted)
    assert sorted(event.article or "" for event in timeline.event_list(**filters)) == list(wanted)


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"imposer": "Japan"}, "'Japan' is no jurisdiction"),
        ({"instrument": "freeze"}, "unknown instrument 'freeze'"),
        ({"status": ["in_force", "done"]}, "unknown status 'done'"),
        ({"since": "last week"}, "since: 'last week'"),
        ({"until": "2022-02-30"}, "until: '2022-02-30'"),
        ({"min_confidence": 2}, "min_confidence: 2"),
        ({"colour": "red"}, "unknown filter 'colour'; known: imposer"),
    ],
    ids=str,
)
def test_a_filter_that_cannot_be_meant_is_named(timeline: Timeline, filters: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        timeline.events(**filters)


def test_the_table_keeps_its_contract(timeline: Timeline) -> None:
    for frame in (timeline.events(), timeline.events(action="lift"), to_frame([])):
        assert list(frame.columns) == [column.name for column in COLUMNS]
        for column in COLUMNS:
            assert str(frame[column.name].dtype) == ("object" if column.dtype == "tuple" else column.dtype)
    assert list(timeline.events()["status"].cat.categories) == ["in_force", "announced", "proposed", "rejected"]
    assert list(timeline.events()["imposer"].cat.categories) == ["CN", "JP", "RU", "US"]


def test_rows_are_in_order_of_date_and_the_unknown_come_last(timeline: Timeline) -> None:
    frame = timeline.events()
    assert list(frame["article"]) == ["a", "b", "c", "d"]
    assert list(frame["date"].fillna("")) == ["2022-02-25", "2022-04", "../2022-05-04", ""]
    assert list(frame["date_from"].dt.strftime("%F").fillna("")) == ["2022-02-25", "2022-04-01", "", ""]
    assert list(frame["date_to"].dt.strftime("%F").fillna("")) == ["2022-02-25", "2022-04-30", "2022-05-04", ""]


def test_a_table_becomes_events_again(timeline: Timeline) -> None:
    shallow = [event.model_copy(update={"start": None, "end": None, "history": ()}) for event in from_frame(timeline.events())]
    wanted = [
        event.model_copy(update={"mentions": (), "links": (), "start": None, "end": None, "history": (), "merge_reasons": ()})
        for event in timeline.event_list()
    ]
    assert shallow == wanted


def test_one_json_line_of_an_event_has_what_others_read(timeline: Timeline) -> None:
    row = timeline.event_list(imposer="JP")[0].as_json()
    assert {
        "event_id",
        "n_articles",
        "n_sources",
        "conflicts",
        "links",
        "mentions",
        *set(Mention.model_fields) - {"reasons", "warnings"},
    } <= set(row)
    assert {"article", "start", "end", "quote", "title", "publisher", "url", "published", "confidence", "reasons"} <= set(
        row["mentions"][0]
    )
    assert "mentions" not in timeline.event_list(imposer="JP")[0].as_json(with_mentions=False)


def test_the_date_of_an_event_is_its_day_of_effect_then_of_announcement_then_its_bounds() -> None:
    act = {"event_id": "x", "imposer": "JP", "instrument": "tariff", "earliest": date(2022, 1, 1)}
    assert Event(**act, announced="2022-02-25", effective="2022-04-05").date == "2022-04-05"
    assert Event(**act, announced="2022-02-25").date == "2022-02-25"
    assert Event(**act).date == "2022-01-01/.."
    yearless = Event(**act, announced="XXXX-02-25")
    assert (yearless.date, yearless.interval) == ("XXXX-02-25", (date(2022, 1, 1), None))


def test_the_report_is_written(timeline: Timeline, tmp_path: Path) -> None:
    timeline.report(tmp_path / "index.html", imposer="JP")
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert timeline.event_list(imposer="JP")[0].event_id in page
