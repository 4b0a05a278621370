"""Who takes over whose act, and what an answer cannot lie before."""

from __future__ import annotations

from datetime import date

import pytest
from stories import merged, told

from parsers import Article, analyse
from timeline.event import Event, Link
from timeline.query import Timeline
from timeline.store.writing import add_article

FREEZE = {"imposer": "EU", "announced": "2022-02-25"}


def follow(quote: str, **more: object) -> list[Event]:
    """The act of the EU and then, three days later, the Swiss one in these words."""
    act = {"imposer": "CH", "announced": "2022-02-28", "quote": quote} | more
    return merged(told("a", FREEZE, published="2022-02-25"), told("b", act, published="2022-02-28"))


@pytest.mark.parametrize(
    ("quote", "cue"),
    [
        ("Switzerland froze assets in line with the EU.", "in line with"),
        ("Switzerland aligned itself with the European Union's measures.", "aligned itself with"),
        ("Switzerland adopted the EU's sanctions.", "adopted"),
        ("Bern decided to take over the sanctions lists of the European Union.", "take over"),
        ("Switzerland froze assets, following the example of Britain and the EU.", "following"),
    ],
)
def test_who_takes_over_an_act_points_to_it_with_the_words_that_say_so(quote: str, cue: str) -> None:
    first, second = follow(quote)
    assert second.links == (Link(type="aligns_with", to=first.event_id, cue=cue, basis="the only measure of EU before it", confidence=0.9),)


@pytest.mark.parametrize(
    ("quote", "more"),
    [
        ("Switzerland froze assets following talks with the EU.", {}),
        ("Switzerland froze assets; the EU adopted nothing.", {}),
        ("Switzerland froze assets in line with Swiss law.", {}),
        ("Switzerland closed its airspace in line with the EU.", {"instrument": "airspace_closure"}),
        ("Switzerland froze assets in line with the EU.", {"targets": ("BY",)}),
        ("Switzerland will not adopt the EU's sanctions.", {"status": "rejected"}),
    ],
)
def test_other_words_other_measures_and_refusals_take_over_nothing(quote: str, more: dict[str, object]) -> None:
    assert [event.links for event in follow(quote, **more)] == [(), ()]


def test_those_who_are_followed_are_read_from_the_sentence() -> None:
    text = "Following the United States and the EU, Japan revoked Russia's most-favoured-nation status on March 16, 2022."
    article = Article(id="a", text=text, published=date(2022, 3, 20))
    events = {event.imposer: event for event in merged((article, analyse(article)))}
    assert {(link.type, link.to) for link in events["JP"].links} == {("aligns_with", events[code].event_id) for code in ("US", "EU")}


ANSWER = {"imposer": "RU", "targets": ("JP",), "instrument": "expulsion", "response_to": ("JP",), "latest": date(2022, 4, 1)}


def bounded(**answer: object) -> Event:
    blow = told("a", {"announced": "2022-02-25"}, published="2022-02-25")
    return next(event for event in merged(blow, told("b", ANSWER | answer, published="2022-04-01")) if event.imposer == "RU")


def test_an_undated_answer_does_not_lie_before_what_it_answers_and_says_why() -> None:
    event = bounded()
    assert (event.date, event.earliest) == ("2022-02-25/2022-04-01", date(2022, 2, 25))
    assert event.earliest_reason == "not before what it answers, of 2022-02-25 at the earliest"


def test_a_dated_answer_and_one_with_a_closer_bound_keep_what_they_have() -> None:
    assert bounded(announced="2022-03-01").earliest is None
    assert bounded(earliest=date(2022, 3, 1)).earliest == date(2022, 3, 1)
    assert bounded(response_to=()).earliest_reason == ""


def test_an_answer_that_is_only_told_late_still_points_to_what_came_before_its_first_possible_day() -> None:
    blow = told("a", {"announced": "2022-02-25"}, published="2022-02-25")
    late = ANSWER | {"earliest": date(2022, 2, 25), "latest": date(2022, 12, 24)}
    answer = next(event for event in merged(blow, told("b", late, published="2022-12-24")) if event.imposer == "RU")
    assert [link.type for link in answer.links] == ["response_to"]


def test_an_undated_act_that_answers_and_takes_over_the_same_ones_act_is_stored() -> None:
    act = {"imposer": "CH", "response_to": ("EU",), "quote": "Switzerland froze assets in line with the EU.", "latest": date(2022, 2, 28)}
    stories = [told("a", FREEZE, published="2022-02-25"), told("b", act, published="2022-02-28")]
    with Timeline.open("sqlite://") as timeline:
        for article, reading in stories:
            add_article(timeline._engine, article, reading)
        kinds = {link.type for event in timeline.event_list(imposer="CH") for link in event.links}
    assert kinds == {link.type for event in merged(*stories) for link in event.links} == {"aligns_with"}
