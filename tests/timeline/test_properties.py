"""Promises of the merge that hold for any evidence: order-free, idempotent, nothing lost, ids kept, store and pure merge agree."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import Told, evidence_of, told

from timeline.event import Event
from timeline.frame import date_order
from timeline.merge import merge
from timeline.query import Timeline
from timeline.store.writing import add_article

DAYS = st.sampled_from(["2022-02-22", "2022-02-25", "2022-02-26", "2022-03-30", "2022-02", "2022-01/2022-04", "2022", "XXXX-02-25", None])
MENTION = st.fixed_dictionaries(
    {
        "imposer": st.sampled_from(["JP", "US", "RU", "G7"]),
        "targets": st.sampled_from([("RU",), ("RU", "BY"), ("US",), ("WEST",), ()]),
        "instrument": st.sampled_from(["asset_freeze", "designation", "travel_ban", "export_restriction", "sanctions_package"]),
        "scope": st.sampled_from([(), ("oil",), ("oil", "gas"), ("military",)]),
        "action": st.sampled_from(["impose", "impose", "expand", "lift", "extend"]),
        "status": st.sampled_from(["in_force", "in_force", "announced", "proposed", "rejected"]),
        "announced": DAYS,
        "effective": st.sampled_from([None, None, "2022-03-01", "2022-04-05"]),
        "response_to": st.sampled_from([(), (), ("US",), ("RU",), ("WEST",)]),
        "count": st.sampled_from([None, 3, 5]),
    }
)
ARTICLES = st.lists(st.tuples(st.lists(MENTION, max_size=4), st.sampled_from(["2022-02-25", "2022-03-10", "2023-01-01", None])), max_size=7)


def stories(drawn: list[tuple[list[dict[str, Any]], str | None]]) -> list[Told]:
    numbers = count()
    return [told(f"a{next(numbers)}", *mentions, published=day, publisher=f"P{i % 3}") for i, (mentions, day) in enumerate(drawn)]


def faces(events: list[Event]) -> dict[frozenset[Any], Any]:
    """Each event by its evidence, with everything that is said of it but its name."""
    keys = {event.event_id: frozenset(one.key for one in event.mentions) for event in events}
    return {
        keys[event.event_id]: (
            event.model_dump(exclude={"event_id", "aliases", "links"}),
            {(link.type, keys[link.to], link.cue, link.basis) for link in event.links},
        )
        for event in events
    }


@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_evidence_changes_nothing_and_twice_is_once(drawn: list[Any], random: Random) -> None:
    found, sources = evidence_of(stories(drawn))
    shuffled = [*found, *found]
    random.shuffle(shuffled)
    assert merge(found, sources) == merge(shuffled, sources)


@given(ARTICLES)
def test_every_mention_stands_under_exactly_one_event(drawn: list[Any]) -> None:
    found, sources = evidence_of(stories(drawn))
    kept = [one.key for event in merge(found, sources) for one in event.mentions]
    assert sorted(kept) == sorted({one.key for one in found})


@given(ARTICLES)
def test_no_event_holds_what_its_evidence_does_not_tell(drawn: list[Any]) -> None:
    for event in merge(*evidence_of(stories(drawn))):
        assert {event.imposer} == {one.imposer for one in event.mentions}
        assert (event.status == "rejected") == any(one.status == "rejected" for one in event.mentions)
        for name in ("announced", "effective", "expires", "instrument", "action"):
            assert getattr(event, name) in {None, *(getattr(one, name) for one in event.mentions)}
        assert len({one.digest for one in event.mentions}) == len(event.mentions) == event.n_articles >= event.n_sources >= 1


@settings(max_examples=25)
@given(drawn=ARTICLES, random=st.randoms(use_true_random=False))
def test_the_store_holds_what_the_merge_says_whatever_came_first(drawn: list[Any], random: Random, stores: Any) -> None:
    told_of = stories(drawn)
    whole = merge(*evidence_of(told_of))
    random.shuffle(told_of)
    with Timeline.open(stores.new()) as timeline:
        for article, read in told_of:
            add_article(timeline._engine, article, read)
        assert faces(timeline.event_list()) == faces(sorted(whole, key=date_order))


@settings(max_examples=25)
@given(drawn=ARTICLES)
def test_a_new_article_never_renames_an_event(drawn: list[Any], stores: Any) -> None:
    with Timeline.open(stores.new()) as timeline:
        given_ids: dict[str, int] = {}
        for article, read in stories(drawn):
            add_article(timeline._engine, article, read)
            now = {event.event_id: event for event in timeline.event_list()}
            for name in given_ids:
                assert name in now or any(name in event.aliases for event in now.values())
                assert timeline.event(name).event_id in now
            given_ids |= dict.fromkeys(now, 1)
