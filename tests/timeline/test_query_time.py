"""What holds on a day, what comes within days, what is new since a run, what could be known on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from stories import Told, told

from parsers import Article, InputError
from timeline import Timeline
from timeline.store.runs import Run
from timeline.store.writing import add_article

BAN = {"instrument": "import_restriction", "scope": ("coal",)}


def filled(place: str, *stories: Told) -> Timeline:
    timeline = Timeline.open(place)
    for story in stories:
        add_article(timeline._engine, *story)
    return timeline


@pytest.fixture
def store(stores: Any) -> Callable[..., Timeline]:
    """A new store that holds some stories."""
    return lambda *stories: filled(stores.new(), *stories)


def certainty(day: str, *stories: Told) -> str:
    """How certain it is that the measure of the first story holds on a day."""
    with filled("sqlite://", *stories) as timeline:
        first = next(event.event_id for event in timeline.event_list() if event.article == stories[0][0].id)
        answer = timeline.answers(in_force_on=day).get(first)
        return answer.certainty if answer else "no"


@pytest.mark.parametrize(
    ("act", "wanted"),
    [
        ({"announced": "2022-04-08"}, "yes"),
        ({"announced": "2022-05-01"}, "yes"),
        ({"announced": "2022-05-02"}, "no"),
        ({"announced": "2022-04-08", "effective": "2022-08-10"}, "no"),
        ({"announced": "2022-04-08", "effective": "2022-05"}, "uncertain"),
        ({"announced": "2022-04-08", "expires": "2022-04-30"}, "no"),
        ({"announced": "2022-04-08", "expires": "2022-05-01"}, "yes"),
        ({"announced": "2022-04-08", "expires": "2022"}, "uncertain"),
        ({"status": "announced", "effective": "2022-04-08"}, "uncertain"),
        ({"status": "announced", "effective": "2022-06-01"}, "no"),
        ({"status": "proposed", "announced": "2022-04-08"}, "no"),
        ({"status": "rejected", "announced": "2022-04-08"}, "no"),
        ({"action": "lift", "announced": "2022-04-08"}, "no"),
        ({"latest": date(2022, 4, 30)}, "yes"),
        ({"latest": date(2022, 6, 30)}, "uncertain"),
        ({"earliest": date(2022, 5, 2), "latest": date(2022, 6, 30)}, "no"),
        ({}, "uncertain"),
    ],
    ids=str,
)
def test_a_measure_holds_from_its_day_to_its_end_and_what_is_open_is_said(act: dict[str, Any], wanted: str) -> None:
    assert certainty("2022-05-01", told("a", BAN | act, published="2022-06-30")) == wanted


def test_what_was_lifted_by_then_does_not_hold_and_before_it_did() -> None:
    ban = told("a", BAN | {"announced": "2022-01-10"}, published="2022-01-10")
    end = told("b", BAN | {"action": "lift", "announced": "2022-04-01"}, published="2022-04-01")
    assert certainty("2022-03-31", ban, end) == "yes"
    assert certainty("2022-05-01", ban, end) == "no"


def test_a_prolongation_carries_a_measure_past_its_end() -> None:
    ban = told("a", BAN | {"announced": "2022-01-10", "expires": "2022-04-01"}, published="2022-01-10")
    longer = told("b", BAN | {"action": "extend", "announced": "2022-03-20", "expires": "2022-07-01"}, published="2022-03-20")
    assert certainty("2022-05-01", ban) == "no"
    assert certainty("2022-05-01", ban, longer) == "yes"
    assert certainty("2022-08-01", ban, longer) == "no"


def test_the_table_says_why(store: Any) -> None:
    with store(told("a", BAN | {"announced": "2022-04-08", "expires": "2022"})) as timeline:
        (row,) = timeline.events(in_force_on="2022-05-01").to_dict("records")
        assert (row["certainty"], row["certainty_reason"]) == ("uncertain", "expires between 2022-01-01 and 2022-12-31")
        assert "certainty" not in timeline.events()
        assert list(timeline.events(in_force_on="2021-05-01")["certainty"]) == []


WINDOW = {"effective_within": "30d", "today": "2022-03-20"}


@pytest.mark.parametrize(
    ("act", "wanted"),
    [
        ({"announced": "2022-03-01", "effective": "2022-03-20"}, ["yes"]),
        ({"announced": "2022-03-01", "effective": "2022-04-19"}, ["yes"]),
        ({"announced": "2022-03-01", "effective": "2022-04-20"}, []),
        ({"announced": "2022-03-01", "effective": "2022-04"}, ["uncertain"]),
        ({"announced": "2022-03-01", "expires": "2022-04-01"}, ["yes"]),
        ({"announced": "2022-03-25"}, ["yes"]),
        ({"announced": "2022-03-25", "status": "announced"}, []),
        ({"latest": date(2022, 3, 25)}, []),
        ({"announced": "2022-03-25", "status": "rejected"}, []),
    ],
    ids=str,
)
def test_what_takes_effect_or_expires_in_the_days_to_come(act: dict[str, Any], wanted: list[str], store: Any) -> None:
    with store(told("a", BAN | act, published="2022-03-26")) as timeline:
        assert list(timeline.events(**WINDOW)["certainty"]) == wanted


def test_a_length_of_time_may_be_weeks_or_a_timedelta(store: Any) -> None:
    with store(told("a", BAN | {"announced": "2022-03-01", "effective": "2022-04-03"})) as timeline:
        for length, number in (("2w", 1), ("13d", 0), (timedelta(days=14), 1)):
            assert len(timeline.event_list(effective_within=length, today=date(2022, 3, 20))) == number


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"effective_within": "30d"}, "needs today"),
        ({"effective_within": "a month", "today": "2022-03-20"}, "'a month' is no length of time"),
        ({"in_force_on": "2022-05"}, "in_force_on: '2022-05' is no single day"),
        ({"in_force_on": "2022-02-30"}, "in_force_on: '2022-02-30'"),
        ({"new_since": -1}, "new_since: -1 is no run"),
        ({"new_since": 7}, "has no run 7, the last is 1"),
    ],
    ids=str,
)
def test_a_question_that_cannot_be_meant_is_named(filters: dict[str, Any], words: str, store: Any) -> None:
    with store(told("a", BAN)) as timeline, pytest.raises(InputError, match=words):
        timeline.events(**filters)


def test_new_is_what_a_later_run_saw_first(stores: Any) -> None:
    first, again, other = (Article(id=name, text=text) for name, text in enumerate_texts())
    with Timeline.open(stores.new()) as timeline:
        timeline.append([first])
        timeline.append([first])
        timeline.append([again, other])
        assert [(one.run, one.kind, one.articles, one.events) for one in timeline.runs()] == [(1, "append", 1, 1), (2, "append", 2, 1)]
        assert list(timeline.events(new_since=0)["imposer"]) == ["JP", "CA"]
        assert list(timeline.events(new_since=1)["imposer"]) == ["CA"]
        assert list(timeline.events(new_since=2)["imposer"]) == []


def enumerate_texts() -> list[tuple[str, str]]:
    freeze = "Japan froze the assets of three Russian banks on February 25, 2022."
    return [("a", freeze), ("b", f"It is known that {freeze}"), ("c", "Canada banned imports of Russian oil on February 28, 2022.")]


def test_a_run_that_fails_on_its_first_article_still_gets_its_number(stores: Any) -> None:
    with Timeline.open(stores.new()) as timeline:
        run = Run()
        with timeline._engine.connect() as connection, connection.begin() as transaction:
            run.begun(connection)
            transaction.rollback()
        add_article(timeline._engine, *told("a", BAN), run)
        assert [one.run for one in timeline.runs()] == [1]


def test_a_day_shows_the_table_as_its_articles_told_it(store: Any) -> None:
    plan = told("a", BAN | {"status": "announced", "announced": "2022-04-08"}, published="2022-04-08")
    deed = told("b", BAN | {"announced": "2022-04-12"}, published="2022-04-12")
    with store(plan, deed) as timeline:
        assert [event.status for event in timeline.as_of("2022-04-10")] == ["announced"]
        assert [event.status for event in timeline.as_of("2022-04-12")] == ["in_force"]
        assert timeline.as_of(date(2022, 4, 7)) == []
        assert timeline.as_of("2022-04-12") == timeline.event_list()
        assert {event.event_id for event in timeline.as_of("2022-04-10")} == {event.event_id for event in timeline.event_list()}
