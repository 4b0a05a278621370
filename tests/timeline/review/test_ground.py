"""When the ground beneath a judgement moves, it is said what moved; what still stands is said to stand."""

from __future__ import annotations

from collections.abc import Callable
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


def words(place: Any) -> str:
    return "; ".join(each.words for each in place.timeline.judged() if not each.stands)


def test_a_machine_that_changed_its_mind_is_named_with_both_values(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "announced", "2022-02-27", "gazette")
    assert place.states() == {"edit": ["stands"]}
    place.retell(told("a", FREEZE | {"announced": "2022-02-26"}))
    assert place.states() == {"edit": ["moved"]}
    assert "said 2022-02-25 when it was judged and says 2022-02-26 now" in words(place)
    assert only(place.events()).announced == "2022-02-27"
    place.desk().edit(event.event_id, "announced", "2022-02-27", "still")
    assert place.states() == {"edit": ["stands"]}


def test_a_machine_that_came_round_is_named_as_well(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "count", 3, "counted")
    place.tell(told("b", FREEZE | {"count": 3}))
    assert "says 3 now, as the judgement does" in words(place)


def test_an_accepted_event_that_says_something_else_now_is_named(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().accept(event.event_id)
    place.tell(told("b", FREEZE))
    assert place.states() == {"accept": ["stands"]}
    place.retell(told("a", FREEZE | {"scope": ("oil",)}))
    assert place.states() == {"accept": ["moved"]}
    assert "scope: nothing then, oil now" in words(place)
    place.desk().accept(event.event_id)
    assert place.states() == {"accept": ["stands"]}


def test_an_event_that_vanished_is_named_and_judged_again_when_it_comes_back(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "count", 9, "counted")
    assert place.retell(told("a", {"instrument": "tariff", "imposer": "US", "quote": "Sentence 0 of a."}))[0].count is None
    assert place.states() == {"edit": ["event vanished"]}
    assert event.event_id in words(place)
    assert only(place.retell(told("a", FREEZE))).count == 9
    assert place.states() == {"edit": ["stands"]}


def test_evidence_that_is_gone_is_named_while_the_event_keeps_its_judgement(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "count", 9, "counted")
    place.tell(told("a", FREEZE | {"quote": "A new sentence in a corrected article."}))
    assert only(place.events()).count == 9
    assert place.states() == {"edit": ["evidence gone"]}
    assert 'article a no longer says "Sentence 0 of a."' in words(place)


def test_a_passage_that_is_read_otherwise_is_named_while_the_judgement_stays(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "count", 9, "counted")
    assert only(place.retell(told("a", FREEZE | {"instrument": "designation"}))).count == 9
    assert "read as designation, not asset_freeze" in words(place)


def test_a_merge_whose_evidence_went_is_named(place: Any) -> None:
    one, other = place.tell(told("a", FREEZE), told("b", EXPORT))
    place.desk().merge(one.event_id, other.event_id)
    place.retell(told("b"))
    assert "evidence gone" in place.states()["merge"]


def test_two_people_who_did_not_know_of_each_other_are_both_named(open_place: Callable[..., Any]) -> None:
    ann, ben = open_place("ann.db"), open_place("ben.db")
    for place in (ann, ben):
        place.tell(told("a", FREEZE), told("b", EXPORT, published="2022-03-02"))
    one, other = (event.event_id for event in ann.events())
    ann.desk().edit(one, "count", 3, "counted")
    ann.desk().accept(other)
    ben.desk("Ben", date(2022, 3, 21)).edit(one, "count", 4, "counted")
    ben.desk("Ben", date(2022, 3, 21)).reject(other)
    merged = "\n".join([*ann.lines(), *ben.lines()]) + "\n"
    ann.file.write_text(merged)
    ann.again()
    assert only(ann.events()).count == 4
    assert ann.states() == {"edit": ["contradicted", "stands"], "accept": ["contradicted"], "reject": ["stands"]}
    assert "a later judgement sets count to 4" in words(ann)
    assert "Ben says reject" in words(ann)
    ann.desk("Cat", date(2022, 3, 22)).edit(one, "count", 5, "asked")
    assert (only(ann.events()).count, ann.states()["edit"]) == (5, ["contradicted", "stands"]) or ann.states()["edit"] == ["stands"]


def test_one_who_merges_and_one_who_tells_apart_are_named_and_the_two_stay_two(open_place: Callable[..., Any]) -> None:
    ann, ben = open_place("ann.db"), open_place("ben.db")
    for place in (ann, ben):
        place.tell(told("a", FREEZE), told("b", EXPORT))
    one, other = (event.event_id for event in ann.events())
    ann.desk().merge(one, other)
    ben.desk("Ben").not_same(one, other)
    ann.file.write_text("\n".join([*ann.lines(), *ben.lines()]) + "\n")
    ann.again()
    assert {event.event_id for event in ann.events()} == {one, other}
    assert ann.states() == {"merge": ["contradicted"], "not-same": ["stands"]}


def test_judgements_reach_a_store_that_is_made_anew_from_the_articles(open_place: Callable[..., Any]) -> None:
    first, second = open_place("first.db"), open_place("second.db")
    one, other = first.tell(told("a", FREEZE), told("b", EXPORT))
    first.desk().merge(one.event_id, other.event_id)
    first.desk().edit(one.event_id, "count", 8, "counted")
    second.file.write_bytes(first.file.read_bytes())
    second.again()
    assert second.states() == {"merge": ["evidence gone", "evidence gone"], "edit": ["event vanished"]}
    second.tell(told("b", EXPORT), told("a", FREEZE))
    assert (only(second.events()).count, len(only(second.events()).mentions)) == (8, 2)
    assert second.states() == {"merge": ["stands"], "edit": ["stands"]}


def test_a_file_that_was_lost_keeps_what_the_store_knows_and_is_made_again(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "count", 8, "counted")
    lines = place.lines()
    place.file.unlink()
    place.again()
    assert only(place.tell(told("b", FREEZE))).count == 8
    place.desk().accept(event.event_id)
    assert place.lines()[:1] == lines
    assert len(place.lines()) == 2


def test_lines_taken_out_of_the_file_no_longer_hold(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().edit(event.event_id, "count", 8, "counted")
    place.file.write_text("")
    place.again()
    assert only(place.events()).count is None


def test_a_store_in_memory_needs_a_file_that_is_named(open_place: Callable[..., Any]) -> None:
    from timeline import Timeline

    with Timeline.open("sqlite://") as timeline, pytest.raises(InputError, match="--judgements FILE or TIMELINE_JUDGEMENTS"):
        timeline.desk("Ann", date(2022, 3, 20)).add({"imposer": "JP", "instrument": "tariff"})
    place = open_place("unused.db")
    with Timeline.open("sqlite://", place.file) as timeline:
        assert timeline.desk("Ann", date(2022, 3, 20)).add({"imposer": "JP", "instrument": "tariff"}, "seen").event
    assert len(place.lines()) == 1


def test_a_judgement_that_takes_back_what_is_not_there_is_named(place: Any) -> None:
    event = only(place.tell(told("a", FREEZE)))
    place.desk().accept(event.event_id)
    place.desk().undo()
    place.file.write_text(place.lines()[-1] + "\n")
    place.again()
    assert place.states() == {"revoke": ["evidence gone"]}
    assert "which the file does not hold" in words(place)
