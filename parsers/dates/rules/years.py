"""Years and centuries by themselves."""

from __future__ import annotations

import re

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import in_year

MEASURED = r"million|billion|trillion|percent|per cent|people|persons|men|women|barrels|troops|tonnes|km|kg|mw"
COUNTED = re.compile(rf"(?: (?:more |other |new |different )?(?:[a-z]{{3,}}s|{MEASURED})\b|%|-(?:strong|foot|mile|metre|meter|page))")
NEVER = re.compile(rf" ?(?:{MEASURED}|%|-strong)")
PREPOSITIONS = frozenset(
    "in since of by until till from to through during for after before between and early late mid year around about the end than as or"
    " circa".split()
)
VAGUE = ("to", "than", "about", "around")
NUMBERED = re.compile(
    r"(?:\bno\.?|[$£€¥#]|\b(?:order|resolution|decree|decision|directive|law|notice|announcement|package|number"
    r"|at|over|some|than|to|reached|approximately|flight|room|page|form|section|article|fortune)) ?\Z"
)


@rule(
    "YEAR", "early|late|mid -? YEAR", "the? end|beginning|start|middle|close of YEAR", "the year YEAR", "early|late in YEAR",
    "year -? end YEAR", "end - YEAR", "the? YEAR -? end",
    "all of YEAR", "the whole of YEAR", "YEAR year - end",
    examples=("since [2014] => 2014", "in [late 2006] => 2006", "until [the end of 2023] => 2023 / 2023-12-31", "[2014] => 2014"),
    never=("resolution 1929", "1500 people fled", "Regulation (EU) 2022/328", "Executive Order 14024", "$2000 a head", "some 2000 barrels"),
)  # fmt: skip
def bare_year(found: Found, scene: Scene) -> Reading | None:
    year = int(found.word("year"))
    if found.words == [found.word("year")] and not likely_year(year, found, scene):
        return None
    if "end" in found.words and scene.limits(found.start):
        return Reading("DATE", str(year), f"{year}-12-31", "explicit", "last day of the year named")
    return in_year(year, "explicit", "year in the text")


def likely_year(year: int, found: Found, scene: Scene) -> bool:
    """Whether a lone number of four digits is a year: by the word before it and what is counted after it."""
    before = scene.fold[max(0, found.start - 14) : found.start]
    words = before.split()
    after = scene.fold[found.end : found.end + 24]
    if NEVER.match(after):
        return False
    if found.at_head or (words and words[-1] in PREPOSITIONS and 1000 < year <= 2150 and not (words[-1] in VAGUE and COUNTED.match(after))):
        return True
    return 1900 <= year <= 2100 and not COUNTED.match(after) and not NUMBERED.search(before)


@rule(
    "nineteen COUNTED", "the year two thousand", "nineteen NUMBER",
    examples=("in [nineteen ninety-six] => 1996",),
    never=("nineteen two-seaters",),
)  # fmt: skip
def spelled_year(found: Found, scene: Scene) -> Reading | None:
    if "thousand" in found.words:
        return in_year(2000, "explicit", "year in words")
    rest = found.count("counted") if found.has("counted") else found.count("number")
    return in_year(1900 + rest, "explicit", "year in words") if rest and 10 <= rest <= 99 else None


@rule(
    "the? NTHS century", "this|last|next century", "the? early|late NTHS century", "the turn of the century",
    examples=("in [the 20th century] => 19", "[the nineteenth century] => 18"),
    never=("half a century",),
)  # fmt: skip
def century(found: Found, scene: Scene) -> Reading | None:
    if found.has("nths"):
        number = found.count("nths") or 0
        return Reading("DATE", f"{number - 1:02}", None, "explicit", "century") if 1 < number < 30 else None
    if scene.today is None:
        return None
    shift = -1 if "last" in found.words else 1 if "next" in found.words else 0
    return Reading("DATE", f"{scene.today.year // 100 + shift:02}", None, "relative", "century")
