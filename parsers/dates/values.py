"""Readings written down: TIMEX3 value and EDTF for a day, month, year, week, quarter, season, and for durations."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.dates.timex import Reading
from parsers.edtf import add_months, month

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def on_day(value: date, basis: str = "relative", note: str = "", part: str = "") -> Reading:
    """A day, or with ``part`` ("MO", "18:00") a time on it."""
    iso = value.isoformat()
    return Reading("TIME", f"{iso}T{part}", iso, basis, note) if part else Reading("DATE", iso, iso, basis, note)


def in_month(year: int, number: int, basis: str = "relative", note: str = "") -> Reading:
    return point(f"{year:04}-{number:02}", basis, note)


def in_year(year: int, basis: str = "relative", note: str = "") -> Reading:
    return point(f"{year:04}", basis, note)


def point(edtf: str, basis: str = "relative", note: str = "") -> Reading:
    """A date whose TIMEX3 value is its EDTF."""
    return Reading("DATE", edtf, edtf, basis, note)


def in_week(anchor: date, basis: str = "relative", note: str = "") -> Reading:
    """The week of a day, Monday to Sunday."""
    year, week, weekday = anchor.isocalendar()
    monday = anchor - timedelta(days=weekday - 1)
    return Reading("DATE", f"{year:04}-W{week:02}", f"{monday}/{monday + timedelta(days=6)}", basis, note)


def weekend(anchor: date, note: str = "") -> Reading:
    """Saturday and Sunday of the week of a day."""
    year, week, weekday = anchor.isocalendar()
    saturday = anchor + timedelta(days=6 - weekday)
    return Reading("DATE", f"{year:04}-W{week:02}-WE", f"{saturday}/{saturday + timedelta(days=1)}", "relative", note)


def span(value: str, first: date, months: int, basis: str, note: str) -> Reading:
    """Several whole months from a first day on, under one TIMEX3 value (a quarter, a season, a half)."""
    last = add_months(first, months - 1)
    return Reading("DATE", value, f"{month(first)}/{month(last)}", basis, note)


def quarter(year: int, number: int, basis: str = "relative", note: str = "") -> Reading:
    return span(f"{year:04}-Q{number}", date(year, 3 * number - 2, 1), 3, basis, note)


def half(year: int, number: int, basis: str = "relative", note: str = "") -> Reading:
    return span(f"{year:04}-H{number}", date(year, 6 * number - 5, 1), 6, basis, note)


def season(year: int, code: str, basis: str = "relative", note: str = "") -> Reading:
    """A season of the year in which it begins: winter 2023 runs to February 2024."""
    return span(f"{year:04}-{code}", date(year, SEASON_MONTHS[code], 1), 3, basis, note)


def lasting(count: int | str, unit: str, kind: str = "DURATION") -> Reading:
    """A duration: unit codes of the pack (D W M Q Y F DE CE TH TM TS), count a number or "X"."""
    value = amount(count, unit)
    return Reading(kind, value, None, "relative", "")


def amount(count: int | str, unit: str) -> str:
    """The TIMEX3 value of so many units."""
    scale = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y")}
    if unit in scale and count != "X":
        factor, unit = scale[unit]
        count = int(count) * factor
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"


def back_or_on(anchor: date, count: int, unit: str, sign: int, note: str) -> Reading | None:
    """So many units before (-1) or after (1) a day, as exact as the unit: days and weeks a day, months a month, years a year."""
    try:
        return _shifted(anchor, count * sign, unit, note)
    except (ValueError, OverflowError):
        return None


def _shifted(anchor: date, count: int, unit: str, note: str) -> Reading | None:
    if unit.startswith("T"):
        # So many hours from a day without a clock: the day itself is as exact as the words allow, for short spans only.
        return Reading("TIME", f"{anchor}TXX", anchor.isoformat(), note=note) if unit != "TH" or abs(count) < 12 else None
    if unit in "DWF":
        return on_day(anchor + timedelta(days=count * {"D": 1, "W": 7, "F": 14}[unit]), note=note)
    if unit in "MQ":
        moved = add_months(anchor, count * (3 if unit == "Q" else 1))
        return quarter(moved.year, (moved.month + 2) // 3, note=note) if unit == "Q" else in_month(moved.year, moved.month, note=note)
    year = anchor.year + count * {"Y": 1, "DE": 10, "CE": 100}[unit]
    return in_year(year, note=note) if 1 <= year <= 9999 else None


def days_in(year: int, number: int) -> int:
    """How many days a month has."""
    if number == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if number in (4, 6, 9, 11) else 31


def real_day(year: int, number: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if 1 <= number <= 12 and 1 <= year <= 9999 and 1 <= day <= days_in(year, number):
        return date(year, number, day)
    return None


def days(first: date, last: date, basis: str = "relative", note: str = "", value: str = "") -> Reading:
    """Several days, as an interval; the TIMEX3 value is that of the first unless given."""
    return Reading("DATE", value or first.isoformat(), f"{first}/{last}", basis, note)
