"""Days by name, with a year and without."""

from __future__ import annotations

import re

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import on_day, real_day
from parsers.dates.years import year_of

# What may follow "the 28th" so that it is a day and no "28th package".
NO_NOUN = re.compile(r"\s*(?:[.,;:)/]|\Z|\n|and\b|but\b|when\b|it\b|the\b|that\b|-)")


@rule(
    "MONTH DAY ,? YEAR", "MONTH DAY ,? of YEAR", "the? DAY of? MONTH ,? YEAR", "the? DAY of MONTH of YEAR",
    "WEEKDAY ,? MONTH DAY ,? YEAR",
    "WEEKDAY ,? the? DAY of? MONTH ,? YEAR", "DAY - MONTH - YEAR", "WEEKDAY ( MONTH DAY ,? YEAR )", "WEEKDAY ( DAY MONTH ,? YEAR )",
    "MONTH DAY - WEEKDAY - YEAR",
    "MONTH NTHS ,? YEAR", "the NTHS of MONTH ,? YEAR", "YEAR MONTH DAY",
    examples=("on [March 3, 2022] => 2022-03-03", "on [3 March 2022] => 2022-03-03", "[the 25th of May, 2021] => 2021-05-25",
        "on [Friday, Jan. 21, 2022] => 2022-01-21"),
    never=("paragraph 31 February 2022",),
)  # fmt: skip
def full_date(found: Found, scene: Scene) -> Reading | None:
    when = real_day(int(found.word("year")), found.value("month"), day_of(found))
    return on_day(when, "explicit", "day, month and year in the text") if when else None


@rule(
    "MONTH DAY > and|to|-|or|, DAY ,? YEAR", "the? DAY > and|to|-|or the? DAY of? MONTH ,? YEAR", "MONTH DAY > - MONTH DAY ,? YEAR",
    "DAY MONTH > and|to|-|or DAY MONTH ,? YEAR",
    "MONTH DAY > to|and|through MONTH DAY ,? YEAR", "DAY > , DAY and DAY MONTH ,? YEAR",
    examples=("on [March 3] and 5, 2021 => 2021-03-03", "from [3] to 5 March 2021 => 2021-03-03",
        "[28 March] - 2 April 2021 => 2021-03-28"),
    never=("between 3 and 5 percent in 2021",),
)  # fmt: skip
def day_sharing_year(found: Found, scene: Scene) -> Reading | None:
    """A day whose year (or month and year) stands with the next one."""
    when = real_day(int(found.word("year")), found.value("month"), found.count("day") or 0)
    return on_day(when, "explicit", "year shared with the next day") if when else None


@rule(
    "the? DAY > and|to|-|or the? DAY of? MONTH", "DAY > , DAY and DAY MONTH",
    examples=("on [3] and 5 March => 2022-03-03", "from [22nd] to 24th of February => 2022-02-22", "on 2, [3] and 4 March => 2022-03-03"),
    never=("between 3 and 5 percent", "3 and 5 of the group"),
)  # fmt: skip
def day_sharing_month(found: Found, scene: Scene) -> Reading | None:
    """A day whose month stands with the next one."""
    if re.search(r"[\d.,$%/-]\Z|\d \Z", scene.fold[max(0, found.start - 2) : found.start]):
        return None
    return without_year(found.value("month"), found.count("day") or 0, found, scene)


@rule(
    "MONTH DAY and|to|-|or < DAY ,? YEAR", "MONTH DAY and|to|-|or < DAY",
    examples=("on March 3 and [5, 2021] => 2021-03-05", "on March 3 and [5] it met => 2022-03-05"),
    never=("on March 3 and 5 other days", "from April 4 to 50"),
)  # fmt: skip
def second_day(found: Found, scene: Scene) -> Reading | None:
    """The second of two days of one month: "April 24 and 25"."""
    day = found.count("day2") or 0
    if found.has("year"):
        when = real_day(int(found.word("year")), found.value("month"), day)
        return on_day(when, "explicit", "month shared with the day before") if when else None
    if re.match(r" (?:[a-z]+s|other|more|people|per)\b", scene.fold[found.end : found.end + 24]) and not re.match(
        r" (?:is|was|has|as)\b", scene.fold[found.end : found.end + 6]
    ):
        return None
    return without_year(found.value("month"), day, found, scene)


