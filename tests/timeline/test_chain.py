"""Who answered whom, around one event."""

from __future__ import annotations

from typing import Any

import pytest
from stories import Told, told

from parsers import InputError
from timeline import Timeline
from timeline.chain import Chain, chain_around, neighbours_in
from timeline.store.writing import add_article

OUT = {"instrument": "expulsion", "scope": ("officials",)}


def blow(name: str, day: str, imposer: str = "GB", **more: Any) -> Told:
    target = "RU" if imposer == "GB" else "GB"
    return told(name, OUT | {"imposer": imposer, "targets": (target,), "announced": day} | more, published=day)


STORY = (
    blow("a", "2018-03-14"),
    blow("b", "2018-03-17", "RU", response_to=("GB",)),
    blow("c", "2018-03-30", "RU", action="expand"),
    blow("d", "2018-04-20", response_to=("RU",)),
    told("e", {"announced": "2018-03-20"}, published="2018-03-20"),
)


@pytest.fixture(scope="module")
def timeline(stores: Any) -> Any:
    with Timeline.open(stores.new()) as opened:
        for story in STORY:
            add_article(opened._engine, *story)
        yield opened


def name_of(timeline: Timeline, article: str) -> str:
    return next(event.event_id for event in timeline.event_list() if event.article == article)


def told_by(chain: Chain) -> list[str]:
    return [event.article or "" for event in chain.events]


def test_a_chain_leads_both_ways_in_order_of_time(timeline: Timeline) -> None:
    for start in "abcd":
        assert told_by(timeline.chain(name_of(timeline, start))) == ["a", "b", "c", "d"]
    names = {event.event_id: event.article for event in timeline.event_list()}
    arrows = {(names[one.source], one.link.type, names[one.link.to]) for one in timeline.chain(name_of(timeline, "b")).arrows}
    assert arrows == {("b", "response_to", "a"), ("c", "expands", "b"), ("d", "response_to", "c")}


def test_an_event_without_links_stands_alone(timeline: Timeline) -> None:
    assert told_by(timeline.chain(name_of(timeline, "e"))) == ["e"]


def test_what_lies_beyond_the_depth_is_counted(timeline: Timeline) -> None:
    chain = timeline.chain(name_of(timeline, "a"), depth=1)
    assert (told_by(chain), chain.beyond) == (["a", "b"], 1)
    assert list(chain.lines())[-1].startswith("1 more beyond")
    assert timeline.chain(name_of(timeline, "a"), depth=3).beyond == 0


def test_the_lines_mark_the_event_and_give_the_words_of_each_arrow(timeline: Timeline) -> None:
    lines = list(timeline.chain(name_of(timeline, "b"), depth=1).lines())
    assert [line[:12] for line in lines if not line.startswith("      ")] == [
        "  2018-03-14",
        "> 2018-03-17",
        "  2018-03-30",
        "1 more beyon",
    ]
    assert f"      response to {name_of(timeline, 'a')} (the only measure of GB before it, confidence 0.90)" in lines


def test_the_chain_of_a_list_of_events_is_that_of_the_store(timeline: Timeline) -> None:
    events = timeline.event_list()
    for event in events:
        chain = timeline.chain(event.event_id)
        assert chain_around(event, neighbours_in(events)).as_json() == chain.as_json()


def test_an_event_that_is_not_there_is_named(timeline: Timeline) -> None:
    with pytest.raises(InputError, match="no event 'x'"):
        timeline.chain("x")
