"""Dates as the event table writes them: EDTF (ISO 8601-2) at the level of YYYY, YYYY-MM, YYYY-MM-DD, a/b and XXXX-MM-DD."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from parsers.errors import InputError

Precision = Literal["day", "month", "year", "interval", "unknown_year"]

POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
NO_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?\Z")
DURATION = re.compile(r"P(\d+)([YMWD])\Z")
EXPECTED = "expected YYYY, YYYY-MM, YYYY-MM-DD, XXXX-MM-DD or an interval a/b"


def day(value: date) -> str:
    """A calendar day as EDTF: ``day(date(2022, 2, 25)) == "2022-02-25"``."""
    return value.isoformat()


def month(value: date) -> str:
    """The month of a day as EDTF: ``"2022-02"``."""
    return f"{value.year:04}-{value.month:02}"


def valid(edtf: str) -> bool:
    """Whether the text is a date of the table: a real day, month or year, an interval in order, or a day without a year."""
    try:
        if precision(edtf) != "unknown_year":
            bounds(edtf)
    except InputError:
        return False
    return True


def precision(edtf: str) -> Precision:
    """How exact a date is. Raises InputError for text of another form."""
    if "/" in edtf:
        return "interval"
    if _yearless(edtf):
        return "unknown_year"
    found = POINT.match(edtf)
    if not found:
        raise InputError(f"{edtf!r} is no date of the event table; {EXPECTED}")
    return "day" if found[3] else "month" if found[2] else "year"


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a date. Raises InputError for a date without a year, an impossible day or another form."""
    first, slash, last = edtf.partition("/")
    if slash:
        low, high = bounds(first)[0], bounds(last)[1]
        if low > high:
            raise InputError(f"the interval {edtf!r} ends before it begins; write the earlier date first")
        return low, high
    return _point_bounds(edtf)


def contains(coarse: str, fine: str) -> bool:
    """Whether every day of ``fine`` lies in ``coarse``: ``contains("2022-02", "2022-02-25")``. A day without a year is in no other."""
    if "unknown_year" in (precision(coarse), precision(fine)):
        return coarse == fine
    (low, high), (first, last) = bounds(coarse), bounds(fine)
    return low <= first and last <= high


def shift(edtf: str, duration: str) -> str:
    """The date that lies a duration after another: ``shift("2022-07-31", "P6M") == "2023-01"``.

    ``duration`` is PnD, PnW, PnM or PnY. Days and weeks from a day give a day, months and years give a month, and nothing gets
    more exact than ``edtf``. An interval counts from its last day. Raises InputError for another form.
    """
    found = DURATION.match(duration)
    if not found:
        raise InputError(f"{duration!r} is no duration to count with; expected PnD, PnW, PnM or PnY")
    count, unit, exact = int(found[1]), found[2], precision(edtf)
    start = bounds(edtf)[1]
    try:
        if unit in "DW":
            end = start + timedelta(days=count * (7 if unit == "W" else 1))
            return {"year": f"{end.year:04}", "month": month(end)}.get(exact, day(end))
        end = add_months(start, count * (12 if unit == "Y" else 1))
    except (ValueError, OverflowError):
        raise InputError(f"{edtf} and {duration} lead past the year 9999; give a shorter duration") from None
    return f"{end.year:04}" if exact == "year" and unit == "Y" else month(end)


def expiry(edtf: str, duration: str) -> str:
    """When a measure laid "for 90 days" or "for six months" on ``edtf`` runs out: to the month, as the gold convention has it."""
    return shift(edtf, duration)[:7]


def add_months(start: date, count: int) -> date:
    """The same day ``count`` months on (or back), or the last of that month where it is shorter. Raises ValueError past year 9999."""
    months = start.year * 12 + start.month - 1 + count
    year, number = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    return date(year, number, min(start.day, monthrange(year, number)[1]))


def _yearless(edtf: str) -> bool:
    found = NO_YEAR.match(edtf)
    if not found:
        return False
    try:
        date(2000, int(found[1]), int(found[2] or 1))
    except ValueError:
        raise InputError(f"{edtf!r} is no day of any year; {EXPECTED}") from None
    return True


def _point_bounds(edtf: str) -> tuple[date, date]:
    exact = precision(edtf)
    if exact == "unknown_year":
        raise InputError(f"{edtf!r} has no year, so it has no first and last day; supply a year first")
    try:
        year, *rest = (int(part) for part in edtf.split("-"))
        if exact == "year":
            return date(year, 1, 1), date(year, 12, 31)
        if exact == "month":
            return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
        return (date(year, *rest),) * 2
    except (ValueError, IndexError):
        raise InputError(f"{edtf!r} is no day of the calendar; {EXPECTED}") from None
