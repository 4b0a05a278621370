"""Told twice is one: the second telling makes the first richer, and what differs stays apart."""

from __future__ import annotations

import pytest
from sentences import acts, only, told

ONCE = {
    "the same words": "Norway banned imports of Belarusian potash. Norway banned imports of Belarusian potash.",
    "headline and body": "Norway bans imports of Belarusian potash\n\nNorway has banned imports of Belarusian potash.",
    "promised, then done": "Norway will ban imports of Belarusian potash. The ban on imports of Belarusian potash took effect on Monday.",
    "leave-by in the same sentence": "Norway declared two Iranian diplomats personae non gratae and gave them 72 hours to leave.",
    "a label and its content": "Norway imposed new sanctions on Belarus and banned imports of Belarusian potash.",
    "sanctioned and frozen": "Norway put five Iranian generals on its sanctions list and froze their assets.",
}
TWICE = {
    "other goods": "Norway banned imports of Belarusian potash. Norway banned imports of Belarusian timber.",
    "other target": "Norway banned exports of drones to Iran. Norway banned exports of drones to Sudan.",
    "other day": "On 1 April Norway expelled two Iranian diplomats. On 9 April Norway expelled an Iranian diplomat.",
    "other action": "Norway banned imports of Belarusian potash in 2021. On Monday it lifted its ban on imports of Belarusian potash.",
    "planned beside done": "Norway banned exports of drones to Iran. Norway is considering a ban on exports of drones to Iran.",
    "two rates": "The US put a tariff of 25% on Chinese steel. It put a tariff of 10% on Chinese steel too.",
    "two imposers": "Norway and Iceland banned imports of Belarusian potash.",
    "two of a kind in one sentence": "Norway suspended its talks with Russia and suspended its talks with Iran.",
}


@pytest.mark.parametrize("text", ONCE.values(), ids=ONCE)
def test_one_act_is_told_once(text: str) -> None:
    assert len(told(text)) == 1, acts(told(text))


@pytest.mark.parametrize("text", TWICE.values(), ids=TWICE)
def test_two_acts_stay_two(text: str) -> None:
    assert len(told(text)) == 2, acts(told(text))


def test_the_second_telling_adds_what_the_first_left_out() -> None:
    text = (
        "Norway banned exports of drones.\n\nNorway banned exports of drones and chips to Iran on 23 April, "
        "in response to Tehran's attack, until 1 May 2025."
    )
    mention = only(text)
    assert (mention.targets, mention.announced, mention.expires) == (("IR",), "2024-04-23", "2025-05-01")
    assert "technology" in mention.scope


def test_a_freeze_that_follows_from_a_listing_is_part_of_it() -> None:
    text = (
        "The US Treasury designated two Iranian shipping companies.\n\n"
        "As a result, all property of those designated in the United States is blocked."
    )
    assert acts(told(text)) == ["US impose designation"]


def test_the_first_quote_stays() -> None:
    text = "Norway banned imports of Belarusian potash. On Monday Norway banned imports of Belarusian potash."
    assert only(text).start == 0


@pytest.mark.parametrize(
    "text",
    [
        "Norway extended its ban on imports of Belarusian potash for another six months. It extended the ban until 31 January 2025.",
        "Norway extended its ban on imports of Belarusian potash until January 2025. Norway extended the ban until 31 January 2025.",
    ],
)
def test_the_day_told_exactly_wins(text: str) -> None:
    assert only(text).expires == "2025-01-31"