@rule(
    "MONTH DAY ,? of? last|this|next|that|the same? YEARWORD", "the? DAY of? MONTH ,? of? last|this|next|that|the same? YEARWORD",
    examples=("on [April 7 last year] => 2021-04-07", "by [1 May of next year] => 2023-05-01"),
    never=("on April 7 last week",),
)  # fmt: skip
def day_of_named_year(found: Found, scene: Scene) -> Reading | None:
    words = found.words
    if {"that", "same"} & set(words):
        year = scene.any.first.year if scene.any else None
    else:
        shift = -1 if "last" in words else 1 if "next" in words else 0
        year = scene.today.year + shift if scene.today else None
    when = real_day(year, found.value("month"), day_of(found)) if year else None
    return on_day(when, "inferred_year", "year counted from the one spoken of") if when else None


@rule(
    "MONTH DAY", "the? DAY of? MONTH", "WEEKDAY ,? MONTH DAY", "WEEKDAY ,? the? DAY of? MONTH", "MONTH the DAY", "DAY - MONTH",
    "MONTH NTHS", "the NTHS of MONTH",
    "WEEKDAY ( MONTH DAY )", "WEEKDAY ( DAY MONTH )", "WEEKDAY - MONTH DAY",
    examples=("on [March 3] => 2022-03-03", "on [3 March] it met => 2022-03-03", "[Friday, April 1] => 2022-04-01",
        "on [the 28th of March] => 2022-03-28", "on [Tuesday (29 March)] => 2022-03-29"),
    never=("they may 3 times", "a march 5 km long"),
)  # fmt: skip
def day_and_month(found: Found, scene: Scene) -> Reading | None:
    return without_year(found.value("month"), day_of(found), found, scene)


@rule(
    "the ORDNUM", "the ORDNUM of last|this|next|that|the same? MONTHWORD",
    examples=("Bern agreed on March 25; Oslo followed on [the 28th]. => 2022-03-28", "on [the 5th of this month] => 2022-04-05"),
    never=("the 18th package", "the 5th floor"),
)  # fmt: skip
def day_of_spoken_month(found: Found, scene: Scene) -> Reading | None:
    """A day by its number alone: of the month last spoken of, or of this one."""
    words = set(found.words)
    lone = len(found.words) == 2
    if lone and not stands_alone(found, scene):
        return None
    spoken = scene.recent(scene.near, found.start)
    anchor = scene.today if words & {"last", "this", "next"} else spoken.last if spoken else scene.today
    if anchor is None:
        return None
    months = anchor.year * 12 + anchor.month - 1 + (-1 if "last" in words else 1 if "next" in words else 0)
    when = real_day(months // 12, months % 12 + 1, found.count("ordnum") or 0)
    return on_day(when, note=f"day of the month of {anchor}") if when else None


def stands_alone(found: Found, scene: Scene) -> bool:
    """Whether no noun follows "the 28th", and a word before it leads to a day."""
    before = scene.fold[max(0, found.start - 10) : found.start].split()
    after = scene.fold[found.end : found.end + 12]
    return before[-1:] in (["on"], ["until"], ["from"], ["by"], ["since"]) and bool(NO_NOUN.match(after))


def day_of(found: Found) -> int:
    return (found.count("day") if found.has("day") else found.count("nths")) or 0


def without_year(month: int, day: int, found: Found, scene: Scene) -> Reading | None:
    """A day and a month with the year that the text or publication gives, or XXXX."""
    if real_day(2000, month, day) is None:
        return None
    given = year_of(month, day, found, scene)
    if given is None:
        edtf = f"XXXX-{month:02}-{day:02}"
        return Reading("DATE", edtf, edtf, "inferred_year", "no publication date, landmark or neighbour gives a year")
    when = real_day(given[0], month, day)
    return on_day(when, "inferred_year", given[1]) if when else None
