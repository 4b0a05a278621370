"""Dates of the event table: bounds, precision, containment and counting on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import edtf
from parsers.errors import InputError

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2022-02-25", date(2022, 2, 25), date(2022, 2, 25), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2022-02-24/2022-12-24", date(2022, 2, 24), date(2022, 12, 24), "interval"),
        ("2022-03/2022-05", date(2022, 3, 1), date(2022, 5, 31), "interval"),
    ],
)
def test_bounds_are_the_first_and_last_day(text: str, first: date, last: date, precision: str) -> None:
    assert edtf.bounds(text) == (first, last)
    assert edtf.precision(text) == precision
    assert edtf.valid(text)


@pytest.mark.parametrize(
    "text", ["", "2022-13", "2022-02-30", "25.02.2022", "2022-2-5", "22", "2022-05/2022-03", "XXXX-02-30", "/2022", "now", "2022-00"]
)
def test_what_is_no_date_is_refused_with_the_way_out(text: str) -> None:
    assert not edtf.valid(text)
    with pytest.raises(InputError) as error:
        edtf.bounds(text)
    assert "\n" not in str(error.value)


def test_a_day_without_a_year_is_valid_and_has_no_bounds() -> None:
    assert edtf.valid("XXXX-02-25")
    assert edtf.valid("XXXX-02-29")
    assert edtf.precision("XXXX-02-25") == "unknown_year"
    with pytest.raises(InputError, match="no year"):
        edtf.bounds("XXXX-02-25")


@pytest.mark.parametrize(
    ("coarse", "fine", "inside"),
    [
        ("2022-02", "2022-02-25", True),
        ("2022", "2022-02", True),
        ("2022-02-24/2022-12-24", "2022-03", True),
        ("2022-02-25", "2022-02", False),
        ("2022-03", "2022-02-25", False),
        ("XXXX-02-25", "XXXX-02-25", True),
        ("2022", "XXXX-02-25", False),
    ],
)
def test_a_coarse_date_contains_the_finer_one_inside_it(coarse: str, fine: str, inside: bool) -> None:
    assert edtf.contains(coarse, fine) is inside


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2022-07-31", "P6M", "2023-01"),
        ("2022-08-31", "P6M", "2023-02"),
        ("2014-08-06", "P1Y", "2015-08"),
        ("2025-05-23", "P180D", "2025-11-19"),
        ("2022-04-08", "P2W", "2022-04-22"),
        ("2022-07", "P6M", "2023-01"),
        ("2022-07", "P30D", "2022-08"),
        ("2012", "P2Y", "2014"),
        ("2012", "P6M", "2013-06"),
    ],
)
def test_counting_on_gives_no_more_than_the_words(start: str, duration: str, end: str) -> None:
    assert edtf.shift(start, duration) == end


def test_a_licence_for_so_many_days_runs_out_in_a_month() -> None:
    assert edtf.expiry("2025-05-23", "P180D") == "2025-11"
    assert edtf.expiry("2022-07-31", "P6M") == "2023-01"


@pytest.mark.parametrize(
    ("start", "duration"),
    [("2022-07-31", "six months"), ("2022-07-31", "PXM"), ("9999-01-01", "P2Y"), ("XXXX-02-25", "P1M"), ("9999-12-31", "P1D")],
)
def test_what_cannot_be_counted_is_an_error(start: str, duration: str) -> None:
    with pytest.raises(InputError):
        edtf.shift(start, duration)


@given(DAYS)
def test_a_day_is_its_own_bounds_and_lies_in_its_month(when: date) -> None:
    text = edtf.day(when)
    assert edtf.bounds(text) == (when, when)
    assert edtf.contains(edtf.month(when), text)


@given(DAYS, st.integers(0, 400))
def test_days_counted_on_are_calendar_days(when: date, count: int) -> None:
    assert edtf.shift(edtf.day(when), f"P{count}D") == edtf.day(when + timedelta(days=count))


@given(DAYS, st.integers(0, 60))
def test_months_counted_on_come_back(when: date, count: int) -> None:
    there = edtf.add_months(when, count)
    assert (there.year - when.year) * 12 + there.month - when.month == count


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_an_error_of_one_line(text: str) -> None:
    if edtf.valid(text) and edtf.precision(text) != "unknown_year":
        low, high = edtf.bounds(text)
        assert low <= high
    else:
        with pytest.raises(InputError) as error:
            edtf.bounds(text)
        assert "\n" not in str(error.value)
