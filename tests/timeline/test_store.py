"""The store: same text, corrected text, new reading, failures in the middle - and what stays through all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from stories import Told, refusal, told

from parsers import Article, InputError, Reading
from parsers.mention import Skipped
from timeline.query import Timeline
from timeline.store.writing import Change, add_article, current_articles, reread

ACT = {"announced": "2022-02-25"}


def add(timeline: Timeline, story: Told) -> Change:
    return add_article(timeline._engine, *story)


@pytest.fixture
def path(stores: Any) -> Any:
    return stores.new()


@pytest.fixture
def timeline(path: str) -> Any:
    with Timeline.open(path) as opened:
        yield opened


def test_the_same_text_again_changes_nothing(timeline: Timeline, path: str, stores: Any) -> None:
    assert add(timeline, told("a", ACT)).kind == "added"
    before = stores.dump(path)
    assert add(timeline, told("a", ACT)).kind == "unchanged"
    assert stores.dump(path) == before


def test_the_same_articles_in_the_same_order_give_the_same_content(stores: Any) -> None:
    stories = [
        told("a", ACT, {"instrument": "tariff"}),
        told("b", ACT),
        told("c", {"imposer": "RU", "targets": ("JP",), "response_to": ("JP",)}),
    ]
    places = [stores.new(), stores.new()]
    for place in places:
        with Timeline.open(place) as timeline:
            for story in stories:
                add(timeline, story)
    assert stores.dump(places[0]) == stores.dump(places[1])


def test_a_corrected_article_replaces_its_mentions_and_the_old_version_stays(timeline: Timeline) -> None:
    add(timeline, told("a", ACT | {"quote": "Frozen on February 25."}, url="https://x.example.org/1"))
    (before,) = timeline.event_list()
    change = add(timeline, told("a", {"announced": "2022-02-26", "quote": "Frozen on February 26."}, url="https://x.example.org/1"))
    (after,) = timeline.event_list()
    assert change.kind == "corrected"
    assert (after.event_id, after.announced, after.n_articles) == (before.event_id, "2022-02-26", 1)
    assert [article.text for article in timeline.articles()] == ["Article a. Frozen on February 26."]
    assert len(timeline.articles(all_versions=True)) == 2


def test_a_corrected_article_under_another_id_is_known_by_its_address(timeline: Timeline) -> None:
    add(timeline, told("a", ACT, url="https://x.example.org/1"))
    assert add(timeline, told("b", ACT, url="https://x.example.org/1")).kind == "corrected"
    assert [article.id for article in timeline.articles()] == ["b"]


def test_a_replaced_version_that_comes_again_changes_nothing(timeline: Timeline) -> None:
    first, second = told("a", ACT | {"quote": "First words."}), told("a", ACT | {"quote": "Second words."})
    assert [add(timeline, story).kind for story in (first, second, first)] == ["added", "corrected", "unchanged"]


def test_a_correction_that_withdraws_a_measure_takes_only_its_own_evidence(timeline: Timeline) -> None:
    add(timeline, told("a", ACT, {"instrument": "tariff", "announced": "2022-03-01"}))
    add(timeline, told("b", ACT))
    add(timeline, told("a", ACT | {"quote": "Only the freeze is left."}))
    (event,) = timeline.event_list()
    assert (event.instrument, event.n_articles) == ("asset_freeze", 2)
    assert timeline.summary()["mentions"] == 2


def test_two_events_that_turn_out_one_keep_the_older_id_and_the_other_leads_to_it(timeline: Timeline) -> None:
    ban = {"imposer": "RU", "targets": ("TR",), "instrument": "import_restriction"}
    add(timeline, told("a", ban | {"announced": "2015-11-28"}))
    add(timeline, told("b", ban | {"announced": "2015-10-01", "effective": "2016-01-01"}))
    older, younger = (event.event_id for event in sorted(timeline.event_list(), key=lambda event: event.article or ""))
    add(timeline, told("b", ban | {"announced": "2015-11-28", "effective": "2016-01-01", "quote": "The day was wrong."}))
    (event,) = timeline.event_list()
    assert (event.event_id, event.aliases) == (older, (younger,))
    assert timeline.event(younger).event_id == older


def test_an_unknown_id_is_named(timeline: Timeline) -> None:
    with pytest.raises(InputError, match="no event 'JP-nothing'"):
        timeline.event("JP-nothing")


def test_whatever_fails_the_store_is_as_before_that_article(timeline: Timeline, path: str, stores: Any) -> None:
    add(timeline, told("a", ACT))
    before = stores.dump(path)
    with timeline._engine.begin() as connection:
        for statement in refusal("events", "no more events", stores.kind):
            connection.execute(text(statement))
    with pytest.raises(InputError, match="b: could not be stored \\(no more events\\)"):
        add(timeline, told("b", ACT, {"instrument": "tariff"}))
    with timeline._engine.begin() as connection:
        connection.execute(text("DROP TRIGGER refusal ON events" if stores.kind == "postgresql" else "DROP TRIGGER refusal"))
    assert stores.dump(path) == before


def test_a_full_disk_stops_one_article_and_loses_none(tmp_path: Path) -> None:
    with Timeline.open(tmp_path / "t.db") as timeline:
        add(timeline, told("a", ACT))
        with timeline._engine.begin() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        long_text = Article(id="b", text="Nothing in it. " * 20_000)
        with pytest.raises(InputError, match="b: could not be stored \\(database or disk is full\\); check the free space"):
            add_article(timeline._engine, long_text, Reading())
        assert [article.id for article in timeline.articles()] == ["a"]
        assert len(timeline.event_list()) == 1


def test_a_new_reading_keeps_the_ids_of_what_did_not_change(timeline: Timeline) -> None:
    story = told("a", ACT, {"instrument": "tariff", "announced": "2022-03-01"})
    add(timeline, story)
    before = {event.instrument: event.event_id for event in timeline.event_list()}
    ((number, article),) = current_articles(timeline._engine)
    assert reread(timeline._engine, number, article, story[1]).kind == "unchanged"
    better = [one.model_copy(update={"announced": "2022-03-02"} if one.instrument == "tariff" else {}) for one in story[1].mentions]
    assert reread(timeline._engine, number, article, Reading(mentions=tuple(better))).kind == "corrected"
    after = {event.instrument: event.event_id for event in timeline.event_list()}
    assert after == before
    assert timeline.event(after["tariff"]).announced == "2022-03-02"


def test_a_measure_that_the_new_reading_no_longer_sees_is_gone_and_its_links_with_it(timeline: Timeline) -> None:
    add(timeline, told("a", ACT))
    add(timeline, told("b", {"imposer": "RU", "targets": ("JP",), "announced": "2022-03-01", "response_to": ("JP",)}))
    number, article = current_articles(timeline._engine)[0]
    reread(timeline._engine, number, article, Reading())
    (event,) = timeline.event_list()
    assert (event.imposer, event.links) == ("RU", ())


def test_skipped_passages_are_kept_with_their_reason(timeline: Timeline) -> None:
    article = Article(id="a", text="Despite the sanctions, trade grew.")
    passage = Skipped(article="a", start=0, end=21, quote="Despite the sanctions", rule="existing", reason="speaks of sanctions that exist")
    add_article(timeline._engine, article, Reading(skipped=(passage,)))
    assert timeline.skipped() == [passage]
    assert timeline.summary()["skipped"] == 1


def test_evidence_comes_back_as_it_went_in(timeline: Timeline) -> None:
    reason = {"field": "imposer", "rule": "agent", "phrase": "Japan", "start": 0, "end": 5}
    rich = ACT | {
        "targets": ("RU", "BY"),
        "target_names": ("Bank „Россия“",),
        "scope": ("oil", "gas"),
        "earliest": "2022-02-24",
        "latest": "2022-03-01",
        "count": 3,
        "legal_ref": "Order 14024",
        "attribution": "the minister",
        "authority": "METI",
        "reasons": (reason,),
        "warnings": ("no year",),
    }
    story = told("a", rich, title="T", url="https://x.example.org/1", language="en")
    add(timeline, story)
    (event,) = timeline.event_list()
    (one,) = event.mentions
    mention = story[1].mentions[0]
    assert {name: getattr(one, name) for name in type(mention).model_fields} == dict(mention)
    assert (one.title, one.url, str(one.published), one.language) == ("T", "https://x.example.org/1", "2022-03-01", "en")
    assert (event.authority, event.count, event.legal_ref, event.target_names) == ("METI", 3, "Order 14024", ("Bank „Россия“",))
    assert timeline.articles() == [story[0]]


def test_a_trigger_that_comes_late_is_found_and_the_other_links_stay(timeline: Timeline) -> None:
    out = {"imposer": "RU", "targets": ("JP",), "instrument": "expulsion"}
    add(timeline, told("first", out | {"announced": "2022-01-10"}, published="2022-01-10"))
    more = out | {"action": "expand", "announced": "2022-03-01", "response_to": ("JP",)}
    add(timeline, told("answer", more, published="2022-03-01"))
    add(timeline, told("trigger", ACT, published="2022-02-25"))
    dates = {event.event_id: event.date for event in timeline.event_list()}
    (answer,) = timeline.event_list(action="expand")
    assert {(link.type, dates[link.to]) for link in answer.links} == {("expands", "2022-01-10"), ("response_to", "2022-02-25")}
