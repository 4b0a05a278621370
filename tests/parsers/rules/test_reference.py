"""Which measure "the ban" or "the same" stands for."""

from __future__ import annotations

import pytest
from sentences import acts, left_out, only, told

FIRST = "Norway banned imports of Belarusian potash in 2021. "
STANDS_FOR = {
    "the ban was lifted": ("On Monday Norway lifted the ban.", "NO lift import_restriction"),
    "the ban was eased": ("On Monday Oslo eased the ban.", "NO ease import_restriction"),
    "the ban was extended": ("On Monday Norway extended the ban until 2026.", "NO extend import_restriction"),
    "the restrictions": ("On Monday Norway lifted the restrictions.", "NO lift import_restriction"),
    "the measures": ("On Monday Norway lifted the measures.", "NO lift import_restriction"),
    "did the same": ("Iceland did the same.", "IS impose import_restriction"),
    "followed suit": ("Iceland followed suit.", "IS impose import_restriction"),
    "a ban of its own": ("Iceland announced a ban of its own.", "IS impose import_restriction"),
    "a similar ban": ("Iceland imposed a similar ban.", "IS impose import_restriction"),
}
NOTHING_NEW = {
    "the ban is told again": "The ban angered Minsk.",
    "the move": "The move angered Minsk.",
    "its own ban announced": "Norway announced the ban at noon.",
}
UNKNOWN = {"lifted, but what": "Norway lifted its ban on smoking.", "the same, but as what": "Norway did the same."}


@pytest.mark.parametrize(("text", "act"), STANDS_FOR.values(), ids=STANDS_FOR)
def test_it_stands_for_the_measure_told_before(text: str, act: str) -> None:
    assert acts(told(FIRST + text)) == ["NO impose import_restriction", act]


@pytest.mark.parametrize(("text", "act"), STANDS_FOR.values(), ids=STANDS_FOR)
def test_it_hits_whom_the_measure_told_before_hit(text: str, act: str) -> None:
    assert told(FIRST + text)[-1].targets == ("BY",), act
    assert told(FIRST + text)[-1].scope == ("fertiliser",), act


@pytest.mark.parametrize("text", NOTHING_NEW.values(), ids=NOTHING_NEW)
def test_a_second_word_for_it_is_no_second_act(text: str) -> None:
    assert only(FIRST + text).instrument == "import_restriction"


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_what_was_never_told_is_left_out(text: str) -> None:
    assert [s.rule for s in left_out(text)] == ["reference"]


def test_nobody_prolongs_the_ban_of_another() -> None:
    assert acts(told(FIRST + "Iceland extended the ban until 2026.")) == ["NO impose import_restriction"]


@pytest.mark.parametrize("text", ["Iceland has refused to take part.", "Iceland will not join in.", "Iceland declined to do the same."])
def test_a_refusal_is_of_the_measure_told_before(text: str) -> None:
    refused = told(FIRST + text)[-1]
    assert (refused.imposer, refused.instrument, refused.status) == ("IS", "import_restriction", "rejected")
