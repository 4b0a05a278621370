"""Days and codes in words."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.vocabulary import vocabulary
from timeline.charts.days import between, say
from timeline.charts.names import full_name, jurisdiction
from timeline.charts.words import number, words
from timeline.event import LINK_TYPES
from timeline.frame import COLUMNS


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2022-02-25", "25 February 2022"),
        ("2022-03", "March 2022"),
        ("2022", "2022"),
        ("2022-04-11/2022-04-17", "between 11 April and 17 April 2022"),
        ("2021-12/2022-01", "between December 2021 and January 2022"),
        ("XXXX-02-25", "25 February, year unknown"),
        ("../2022-03-01", "by 1 March 2022"),
        ("2022-03-01/..", "from 1 March 2022"),
        (None, ""),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(edtf: str | None, said: str) -> None:
    assert say(edtf) == said


def test_short_months_and_unknown_bounds() -> None:
    assert say("2022-09-05", short=True) == "5 Sep 2022"
    assert between(None, None) == "no date and no bounds"
    assert between(None, date(2022, 3, 1), short=True) == "by 1 Mar 2022"


@pytest.mark.parametrize(
    ("code", "name"), [("JP", "Japan"), ("US", "United States"), ("EU", "EU"), ("UA-43", "Crimea"), ("CN-65", "China (65)"), ("XYZ", "XYZ")]
)
def test_places_have_short_names(code: str, name: str) -> None:
    assert jurisdiction(code) == name


def test_names_take_an_article_where_a_sentence_needs_one() -> None:
    assert [full_name(code) for code in ("US", "EU", "JP", "WEST")] == ["the United States", "the EU", "Japan", "the West"]


def test_a_count_agrees_with_its_noun() -> None:
    assert number(1, ["measure", "measures"]) == "1 measure"
    assert number(1200, ["measure", "measures"]) == "1,200 measures"


def test_every_code_that_a_page_shows_has_words() -> None:
    assert set(words()["links"]) == set(words()["links_back"]) == set(LINK_TYPES)
    assert set(vocabulary().statuses) <= set(words()["key"])
    assert {column.name for column in COLUMNS} & {"announced", "effective", "earliest", "latest", "scope", "attribution"} <= set(
        words()["fields"]
    )
