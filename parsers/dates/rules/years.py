"""A year by itself, and the years that only belong to the name of a law or a treaty."""

from __future__ import annotations

import re

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import in_year

NAME_BEFORE = re.compile(r"(?:treaty|agreement|act|convention|protocol|accords?|resolution|regulations?|order|ordinance|law|memorandum|pact|charter|constitution|declaration|directive)(?: (?:no\.? ?)?\d+)?,? ?(?:of |\()\Z")  # noqa: E501
NAME_AFTER = re.compile(r"\)? (?:[a-z-]+ ){0,3}(?:treaty|agreement|act|convention|protocol|accords?|ordinance|law|memorandum|pact|charter|regulations)\b")
COUNTED = re.compile(r" (?:people|[a-z]+s|percent|per cent|%)\b")
PREPOSITIONS = frozenset("in since by of until till from to through during for after before between and early late mid year around about the end than as".split())


@rule("YEAR", examples=("the [Indus Waters Treaty of 1960] => 1960",))
def year_in_name(found: Found, scene: Scene) -> Reading | None:
    """A year of a treaty's or law's name: a date of the language, none of an event."""
    before, after = scene.fold[max(0, found.start - 40) : found.start], scene.fold[found.end : found.end + 50]
    if NAME_BEFORE.search(before) or NAME_AFTER.match(after):
        return in_year(int(found.word("year")), "explicit", "year in the name of a law or treaty")
    return None


@rule("YEAR", "early|late|mid -? YEAR", "the? end|beginning|start|middle of YEAR", "the year YEAR",
      examples=("since [2014] => 2014", "in [late 2006] => 2006"), never=("1500 people fled", "Regulation (EU) 2022/328", "Executive Order 14024"))  # fmt: skip
def bare_year(found: Found, scene: Scene) -> Reading | None:
    year = int(found.word("year"))
    if found.words[0] == found.word("year") and not likely_year(year, found, scene):
        return None
    if "end" in found.words:
        return Reading("DATE", str(year), f"{year}-12-31", "explicit", "last day of the year named")
    return in_year(year, "explicit", "year in the text")


def likely_year(year: int, found: Found, scene: Scene) -> bool:
    """Whether a lone number of four digits is a year: by the word before it and what is counted after it."""
    before = scene.fold[max(0, found.start - 12) : found.start].split()
    if before and before[-1] in PREPOSITIONS:
        return True
    return 1900 <= year <= 2100 and not COUNTED.match(scene.fold[found.end : found.end + 20])
