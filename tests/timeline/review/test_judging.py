"""What a human says of events stands in the table, stays there whatever is read later, and can be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from stories import told

from parsers.errors import InputError
from timeline.event import Event

FREEZE: dict[str, Any] = {"announced": "2022-02-25"}
EXPORT: dict[str, Any] = {"instrument": "export_restriction", "announced": "2022-02-25", "scope": ("luxury_goods",)}


def only(events: list[Event]) -> Event:
    [event] = events
    return event


def test_an_edit_shows_at_once_and_stays_through_articles_and_readings(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "announced", "2022-02-26", "the gazette says so")
    edited = only(place.events())
    assert (edited.announced, edited.date, edited.judgement) == ("2022-02-26", "2022-02-26", "edit announced")
    assert [(one.author, one.why, one.machine) for one in edited.judged] == [("Ann", "the gazette says so", "2022-02-25")]
    assert only(place.tell(told("b", FREEZE))).announced == "2022-02-26"
    assert only(place.retell(told("a", FREEZE | {"count": 3}))).announced == "2022-02-26"
    place.again()
    again = only(place.events())
    assert (again.event_id, again.announced, again.n_articles, again.count) == (event.event_id, "2022-02-26", 2, 3)


def test_filters_links_and_the_frame_go_by_the_human_value(place: Any) -> None:
    answer = {"imposer": "RU", "targets": ("JP",), "instrument": "export_restriction", "announced": "2022-03-10", "response_to": ("JP",)}
    events = place.tell(told("a", FREEZE, answer, published="2022-03-11"))
    freeze = next(event for event in events if event.imposer == "JP")
    assert [link.to for event in events for link in event.links] == [freeze.event_id]
    place.desk().edit(freeze.event_id, "announced", "2022-04-01", "later")
    assert [link for event in place.events() for link in event.links] == []
    frame = place.timeline.events(since="2022-04")
    assert list(frame["event_id"]) == [freeze.event_id]
    assert list(frame["judgement"]) == ["edit announced"]


def test_every_field_that_can_be_set_is_set(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    values = {
        "imposer": "US", "instrument": "travel_ban", "action": "expand", "status": "announced", "targets": ["BY"], "scope": ["officials"],
        "target_names": ["A, B"], "effective": "2022-04-01", "expires": "2023", "earliest": "2022-02-01", "latest": None, "count": 4,
        "authority": "OFAC", "legal_ref": "EO 1", "attribution": "OFAC", "response_to": ["RU"], "date_basis": "relative",
    }  # fmt: skip
    for field, value in values.items():
        place.desk().edit(event.event_id, field, value, "as read")
    row = only(place.events()).as_json()
    assert {field: row[field] for field in values} == values
    assert row["category"] == "travel"
    assert place.states() == {"edit": ["stands"] * len(values)}


def test_a_date_that_a_human_set_is_a_stated_one_and_one_that_was_cleared_is_none(place: Any) -> None:
    event = only(place.tell(told("a", {"latest": date(2022, 3, 1)})))
    assert event.date_basis == "undated"
    place.desk().edit(event.event_id, "announced", "2022-02-26", "known")
    assert only(place.events()).date_basis == "explicit"
    place.desk().edit(event.event_id, "announced", None, "not known")
    assert (only(place.events()).date_basis, only(place.events()).date) == ("undated", "../2022-03-01")


def test_a_contradiction_on_an_edited_field_is_settled_by_the_edit(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE | {"count": 3}), told("b", FREEZE | {"count": 4})))
    assert [one.field for one in event.conflicts] == ["count"]
    place.desk().edit(event.event_id, "count", 5, "counted")
    [conflict] = only(place.events()).conflicts
    assert (conflict.chosen, conflict.values) == ("5", ("3", "4", "5"))
    assert "Ann" in conflict.rule


def test_a_rejected_event_leaves_the_table_and_comes_back_when_that_is_taken_back(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().reject(event.event_id, "an old story")
    assert place.events() == []
    assert place.timeline.summary()["events"] == 0
    assert place.tell(told("b", FREEZE)) == []
    struck = place.timeline.event(event.event_id)
    assert (struck.is_rejected, struck.n_articles) == (True, 2)
    place.desk().undo()
    assert only(place.events()).event_id == event.event_id


def test_nothing_answers_or_ends_what_was_rejected(place: Any) -> None:
    lift = {"action": "lift", "announced": "2022-03-10"}
    events = place.tell(told("a", FREEZE, lift, published="2022-03-11"))
    blow = next(event for event in events if event.action == "impose")
    assert [link.type for event in events for link in event.links] == ["lifts"]
    place.desk().reject(blow.event_id)
    assert only(place.events()).links == ()
    place.desk().undo()
    assert [link.type for event in place.events() for link in event.links] == ["lifts"]


def test_an_accepted_event_is_certain(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE | {"confidence": 0.4})))
    place.desk().accept(event.event_id)
    assert only(place.events()).confidence == 1.0
    assert len(place.timeline.events(min_confidence=1.0)) == 1


def test_two_events_that_a_human_calls_one_are_one_under_the_older_id_for_good(place: Any) -> None:
    freeze = only(place.tell(told("a", FREEZE)))
    export = next(event for event in place.tell(told("b", EXPORT)) if event.instrument == "export_restriction")
    place.desk().merge(export.event_id, freeze.event_id, "one decree")
    merged = only(place.events())
    assert (merged.event_id, merged.aliases, merged.n_articles) == (freeze.event_id, (export.event_id,), 2)
    assert "one decree" in merged.merge_reasons[-1]
    assert place.timeline.event(export.event_id) == merged
    assert len(only(place.tell(told("c", FREEZE), told("d", EXPORT))).mentions) == 4
    assert len(only(place.retell(told("a", FREEZE | {"count": 3}))).mentions) == 4
    with pytest.raises(InputError, match="are one event already"):
        place.desk().merge(export.event_id, freeze.event_id)
    place.desk().undo()
    assert {event.event_id: len(event.mentions) for event in place.events()} == {freeze.event_id: 2, export.event_id: 2}


def test_two_events_that_a_human_told_apart_are_never_one(place: Any) -> None:
    one, other = place.tell(told("a", FREEZE), told("b", FREEZE | {"announced": "2022-03-30"}, published="2022-04-01"))
    place.desk().not_same(one.event_id, other.event_id, "two lists")
    # Read again, both articles tell the same day: without the judgement they would be one.
    events = place.retell(told("b", FREEZE, published="2022-04-01"))
    assert {event.event_id for event in events} == {one.event_id, other.event_id}
    assert len(place.tell(told("c", FREEZE))) == 2
    with pytest.raises(InputError, match="were told apart by Ann on 2022-03-20; `timeline review --undo j-"):
        place.desk().merge(one.event_id, other.event_id)
    place.desk().undo()
    assert only(place.events()).n_articles == 3


def test_a_split_makes_two_events_of_one_and_takes_a_merge_back_that_it_tears(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE), told("b", FREEZE), told("c", FREEZE)))
    moved = event.mentions[1].article
    place.desk().split(event.event_id, [2], "another list")
    sizes = {one.event_id: [told.article for told in one.mentions] for one in place.events()}
    assert sorted(map(len, sizes.values())) == [1, 2]
    assert [moved] in sizes.values()
    assert len(sizes[event.event_id]) == 2
    new = next(name for name in sizes if name != event.event_id)
    place.tell(told("d", FREEZE))
    assert moved not in [told.article for told in place.timeline.event(event.event_id).mentions]
    with pytest.raises(InputError, match="told apart"):
        place.desk().merge(event.event_id, new)
    place.desk().undo()
    whole = only(place.events())
    assert (whole.event_id, len(whole.mentions)) == (event.event_id, 4)


def test_a_split_goes_before_the_merge_that_it_tears(place: Any) -> None:
    one, other = place.tell(told("a", FREEZE), told("b", EXPORT))
    place.desk().merge(one.event_id, other.event_id)
    merged = only(place.events())
    place.desk().split(merged.event_id, [2])
    assert len(place.events()) == 2
    assert place.states() == {"split": ["stands"]}


@pytest.mark.parametrize("numbers", [[], [0], [3], [1, 2]])
def test_a_split_needs_mentions_that_are_there_and_leaves_one(place: Any, numbers: list[int]) -> None:
    event = only(place.tell(told("a", FREEZE), told("b", FREEZE)))
    with pytest.raises(InputError, match=event.event_id):
        place.desk().split(event.event_id, numbers)
    assert place.lines() == []


def test_an_event_added_by_hand_stands_beside_the_others_and_takes_in_articles_that_tell_it(place: Any) -> None:
    place.tell(told("a", EXPORT))
    fields = {"imposer": "JP", "instrument": "asset_freeze", "targets": ["RU"], "announced": "2022-02-25", "count": 7}
    done = place.desk().add(fields, "heard at the briefing")
    assert done.event
    added = place.timeline.event(done.event.event_id)
    assert (added.count, added.n_articles, added.n_sources, added.judgement, added.confidence) == (7, 0, 0, "add", 1.0)
    assert added.quote == "heard at the briefing"
    assert [article.id for article in place.timeline.articles(all_versions=True)] == ["a"]
    place.tell(told("b", FREEZE | {"count": 3}))
    joined = place.timeline.event(added.event_id)
    assert (joined.count, joined.n_articles, joined.n_sources, len(joined.mentions)) == (7, 1, 1, 2)
    place.desk().undo()
    assert place.timeline.event(added.event_id).count == 3
    assert place.states() == {}


def test_an_event_added_with_its_page_counts_as_one_source(place: Any) -> None:
    evidence = {"quote": "Tariffs rise.", "url": "https://example.org/x", "title": "News", "publisher": "Example"}
    done = place.desk().add({"imposer": "JP", "instrument": "tariff", **evidence}, "read")
    assert done.event
    assert (done.event.n_sources, done.event.quote, done.event.url, done.event.publisher) == (1, *list(evidence.values())[:2], "Example")


def test_the_same_word_twice_is_one_line_and_after_it_was_taken_back_a_new_one(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    assert place.desk().reject(event.event_id).is_new
    assert not place.desk("Ben").reject(event.event_id).is_new
    assert len(place.lines()) == 1
    place.desk().undo()
    assert place.desk().reject(event.event_id).is_new
    assert place.events() == []
    assert place.desk("Ben").accept(event.event_id).is_new
    assert only(place.events()).judged[0].author == "Ben"
    place.desk().undo()
    assert place.events() == []


def test_what_cannot_be_taken_back_is_named(place: Any) -> None:
    with pytest.raises(InputError, match=r"no judgement in .* to take back"):
        place.desk().undo()
    event = only(place.tell(told("a", FREEZE)))
    place.desk().accept(event.event_id)
    done = place.desk().undo()
    with pytest.raises(InputError, match="taken back already"):
        place.desk().undo(done.id)
    with pytest.raises(InputError, match="no judgement 'j-0'"):
        place.desk().undo("j-0")
    with pytest.raises(InputError, match="no event 'nobody'"):
        place.desk().accept("nobody")
