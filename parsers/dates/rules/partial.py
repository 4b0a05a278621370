"""Months, with a year and without, and parts of a month."""

from __future__ import annotations

import re
from datetime import date

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import days, days_in, in_month, on_day
from parsers.dates.years import year_of
from parsers.edtf import day

EDGE = "middle|end|beginning|start|close"
# Words of the language that are also months: alone they need a word before them that leads to a date.
AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "dec", "jun", "apr", "august"})
LEADING = frozenset(
    "in since of by until till from through between and to for during before after early late mid last next this - 's".split()
)


@rule(
    "MONTH ,? YEAR", "MONTH of YEAR", "early|late|mid -? MONTH ,? YEAR", f"the? {EDGE} of MONTH ,? YEAR", "early|late in MONTH ,? YEAR",
    "MONTH - YEAR",
    examples=("in [March 2022] => 2022-03", "in [early March 2022] => 2022-03", "at [the end of June 2021] => 2021-06"),
    never=("in a march 2022 people",),
)  # fmt: skip
def month_and_year(found: Found, scene: Scene) -> Reading | None:
    return edge_of(found, in_month(int(found.word("year")), found.value("month"), "explicit", "month and year in the text"), scene)


@rule(
    "MONTH > and|to|-|or|through MONTH ,? YEAR", "early|late|mid -? MONTH > and|to|-|or|through MONTH ,? YEAR",
    examples=("between [March] and May 2021 => 2021-03",),
    never=("from May and beyond",),
)  # fmt: skip
def month_sharing_year(found: Found, scene: Scene) -> Reading | None:
    year, first, second = int(found.word("year")), found.value("month"), found.value("month2")
    return in_month(year - (first > second), first, "explicit", "year shared with the next month")


@rule(
    "MONTH > and|to|-|or|through MONTH of? this|last YEARWORD",
    examples=("in [February] and March of this year => 2022-02", "in [June] and July last year => 2021-06"),
    never=("in May and this year",),
)  # fmt: skip
def month_sharing_named_year(found: Found, scene: Scene) -> Reading | None:
    if scene.today is None:
        return None
    year = scene.today.year - (" last year" in scene.fold[found.end : found.end + 32])
    return in_month(year, found.value("month"), "inferred_year", f"counted from {scene.today}, with the next month")


@rule(
    "MONTH of? last|this|next|that YEARWORD", "MONTH of|in? the same YEARWORD",
    "early|late|mid -? MONTH of? last|this|next|that YEARWORD", "MONTH ,? the same YEARWORD",
    examples=("in [June last year] => 2021-06", "In 2011 it left; in [November of that year] it came back => 2011-11"),
    never=("in June last week",),
)  # fmt: skip
def month_of_named_year(found: Found, scene: Scene) -> Reading | None:
    words = set(found.words)
    if words & {"same", "that"}:
        spoken = scene.any
        return (
            in_month(spoken.first.year, found.value("month"), "inferred_year", f"year of {spoken.edtf}, spoken of before")
            if spoken
            else None
        )
    if scene.today is None:
        return None
    shift = -1 if "last" in words else 1 if "next" in words else 0
    return in_month(scene.today.year + shift, found.value("month"), "inferred_year", f"counted from {scene.today}")


@rule(
    "last|next|this MONTH", "this past MONTH", "last|next|this MONTH DAY",
    examples=("[last November] => 2021-11", "[next June] => 2022-06", "[last Oct. 23] => 2021-10-23"),
    never=("at last may I speak",),
)  # fmt: skip
def month_before_or_after(found: Found, scene: Scene) -> Reading | None:
    today, month, words = scene.today, found.value("month"), found.words
    if today is None:
        return None
    year = today.year
    if {"last", "past"} & set(words):
        year -= month >= today.month
    elif "next" in words:
        year += month <= today.month
    note = f"counted from {today}"
    if found.has("day"):
        number = found.count("day") or 0
        return on_day(date(year, month, number), "inferred_year", note) if number <= days_in(year, month) else None
    return in_month(year, month, "inferred_year", note)


