"""Subjects: the nearest actor before a verb that can act, and those that stand there and cannot."""

from __future__ import annotations

import pytest
from sentences import only, told

SUBJECT = {
    "right before the verb": ("Norway banned exports of drones to Iran.", "NO"),
    "an adverb between": ("Norway immediately banned exports of drones to Iran.", "NO"),
    "a day between": ("Norway on Monday banned exports of drones to Iran.", "NO"),
    "a name between commas": ("Norway, a NATO member, banned exports of drones to Iran.", "NO"),
    "behind a reason": ("Accused of delay, Norway banned exports of drones to Iran.", "NO"),
    "behind an accusation": ("After it accused Moscow of spying, Norway expelled a Russian diplomat.", "NO"),
    "behind since": ("Trade fell since Norway banned exports of drones to Iran.", "NO"),
    "told to act": ("Washington urged Norway to ban exports of drones to Iran.", "NO"),
    "said to act": ("Tehran said Norway had banned exports of drones to Iran.", "NO"),
    "genitive of a plan": ("Norway's plan to ban exports of drones to Iran angered Tehran.", "NO"),
    "the second verb": ("Norway summoned the Iranian envoy and banned exports of drones to Iran.", "NO"),
    "the one who is hit comes first": ("Iranian drones face an import ban in Norway, Oslo announced.", "NO"),
}


@pytest.mark.parametrize(("text", "imposer"), SUBJECT.values(), ids=SUBJECT)
def test_the_subject_acts(text: str, imposer: str) -> None:
    assert {m.imposer for m in told(text)} == {imposer}


def test_who_is_required_to_act_carries_out_anothers_act() -> None:
    text = "The UN Security Council imposed an arms embargo on Sudan. It required member states to ban exports of drones to Sudan."
    assert {m.imposer for m in told(text)} == {"UN"}


def test_who_is_accused_does_not_act() -> None:
    assert only("Norway, having accused Iran of plots, expelled an Iranian diplomat.").imposer == "NO"
