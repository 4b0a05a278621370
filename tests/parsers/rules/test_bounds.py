"""Between which days an act lies where its own day is not told, each bound with its reason."""

from __future__ import annotations

import pytest
from sentences import only, told

from parsers import Mention

BOUNDS = {
    "own day": ("On 12 March 2024 Norway expelled two Iranian diplomats.", "2024-03-12", "2024-03-12"),
    "own month": ("In March 2024 Norway expelled two Iranian diplomats.", "2024-03-01", "2024-03-31"),
    "only a day of effect": ("Norway's ban on exports of drones to Iran took effect on 1 April.", "2024-04-01", "2024-04-01"),
    "done, no day": ("Norway expelled two Iranian diplomats.", None, "2024-05-02"),
    "after a landmark": (
        "After Russia's invasion of Ukraine, Norway expelled a Russian diplomat.",
        "2022-02-24",
        "2024-05-02",
    ),
    "since a landmark": ("Since Russia invaded Ukraine Norway has expelled two Russian diplomats.", "2022-02-24", "2024-05-02"),
    "after a day": ("After 12 March Norway expelled two Iranian diplomats.", "2024-03-12", "2024-05-02"),
    "after a month": ("After March 2023 Norway expelled two Iranian diplomats.", "2023-03-01", "2024-05-02"),
    "before a day": ("Before 12 March Norway expelled two Iranian diplomats.", None, "2024-05-02"),
    "a landmark that is no cue": ("Norway expelled two Russian diplomats over the invasion of Ukraine.", None, "2024-05-02"),
    "planned, no day": ("Norway plans to ban exports of drones to Iran.", None, None),
    "promised for a day to come": ("Norway will ban exports of drones to Iran from 1 June.", "2024-06-01", "2024-06-01"),
}


def bounds(mention: Mention) -> tuple[str | None, str | None]:
    return tuple(day and day.isoformat() for day in (mention.earliest, mention.latest))  # type: ignore[return-value]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS.values(), ids=BOUNDS)
def test_an_act_lies_between_its_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(only(text)) == (earliest, latest)


def test_an_answer_lies_after_the_first_of_what_it_answers() -> None:
    text = (
        "On 12 March Norway expelled two Iranian diplomats. On 20 March it banned exports of drones to Iran. "
        "In response, Tehran banned imports of Norwegian fish."
    )
    assert bounds(told(text)[-1]) == ("2024-03-12", "2024-05-02")


def test_the_order_of_telling_is_no_bound() -> None:
    text = "On 12 March Norway expelled two Iranian diplomats. Sudan expelled a Norwegian diplomat."
    assert bounds(told(text)[-1]) == (None, "2024-05-02")


def test_nothing_is_known_without_a_day_of_publication() -> None:
    assert bounds(only("Norway expelled two Iranian diplomats.", published=None)) == (None, None)


def test_a_day_without_a_year_bounds_nothing() -> None:
    assert bounds(only("On March 12 Norway expelled two Iranian diplomats.", published=None)) == (None, None)


def test_each_bound_has_its_reason() -> None:
    reasons = {r.field: r.rule for r in only("Norway expelled two Iranian diplomats.").reasons}
    assert reasons["latest"] == "published"
