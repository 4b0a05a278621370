"""No text raises, every offset proves itself, and twice the text is at most about twice the work."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import edtf
from parsers.dates import tag
from parsers.dates.grammar import grammar

WORDS = st.sampled_from(
    "May March 5 31 2022 1990s ago later last next the a of two days week year Friday Sun morning noon Q1 spring fiscal every now soon"
    " 25.10.2021 2022-02-30 10/24/08 6pm 16:08 UTC ' \" ( ) [ ] , . - – | : ; \n \n\n • before after invasion Ukraine war first second"
    " 1/2 half century 0 99 1,000 3.5 XXXX İ ß 二 today until by".split(" ")
)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


def check(text: str, published: date | None) -> None:
    end = 0
    for each in tag(text, published):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end].strip() == text[each.start : each.end]
        assert each.type in ("DATE", "TIME", "DURATION", "SET")
        assert each.value
        assert each.edtf is None or edtf.valid(each.edtf)
        end = each.end


@given(st.text(max_size=300), DAYS)
@settings(deadline=None)
def test_any_text_is_read_without_an_error(text: str, published: date | None) -> None:
    check(text, published)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.lists(WORDS, max_size=60).map("".join), DAYS)
@settings(deadline=None, max_examples=400)
def test_words_of_time_in_any_order_are_read_without_an_error(text: str, published: date | None) -> None:
    check(text, published)


HOSTILE = [
    "1 ", "May ", ", ", "(", "] [", "2022 ", "2022-", "the ", "last ", "two days after ", "25.10.", "1,1", "'82 ", "Monday, ", "| 1 May ",
    "1 May: ", "1\n", "May 5, 2022\n", "three days after the war in Ukraine ", "a", "8th of the ", "half ", "1/2 ", "since ", "0'",
    "\n", " ",
]  # fmt: skip


def work(text: str) -> int:
    """Steps taken in Python code and in calls from it while a text is read."""
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        tag(text, date(2022, 4, 8))
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("piece", HOSTILE)
def test_each_further_stretch_of_hostile_text_costs_no_more_than_the_one_before(piece: str) -> None:
    tag("May 5, 2022", None)
    costs = []
    for stretches in (1, 2, 3):
        grammar().memory.clear()
        costs.append(work(piece * (stretches * 3000 // len(piece))))
    assert costs[2] - costs[1] <= 1.1 * (costs[1] - costs[0]) + 500


def test_memory_of_phrases_stays_bounded() -> None:
    from itertools import product

    for words in product(["May", "5", "2022", "Friday", "last", "week", "ago"], repeat=4):
        tag(" ".join(words), None)
    assert len(grammar().memory) <= 4000
