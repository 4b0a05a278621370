"""The last step: a promise whose day has come is in force, and every mention says why."""

from __future__ import annotations

import pytest
from sentences import only

COME = {
    "applies since last month": "Japan's ban on exports of trucks to Russia was to take effect on 5 April.",
    "is to apply from a day past": "A Japanese ban on exports of trucks to Russia applies from 5 April.",
}
TO_COME = {
    "from a day to come": "Japan's ban on exports of trucks to Russia will take effect on 5 June.",
    "a verb of the future": "Japan will ban exports of trucks to Russia from 5 June.",
}


@pytest.mark.parametrize("text", COME.values(), ids=COME)
def test_a_promise_for_a_day_that_has_passed_is_in_force(text: str) -> None:
    assert only(text).status == "in_force"


@pytest.mark.parametrize("text", TO_COME.values(), ids=TO_COME)
def test_a_promise_for_a_day_to_come_is_announced(text: str) -> None:
    assert only(text).status == "announced"


def test_the_same_words_in_an_older_paper_are_still_a_promise() -> None:
    text = "Japan's ban on exports of trucks to Russia was to take effect on 5 April 2024."
    assert only(text, published="2024-03-01").status == "announced"


def test_the_reasons_name_all_that_was_found() -> None:
    mention = only("On Tuesday Japan banned exports of trucks to Russia until 1 June in response to Moscow's ban.")
    fields = {reason.field for reason in mention.reasons}
    assert {"imposer", "instrument", "status", "announced", "expires", "earliest", "latest", "response_to", "confidence"} <= fields


def test_the_quote_holds_who_acts_and_what_is_banned() -> None:
    mention = only("Rain fell. On Tuesday Japan banned exports of trucks to Russia. Rain fell again.")
    assert mention.quote.startswith("Japan banned exports of trucks")
    assert "Rain" not in mention.quote
