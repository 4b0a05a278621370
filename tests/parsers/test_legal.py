"""Acts are cited as the text writes them, and counts are those of the act that is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.counts import number_words
from parsers.fold import fold
from parsers.legal import find_counts, find_legal


@pytest.mark.parametrize(
    "ref",
    [
        "Executive Order 14024",
        "EO 14065",
        "E.O. 13661",
        "Council Regulation (EU) No 833/2014",
        "Council Regulation (EU) 2022/328",
        "Council Implementing Regulation (EU) 2022/336",
        "Council Decision 2014/512/CFSP",
        "Decision (CFSP) 2022/265",
        "Decree No. 252",
        "Presidential Decree No. 560",
        "Government Resolution No. 851",
        "resolution 1929",
        "UN Security Council Resolution 661",
        "SOR/2022-27",
        "281-FZ",
        "General License 8",
        "General Licence 13A",
        "GL 44",
        "Directive 1A",
        "notice 46",
        "Announcement No. 46",
        "CAATSA",
        "Russia Sanctions Act",
        "Comprehensive Anti-Apartheid Act of 1986",
        "Special Economic Measures (Russia) Regulations",
    ],
)
def test_an_act_is_cited_as_written(ref: str) -> None:
    text = f"It was done under {ref}, officials said."
    assert [(legal.ref, text[legal.start : legal.end]) for legal in find_legal(text)] == [(ref, ref)]


@pytest.mark.parametrize(
    "text",
    ["in order to act", "a decree of 15 May", "by decree 15 May 2014", "The notice 90 days before", "the law", "Act now", "a resolution"],
)
def test_words_of_law_without_a_number_cite_nothing(text: str) -> None:
    assert find_legal(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sanctions on 36 oligarchs", [(36, "oligarchs")]),
        ("Forty companies were listed", [(40, "companies")]),
        ("expelled eight Russian diplomats", [(8, "diplomats")]),
        ("78 persons and eight entities", [(78, "persons"), (8, "entities")]),
        ("twelve names", [(12, "names")]),
        ("Twenty-three diplomats and thirty one firms", [(23, "diplomats"), (31, "firms")]),
        ("close to 400 more individuals", [(400, "individuals")]),
        ("1,200 people", [(1200, "people")]),
        ("a dozen officials", [(12, "officials")]),
        ("three hundred lawmakers", [(300, "lawmakers")]),
    ],
)
def test_a_count_is_read_from_digits_and_words(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(c.n, c.noun) for c in find_counts(text, fold(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "bringing the total to 1,200 people",
        "a total of more than 90 firms",
        "so far 90 firms",
        "$40 companies",
        "in March 2022 officials said",
        "from 1 March banks must close",
        "three million Russians",
        "60-day companies",
    ],
)
def test_totals_dates_and_amounts_are_no_count(text: str) -> None:
    assert find_counts(text, fold(text)) == []


@given(st.sampled_from(sorted(number_words().items())))
def test_every_written_number_is_read(number: tuple[str, int]) -> None:
    text = f"hit {number[0]} banks"
    assert [c.n for c in find_counts(text, text)] == [number[1]]


@given(st.text(alphabet=st.sampled_from("EO 14024 Act of (EU) No 8/ 36 banks twenty-FZ\nİ"), max_size=80))
def test_offsets_are_in_order(text: str) -> None:
    for found in (find_legal(text), find_counts(text, fold(text))):
        end = 0
        for item in found:
            assert end <= item.start < item.end <= len(text)
            end = item.end