PARTS = (
    "the? last|first NUMBER|DAYNUM? days of MONTH", "the? last|first day of MONTH", "the? last|first|second|third|fourth week of|in MONTH",
    "the? first|second half of MONTH",
)  # fmt: skip


@rule(
    *PARTS, *(f"{part} ,? YEAR" for part in PARTS),
    examples=("in [the last week of March] => 2022-W12", "on [the last day of January 2022] => 2022-01-31"),
    never=("the last day of school",),
)  # fmt: skip
def part_of_month(found: Found, scene: Scene) -> Reading | None:
    """The first or last day, a week or a half of a month, as days."""
    month, words = found.value("month"), found.words
    given = (int(found.word("year")), "year in the text") if found.has("year") else year_of(month, 15, found, scene)
    if given is None:
        return None
    size = days_in(given[0], month)
    first, last = part_bounds(words, size)
    low, high = date(given[0], month, first), date(given[0], month, last)
    basis = "explicit" if found.has("year") else "inferred_year"
    if "week" in words:
        year, week, _ = low.isocalendar()
        return Reading("DATE", f"{year}-W{week:02}", f"{low}/{high}", basis, given[1])
    return on_day(low, basis, given[1]) if low == high else days(low, high, basis, given[1])


def part_bounds(words: list[str], size: int) -> tuple[int, int]:
    """First and last day of the month of the part that the words name."""
    if "week" in words:
        order = {"first": 1, "second": 8, "third": 15, "fourth": 22}
        return next(((order[word], order[word] + 6) for word in words if word in order), (size - 6, size))
    if "half" in words:
        return (1, 15) if "first" in words else (16, size)
    if "days" in words:
        return (1, 3) if "first" in words else (size - 2, size)
    return (1, 1) if "first" in words else (size, size)


@rule(
    "MONTH", "early|late|mid -? MONTH", f"the? {EDGE} of MONTH", "early|late in MONTH", "mid -? MONTH",
    examples=("in [March] => 2022-03", "since [late February] => 2022-02", "by [the end of May] => 2022-05 / 2022-05-31"),
    never=("it may not", "a march on the capital", "President May said", "April Glaspie met him"),
)  # fmt: skip
def bare_month(found: Found, scene: Scene) -> Reading | None:
    lone = len(found.words) == 1
    if lone and ((found.word("month") in AMBIGUOUS and not led_to(found, scene)) or given_name(found, scene)):
        return None
    month = found.value("month")
    given = year_of(month, 15, found, scene)
    if given is None:
        edtf = f"XXXX-{month:02}"
        return Reading("DATE", edtf, edtf, "inferred_year", "no publication date, landmark or neighbour gives a year")
    return edge_of(found, in_month(given[0], month, "inferred_year", given[1]), scene)


def led_to(found: Found, scene: Scene) -> bool:
    """Whether a word that leads to a month stands right before, or an article and a noun around it: "the March summit"."""
    before = re.findall(r"[a-z']+|-", scene.fold[max(0, found.start - 12) : found.start])
    if not before or not scene.text[found.start].isupper():
        return False
    return before[-1] in LEADING or (before[-1] in ("the", "its", "a") and scene.text[found.end + 1 : found.end + 2].islower())


def given_name(found: Found, scene: Scene) -> bool:
    """ "April Glaspie", "June Dreyer": a month in front of a name, with no word that leads to a month."""
    capital = re.match(r" [A-Z][a-z]", scene.text[found.end : found.end + 3])
    return bool(capital) and found.word("month") in ("april", "june") and not led_to(found, scene)


def edge_of(found: Found, reading: Reading, scene: Scene) -> Reading:
    """ "Until the end of May" is its last day; "at the end of May" is no more exact than the month."""
    if not ("end" in found.words and reading.edtf and len(reading.edtf) == 7 and scene.limits(found.start)):
        return reading
    year, month = int(reading.edtf[:4]), int(reading.edtf[5:])
    last = date(year, month, days_in(year, month))
    return Reading("DATE", reading.value, day(last), reading.basis, f"{reading.note}; last day of the month")
