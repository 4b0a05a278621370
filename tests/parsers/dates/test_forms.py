"""Rarer ways of telling a day, and those that tell none where nothing says when the text was written."""

from __future__ import annotations

from datetime import date

import pytest

from parsers import edtf
from parsers.dates import tag

FRIDAY = date(2022, 4, 8)
TOLD = {
    "a clock and a day": ("It shut at noon on March 3.", "2022-03-03"),
    "a clock, a zone and a day": ("It shut at 5 pm EST, Nov. 6.", "2021-11-06"),
    "a clock and a full day": ("It shut at 17:00 on 3 March 2021.", "2021-03-03"),
    "the eve of a war": ("In Kyiv on the eve of the invasion it shut.", "2022-02-23"),
    "a month of a war": ("In Kyiv in the second month of the war it shut.", "2022-03"),
    "half a month": ("In the first half of March it shut.", "2022-03-01/2022-03-15"),
    "the other half": ("In the second half of March it shut.", "2022-03-16/2022-03-31"),
    "the last days of a month": ("In the last days of March it shut.", "2022-03-29/2022-03-31"),
    "the first days of a month": ("In the first days of March it shut.", "2022-03-01/2022-03-03"),
    "the weekday that followed": ("On March 7 it met. The following Thursday it shut.", "2022-03-10"),
    "the weekday before": ("On March 7 it met. The previous Monday it had shut.", "2022-02-28"),
    "hours ago": ("It shut two hours ago.", "2022-04-08"),
    "a year in words": ("It has been shut since the year two thousand.", "2000"),
    "a year and a month in digits": ("As of 2022-03 it is shut.", "2022-03"),
    "June of next year": ("It will shut in June next year.", "2023-06"),
    "this June": ("It will shut this June.", "2022-06"),
    "the month of a pact": ("It left the March 1997 agreement.", "1997-03"),
    "nearest to a heading in a log": ("4 April 2022\n\nMonday: it shut.", "2022-04-04"),
}
NO_DAY = {
    "a span of hours too long for a day": "It shut 40 hours ago.",
    "a war that nobody knows": "It shut on the second day of the referendum.",
    "an anniversary of nothing known": "It shut on the fourth anniversary of the referendum.",
    "the number of a directive": "Directive 2014/15 is in force.",
    "a month that is none": "In 2022-99 it shut.",
    "every other week": "It shuts every other week.",
    "recent years": "In recent years it shut often.",
    "a century": "It shut in the last century.",
    "a moment": "The moment has come.",
    "for the moment": "For the moment it is shut.",
    "the past weeks": "The past debate is shut.",
    "years beyond any calendar": "It shut 9999 years ago.",
}
RELATIVE = [
    "three weeks ago",
    "two days later",
    "last week",
    "last month",
    "last year",
    "this summer",
    "in the summer of last year",
    "last quarter",
    "in the first quarter",
    "last Monday",
    "the following Monday",
    "over the weekend",
    "at 6 pm",
    "on the 5th",
    "in June last year",
    "last June",
    "in the last week of March",
    "on the third Monday of May",
    "the next morning",
    "that day",
    "six months from now",
    "in the last century",
    "on the anniversary of the invasion of Ukraine",
    "the day before",
    "in the quarter",
    "in the second half of the year",
]


@pytest.mark.parametrize(("text", "day"), TOLD.values(), ids=TOLD)
def test_the_day_is_read(text: str, day: str) -> None:
    assert [each.edtf for each in tag(text, FRIDAY)][-1] == day


@pytest.mark.parametrize("text", NO_DAY.values(), ids=NO_DAY)
def test_no_day_is_read(text: str) -> None:
    assert [each.edtf for each in tag(text, FRIDAY) if each.edtf and len(each.edtf) == 10] == []


@pytest.mark.parametrize("words", RELATIVE)
def test_what_counts_from_publication_tells_no_year_without_it(words: str) -> None:
    told = [each.edtf for each in tag(f"It shut {words}.", None) if each.edtf]
    assert all(edtf.precision(each) == "unknown_year" for each in told), told
