"""Promises that hold for any stories and any judgements on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import Told, told

from parsers.errors import InputError
from timeline import Timeline
from timeline.event import Event
from timeline.review.desk import Desk
from timeline.store.writing import add_article, current_articles, reread

DAY = date(2022, 3, 20)
MENTION = st.fixed_dictionaries(
    {
        "instrument": st.sampled_from(["asset_freeze", "designation", "export_restriction"]),
        "scope": st.sampled_from([(), ("oil",), ("military",)]),
        "action": st.sampled_from(["impose", "impose", "lift"]),
        "announced": st.sampled_from(["2022-02-22", "2022-02-25", "2022-02-26", "2022-02", None]),
        "response_to": st.sampled_from([(), ("US",)]),
        "count": st.sampled_from([None, 3, 5]),
    }
)
ARTICLES = st.lists(st.lists(MENTION, min_size=1, max_size=3), min_size=1, max_size=4)
ACTS: list[Callable[[Desk, list[Event], int], Any]] = [
    lambda desk, events, n: desk.accept(events[n % len(events)].event_id),
    lambda desk, events, n: desk.reject(events[n % len(events)].event_id),
    lambda desk, events, n: desk.edit(events[n % len(events)].event_id, "announced", f"2022-03-{n + 1:02}", "so"),
    lambda desk, events, n: desk.edit(events[n % len(events)].event_id, "count", n, "so"),
    lambda desk, events, n: desk.merge(events[n % len(events)].event_id, events[(n + 1) % len(events)].event_id),
    lambda desk, events, n: desk.not_same(events[n % len(events)].event_id, events[(n + 1) % len(events)].event_id),
    lambda desk, events, n: desk.split(events[n % len(events)].event_id, [1]),
    lambda desk, _events, n: desk.add(
        {"imposer": "JP", "instrument": "asset_freeze", "announced": f"2022-02-2{n}", "targets": ["RU"]}, "so"
    ),
    lambda desk, _events, _n: desk.undo(),
]
WORDS = st.lists(st.tuples(st.sampled_from(range(len(ACTS))), st.integers(0, 8)), max_size=6)


def stories(drawn: list[list[dict[str, Any]]]) -> list[Told]:
    return [told(f"a{number}", *mentions, publisher=f"P{number % 3}") for number, mentions in enumerate(drawn)]


def tell(timeline: Timeline, articles: list[Told]) -> None:
    for article, reading in articles:
        add_article(timeline._engine, article, reading)


def judge(timeline: Timeline, words: list[tuple[int, int]]) -> None:
    desk = timeline.desk("Ann", DAY)
    for act, number in words:
        if events := timeline.event_list():
            try:
                ACTS[act](desk, events, number)
            except InputError:
                continue


def faces(timeline: Timeline) -> dict[frozenset[Any], Any]:
    """Each event by its evidence, with all that is said of it but its name."""
    events = timeline.event_list()
    keys = {event.event_id: frozenset(one.key for one in event.mentions) for event in events}
    assert sum(map(len, keys.values())) == len(frozenset().union(*keys.values())), "a mention stands under two events"
    return {
        keys[event.event_id]: (
            event.model_dump(exclude={"event_id", "aliases", "links"}),
            {(link.type, keys[link.to]) for link in event.links},
        )
        for event in events
    }


def whole(timeline: Timeline) -> list[Any]:
    return [event.model_dump() for event in timeline.event_list()]


@settings(max_examples=40)
@given(ARTICLES, WORDS)
def test_opening_reading_and_telling_again_changes_nothing_that_a_human_said(drawn: list[Any], words: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        with Timeline.open(path) as timeline:
            tell(timeline, stories(drawn))
            judge(timeline, words)
            said, status = whole(timeline), timeline.judged()
        with Timeline.open(path) as timeline:
            tell(timeline, stories(drawn))
            by_id = dict(article_and_reading for article_and_reading in ((article.id, read) for article, read in stories(drawn)))
            for number, article in current_articles(timeline._engine):
                reread(timeline._engine, number, article, by_id[article.id])
            assert (whole(timeline), timeline.judged()) == (said, status)


@settings(max_examples=40)
@given(ARTICLES, WORDS, st.randoms(use_true_random=False))
def test_the_order_of_articles_and_lines_and_a_line_twice_change_nothing(drawn: list[Any], words: list[Any], random: Random) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder) / "x.db", Path(folder) / "y.db"
        with Timeline.open(first) as timeline:
            tell(timeline, stories(drawn))
            judge(timeline, words)
            said = faces(timeline)
        file = Path(f"{first}.judgements.jsonl")
        lines = file.read_text(encoding="utf-8").splitlines() * 2 if file.exists() else []
        random.shuffle(lines)
        Path(f"{second}.judgements.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        shuffled = stories(drawn)
        random.shuffle(shuffled)
        with Timeline.open(second) as timeline:
            tell(timeline, shuffled)
            assert faces(timeline) == said


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_acts_that_only_their_place_tells_apart_are_linked_alike_whatever_came_first(tmp_path: Path, order: tuple[int, ...]) -> None:
    lists = [
        [("2022-02-22", ("oil",), 5)],
        [("2022-02-26", (), None)],
        [("2022-02-22", ("military",), None), ("2022-02-22", ("military",), 5)],
    ]
    drawn = [[{"instrument": "designation", "announced": day, "scope": scope, "count": n} for day, scope, n in one] for one in lists]
    file = "{}.db.judgements.jsonl"
    with Timeline.open(tmp_path / "x.db") as timeline:
        tell(timeline, stories(drawn))
        judge(timeline, [(7, 0)])
        said = faces(timeline)
    (tmp_path / file.format("y")).write_text((tmp_path / file.format("x")).read_text(encoding="utf-8"), encoding="utf-8")
    with Timeline.open(tmp_path / "y.db") as timeline:
        tell(timeline, [stories(drawn)[place] for place in order])
        assert faces(timeline) == said


@settings(max_examples=40)
@given(ARTICLES, WORDS)
def test_no_judgement_loses_evidence_and_taking_all_back_leaves_what_the_machine_says(drawn: list[Any], words: list[Any]) -> None:
    with TemporaryDirectory() as folder, Timeline.open(Path(folder) / "x.db") as timeline:
        tell(timeline, stories(drawn))
        machine = faces(timeline)
        judge(timeline, words)
        desk = timeline.desk("Ann", DAY)
        for one in timeline.judged():
            desk.undo(one.judgement.id) if one.judgement.kind != "revoke" else None
        while timeline.judged():
            desk.undo()
        assert faces(timeline) == machine
