"""Dates in digits: 2022-03-24, 25.10.2021, 10/24/08; decades and spans of years."""

from __future__ import annotations

import re
from datetime import date

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import in_month, in_year, on_day, real_day


@rule(
    "ISO",
    "YMD",
    examples=("[2022-03-24] Regulations => 2022-03-24", "as of [2022/3/4] => 2022-03-04", "[2014-08-6] Ban => 2014-08-06"),
    never=("call 2022-13-45",),
)
def iso_day(found: Found, scene: Scene) -> Reading | None:
    year, month, day = (int(part) for part in re.split(r"[-/.]", found.words[0]))
    when = real_day(year, month, day)
    return on_day(when, "explicit", "digits, year first") if when else None


@rule("DMY", examples=("stamped [25.10.2021] => 2021-10-25", "on [05.04.2022] => 2022-04-05"), never=("build 45.45.2021",))
def digits_day_first(found: Found, scene: Scene) -> Reading | None:
    day, month, year = (int(part) for part in re.split(r"[.-]", found.words[0]))
    when = real_day(year, month, day) or real_day(year, day, month)
    return on_day(when, "explicit", "digits, day first") if when else None


@rule("SLASH", examples=("filed [10/24/08] => 2008-10-24", "due [24/10/2008] => 2008-10-24"), never=("odds of 45/50/60",))
def digits_with_slashes(found: Found, scene: Scene) -> Reading | None:
    """Month first as in American English, unless only the other order is a day."""
    first, second, year = (int(part) for part in found.words[0].split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900
    when: date | None = real_day(year, first, second) or real_day(year, second, first)
    return on_day(when, "explicit", "digits, month first where both orders are possible") if when else None


@rule(
    "DECADE", "the DECADE", "early|late|mid -? DECADE", "the early|late|mid -? DECADE", "the DECADEWORD",
    "the early|late|mid -? DECADEWORD",
    examples=("in [the 1990s] => 199", "since [the late 80s] => 198", "through [the nineties] => 199"),
    never=("a man in his 30s", "in their early 40s"),
)  # fmt: skip
def decade(found: Found, scene: Scene) -> Reading | None:
    if found.has("decadeword"):
        year = int(found.value("decadeword")) * 10
    else:
        digits = re.sub(r"\D", "", found.word("decade"))
        year = int(digits) if len(digits) == 4 else 1900 + int(digits)
        if len(digits) < 4 and re.search(
            r"\b(?:his|her|their|my|your|our|of|low|mid|high|upper)(?: (?:early|mid|late))?[ -]\Z",
            scene.fold[max(0, found.start - 16) : found.start],
        ):
            return None
    return Reading("DATE", str(year)[:3], f"{year}/{year + 9}", "explicit", "decade")


@rule("YEARS", examples=("in [2008-2010] => 2008", "as of [2022-03] => 2022-03"), never=("flight 1999-20000", "Regulation (EU) 2022/328"))
def years_span(found: Found, scene: Scene) -> Reading | None:
    """A span of years; where the second part is no later year, a year and a month."""
    first, last = re.split(r"[-/]", found.words[0])
    if not span_allowed(found, scene):
        return None
    year, until = int(first), int(first[: 4 - len(last)] + last)
    if until > year and until - year < 60:
        return Reading("DATE", first, f"{year}/{until}", "explicit", "span of years")
    if len(last) == 2 and 1 <= int(last) <= 12 and "-" in found.words[0]:
        return in_month(year, int(last), "explicit", "digits, year and month")
    return None


def span_allowed(found: Found, scene: Scene) -> bool:
    """A slash makes numbers of laws as well as spans of years: "2014/15" is a span, "Directive 2014/15" is none."""
    before = scene.fold[max(0, found.start - 14) : found.start]
    return "/" not in found.words[0] or not re.search(r"(?:\)|no\.?|directive|regulation|decision|act|order|cfsp) ?\Z", before)


@rule("SHORTYEAR", examples=("since ['82] => 1982",), never=("the '825 line",))
def short_year(found: Found, scene: Scene) -> Reading | None:
    year = int(found.words[0][1:])
    return in_year(year + (2000 if year < 40 else 1900), "explicit", "year in two digits")
