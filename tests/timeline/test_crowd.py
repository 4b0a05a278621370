"""Where many acts lie close together, only what names the same days is one; and the store finds what it has to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import Told, evidence_of, merged, told
from test_properties import DAYS, MENTION, faces

from timeline import Timeline
from timeline.frame import date_order
from timeline.merge import crowd, merge, nearness
from timeline.store.writing import add_article

BOUNDED = st.tuples(MENTION, st.sampled_from([None, date(2022, 3, 1), date(2022, 6, 1)]), DAYS).map(
    lambda drawn: drawn[0] | ({"latest": drawn[1], "announced": None, "effective": None} if drawn[1] else {"announced": drawn[2]})
)
ARTICLES = st.lists(st.tuples(st.lists(BOUNDED, max_size=4), st.sampled_from(["2022-02-25", "2022-03-10", "2023-01-01"])), max_size=7)
FEW = st.sampled_from([1, 2, 3])


@contextmanager
def limits(days: int, acts: int) -> Iterator[None]:
    """A block is crowded from ``days`` days on, and links look at ``acts`` acts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crowd, "CROWD", days)
        patch.setattr(nearness, "LATEST", acts)
        yield


def stories(drawn: list[tuple[list[dict[str, Any]], str]]) -> list[Told]:
    return [told(f"a{i}", *mentions, published=day, publisher=f"P{i % 3}") for i, (mentions, day) in enumerate(drawn)]


@settings(max_examples=40, deadline=None)
@given(drawn=ARTICLES, days=FEW, acts=FEW, random=st.randoms(use_true_random=False))
def test_in_a_crowd_the_store_holds_what_the_merge_says_whatever_came_first(
    drawn: Any, days: int, acts: int, random: Random, stores: Any
) -> None:
    with limits(days, acts), Timeline.open(stores.new()) as timeline:
        told_of = stories(drawn)
        whole = merge(*evidence_of(told_of))
        random.shuffle(told_of)
        for article, read in told_of:
            add_article(timeline._engine, article, read)
        assert faces(timeline.event_list()) == faces(sorted(whole, key=date_order))


@settings(max_examples=40, deadline=None)
@given(drawn=ARTICLES, again=ARTICLES, days=FEW, acts=FEW)
def test_a_corrected_article_leaves_what_the_corrected_ones_tell(drawn: Any, again: Any, days: int, acts: int, stores: Any) -> None:
    with limits(days, acts), Timeline.open(stores.new()) as timeline:
        other = [([one | {"quote": f"Corrected {i}."} for i, one in enumerate([*mentions, {"count": 9}])], day) for mentions, day in again]
        first, second = stories(drawn), stories(other)
        for article, read in (*first, *second):
            add_article(timeline._engine, article, read)
        left = {story[0].id: story for story in (*first, *second)}
        whole = merge(*evidence_of(left.values()))
        assert faces(timeline.event_list()) == faces(sorted(whole, key=date_order))


@given(ARTICLES, FEW, st.randoms(use_true_random=False))
def test_the_order_of_evidence_changes_nothing_in_a_crowd(drawn: Any, days: int, random: Random) -> None:
    with limits(days, 2):
        found, sources = evidence_of(stories(drawn))
        shuffled = [*found, *found]
        random.shuffle(shuffled)
        assert merge(found, sources) == merge(shuffled, sources)


def acts_of(number: int) -> list[Told]:
    """As many freezes, ten days apart."""
    days = [date(2022, 1, 1) + timedelta(10 * i) for i in range(number)]
    return [told(f"act{i}", {"announced": day.isoformat()}, published=day.isoformat()) for i, day in enumerate(days)]


def test_an_undated_mention_joins_the_one_act_that_it_fits_but_none_of_a_crowd() -> None:
    undated = told("u", {"latest": date(2024, 1, 1)}, published="2024-01-01")
    assert len(merged(*acts_of(1), undated)) == 1
    assert len(merged(*acts_of(crowd.CROWD + 1), undated)) == crowd.CROWD + 2


def test_the_same_words_are_one_act_in_any_crowd() -> None:
    twice = [told(name, {"latest": date(2024, 1, 1), "quote": "Tokyo froze assets."}, published="2024-01-01") for name in "uv"]
    assert sum(event.n_articles == 2 for event in merged(*acts_of(crowd.CROWD + 1), *twice)) == 1


def test_the_same_day_is_one_act_in_any_crowd() -> None:
    again = told("again", {"announced": "2022-01-11"}, published="2022-01-12")
    assert sum(event.n_articles == 2 for event in merged(*acts_of(crowd.CROWD + 1), again)) == 1
