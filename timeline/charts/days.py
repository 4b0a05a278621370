"""Days in words: an EDTF date as a reader would say it, never more precise than it is."""

from __future__ import annotations

from datetime import date

MONTHS = ("", *["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"])


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
    return _single(value.isoformat()[:10], short)


def between(first: date | None, last: date | None, *, short: bool = False) -> str:
    """Bounds in words; "no date and no bounds" where both sides are unknown."""
    if not first and not last:
        return "no date and no bounds"
    return _interval(first.isoformat()[:10] if first else "..", last.isoformat()[:10] if last else "..", short=short)


def _interval(first: str, last: str, *, short: bool) -> str:
    if first in ("", ".."):
        return f"by {_single(last, short)}"
    if last in ("", ".."):
        return f"from {_single(first, short)}"
    if first == last:
        return _single(first, short)
    start, end = _single(first, short), _single(last, short)
    if first[:4] == last[:4] and first[:4].isdigit():
        start = start.removesuffix(f" {first[:4]}")
    return f"between {start} and {end}"


def _single(edtf: str, short: bool) -> str:
    year, *rest = edtf.split("-")
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    words += [MONTHS[int(rest[0])][: 3 if short else None]] if rest else []
    return " ".join([*words, year]) if year.isdigit() else f"{' '.join(words)}, year unknown"
