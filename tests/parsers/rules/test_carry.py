"""How far a day carries: along its heading, its line and its announcement, and not into what lies further back."""

from __future__ import annotations

import pytest
from sentences import told

CARRIED = {
    "also, same paragraph": "On 23 April Norway banned exports of drones to Iran. It also expelled three Iranian diplomats.",
    "same paragraph": "On 23 April Norway banned exports of drones to Iran. The government expelled three Iranian diplomats.",
    "in addition, next paragraph": (
        "On 23 April Norway banned exports of drones to Iran.\n\nIn addition, the government expelled three Iranian diplomats."
    ),
    "same heading": "23 April 2024\n\nNorway banned exports of drones to Iran.\n\nNorway expelled three Iranian diplomats.",
    "same row": "| 23 April 2024 | Norway banned exports of drones to Iran; it expelled three Iranian diplomats. |",
}
NOT_CARRIED = {
    "earlier": "On 23 April Norway banned exports of drones to Iran. It had earlier expelled three Iranian diplomats.",
    "already": "On 23 April Norway banned exports of drones to Iran. Oslo has already expelled three Iranian diplomats.",
    "another imposer": "On 23 April Norway banned exports of drones to Iran. Denmark expelled three Iranian diplomats.",
    "later": "On 23 April Norway banned exports of drones to Iran. Later it expelled three Iranian diplomats.",
    "another paragraph": "On 23 April Norway banned exports of drones to Iran.\n\nNorway expelled three Iranian diplomats.",
    "the heading of the background": (
        "On 23 April Norway banned exports of drones to Iran.\n\nBackground\n\nNorway also expelled three Iranian diplomats."
    ),
    "dateline": "OSLO, April 23 -\n\nNorway banned exports of drones to Iran. Norway expelled three Iranian diplomats.",
}


@pytest.mark.parametrize("text", CARRIED.values(), ids=CARRIED)
def test_the_day_goes_on(text: str) -> None:
    assert [m.announced for m in told(text)] == ["2024-04-23", "2024-04-23"]


@pytest.mark.parametrize("text", NOT_CARRIED.values(), ids=NOT_CARRIED)
def test_the_day_ends_there(text: str) -> None:
    assert told(text)[-1].announced is None


def test_each_heading_dates_what_stands_under_it() -> None:
    text = "23 April 2024\n\nNorway expelled three Iranian diplomats.\n\n24 April 2024\n\nIran expelled two Norwegian diplomats."
    assert [m.announced for m in told(text)] == ["2024-04-23", "2024-04-24"]


def test_each_entry_has_the_day_that_it_opens_with() -> None:
    text = "- 23 April 2024: Norway expelled three Iranian diplomats.\n- 24 April 2024: Iran expelled two Norwegian diplomats."
    assert [m.announced for m in told(text)] == ["2024-04-23", "2024-04-24"]


def test_the_day_of_an_entry_ends_with_its_line() -> None:
    text = "- 23 April 2024: Norway expelled three Iranian diplomats.\n- Iran expelled two Norwegian diplomats."
    assert [m.announced for m in told(text)] == ["2024-04-23", None]


def test_a_coarser_day_below_a_heading_does_not_replace_it() -> None:
    text = "23 April 2024\n\n2024 drone affair\n\nNorway expelled three Iranian diplomats."
    assert [m.announced for m in told(text)] == ["2024-04-23"]


def test_the_day_of_the_news_carries_to_the_further_acts_of_its_imposer() -> None:
    text = "Norway on Wednesday banned exports of drones to Iran.\n\nTraders shrugged.\n\nOslo will close its ports to Iranian ships."
    assert [m.announced for m in told(text)] == ["2024-05-01", "2024-05-01"]


def test_an_act_that_applied_before_the_day_told_does_not_take_it() -> None:
    text = "On 23 April Norway banned exports of drones to Iran. Since March it has also closed its ports to Iranian ships."
    first, second = told(text)
    assert (first.announced, second.announced, second.effective) == ("2024-04-23", None, "2024-03")


@pytest.mark.parametrize("opening", ["The decision was taken on", "The measures were adopted on", "Both moves were announced on"])
def test_a_sentence_that_only_dates_dates_what_was_told_before(opening: str) -> None:
    text = f"Norway banned exports of drones to Iran and closed its ports to Iranian ships. {opening} Monday."
    assert [m.announced for m in told(text)] == ["2024-04-29", "2024-04-29"]


def test_a_sentence_that_dates_something_else_does_not() -> None:
    text = "Norway banned exports of drones to Iran. The decision was taken because of attacks. Rain fell on Monday."
    assert [m.announced for m in told(text)] == [None]


SAME_DAY = {
    "minutes later": "On 23 April Norway banned exports of drones to Iran. Minutes later Denmark expelled three Iranian diplomats.",
    "said before it is told": "Norway's government decided on 23 April to act. It banned exports of drones to Iran.",
    "of many states": "Iranian envoys were sent home by a dozen countries on 23 April. Norway expelled three Iranian diplomats.",
    "an order of the same day": (
        "Washington announced on 23 April that it would act. By an order signed the same day the US banned imports of Iranian carpets."
    ),
}


@pytest.mark.parametrize("text", SAME_DAY.values(), ids=SAME_DAY)
def test_the_day_told_just_before(text: str) -> None:
    assert told(text)[-1].announced == "2024-04-23"


def test_what_was_done_the_day_that_something_happened_is_no_part_of_the_news() -> None:
    text = "On 23 April Norway banned exports of drones to Iran. The day the act was passed, it expelled three Iranian diplomats."
    assert told(text)[-1].announced is None


TABLE = """Imposer | Measure | Decided | In force | Until
Norway | Ban on exports of drones to Iran | 23 April 2024 | 1 May 2024 | 31 December 2024
Denmark | Import ban on Iranian carpets | 24 April 2024 | | 1 June 2025
"""


def test_the_heads_of_the_columns_say_what_their_days_are() -> None:
    assert [(m.announced, m.effective, m.expires) for m in told(TABLE)] == [
        ("2024-04-23", "2024-05-01", "2024-12-31"),
        ("2024-04-24", None, "2025-06-01"),
    ]
