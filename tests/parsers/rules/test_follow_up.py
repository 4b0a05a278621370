"""What the sentences behind an act add to its days. The paper appears on Thursday, 2 May 2024."""

from __future__ import annotations

import pytest
from sentences import Days, days, only, told

ACT = "On Tuesday Norway banned exports of drones to Iran."
HOLDS = {
    "takes effect on": ("The ban takes effect on 1 June.", Days("2024-04-30", "2024-06-01")),
    "took effect on": ("The order took effect on Wednesday.", Days("2024-04-30", "2024-05-01")),
    "applies from": ("It applies from 1 June.", Days("2024-04-30", "2024-06-01")),
    "until": ("The ban will remain in place until 31 December.", Days("2024-04-30", None, "2024-12-31")),
    "at once": ("The ban takes immediate effect.", Days("2024-04-30", "2024-04-30")),
    "another paragraph": ("\n\nThe measure will come into force on 1 June.", Days("2024-04-30", "2024-06-01")),
}
SOMETHING_ELSE = {
    "a ceasefire": "The ceasefire takes effect on 1 June.",
    "who presides from a day": "Denmark, which will preside from July, has refused to take part.",
    "before the act": "It has applied to Syria since 1989.",
    "two paragraphs on": "\n\nPrices rose.\n\nThe order takes effect on 1 June.",
}
BACK = {
    "taken on": "Norway banned exports of drones to Iran. The decision was taken on Monday.",
    "the outcome of a meeting": "Norway banned exports of drones to Iran. This was the outcome of a cabinet meeting in Oslo on Monday.",
    "had announced this": "Norway banned exports of drones to Iran. The prime minister had announced this on Monday.",
}


@pytest.mark.parametrize(("sentence", "expected"), HOLDS.values(), ids=HOLDS)
def test_the_next_sentence_says_when_it_holds(sentence: str, expected: Days) -> None:
    assert days(only(f"{ACT} {sentence}")) == expected


@pytest.mark.parametrize("sentence", SOMETHING_ELSE.values(), ids=SOMETHING_ELSE)
def test_the_next_sentence_speaks_of_something_else(sentence: str) -> None:
    assert days(told(f"{ACT} {sentence}")[0]) == Days("2024-04-30")


@pytest.mark.parametrize("text", BACK.values(), ids=BACK)
def test_the_next_sentence_says_when_it_was_decided(text: str) -> None:
    assert days(only(text)) == Days("2024-04-29")


def test_when_a_measure_was_first_laid_is_not_when_it_was_prolonged() -> None:
    text = "Norway has prolonged its ban on exports of drones to Iran. The restrictions were first imposed on 30 April 2023."
    assert told(text)[0].announced is None


def test_the_reason_of_the_move_does_not_date_it() -> None:
    text = "Norway expelled five Iranian diplomats. The decision was taken after an attack on its embassy on 4 March."
    assert days(only(text)) == Days()


def test_each_act_gets_the_term_that_names_it() -> None:
    ports, sky = told(f"{ACT} It also closed its airspace to Iranian airlines. The airspace closure will last until 1 June.")
    assert (ports.expires, sky.expires) == (None, "2024-06-01")
