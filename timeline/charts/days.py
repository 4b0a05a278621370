"""Days in words: an EDTF date as a reader would say it, never more precise than it is."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timeline.charts.words import words


def month_name(month: int, *, short: bool = False) -> str:
    """The name of a month, 1 to 12."""
    return str(words()["dates"]["short" if short else "months"][month - 1])


@lru_cache(maxsize=100_000)
def say(edtf: str | None, *, short: bool = False) -> str:
    """``2022-02-25`` as "25 February 2022", ``2022-03`` as "March 2022", an interval as "between ... and ...".

    ``XXXX-02-25`` is "25 February, year unknown"; an open side is "by" or "from". ``short`` cuts month names to three letters.
    """
    if not edtf:
        return ""
    if "/" in edtf:
        return _interval(*edtf.split("/", 1), short=short)
    return _single(edtf, short)


def day(value: date, *, short: bool = False) -> str:
    """A day in words: "25 February 2022"."""
    return say(value.isoformat()[:10], short=short)


def between(first: date | None, last: date | None, *, short: bool = False) -> str:
    """Bounds in words; "no date and no bounds" where both sides are unknown."""
    if not first and not last:
        return str(words()["dates"]["nothing"])
    return say(f"{first.isoformat()[:10] if first else '..'}/{last.isoformat()[:10] if last else '..'}", short=short)


def _interval(first: str, last: str, *, short: bool) -> str:
    form = words()["dates"]
    if first in ("", ".."):
        return str(form["by"]).format(day=_single(last, short))
    if last in ("", ".."):
        return str(form["from"]).format(day=_single(first, short))
    if first == last:
        return _single(first, short)
    start, end = _single(first, short), _single(last, short)
    if first[:4] == last[:4] and first[:4].isdigit():
        start = start.removesuffix(f" {first[:4]}")
    return str(form["between"]).format(first=start, last=end)


def _single(edtf: str, short: bool) -> str:
    year, *rest = edtf.split("-")
    if not rest:
        return year if year.isdigit() else str(words()["dates"]["unknown_year"])
    form = words()["dates"]["day" if len(rest) > 1 else "month"]
    named = {"month": month_name(int(rest[0]), short=short), "day": int(rest[-1])}
    if year.isdigit():
        return str(form.format(year=year, **named))
    return f"{form.format(year='', **named).strip()}, {words()['dates']['unknown_year']}"
