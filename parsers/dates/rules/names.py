"""Dates that only belong to the name of a law or a treaty: temporal expressions, but of no event."""

from __future__ import annotations

import re

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import in_month, in_year, on_day, real_day

PACTS = "treaty|treaties|agreements?|accords?|conventions?|protocols?|pacts?|memorand(?:um|a)|charter|constitution|declaration"
ACTS = f"{PACTS}|acts?|resolutions?|regulations?|orders?|ordinances?|laws?|directives?|codes?|bills?|decrees?"
# "Resolution 661 (1990)", "the Sanctions Act 2018", "the treaty of 1960"; "resolution 1929" is a number and no year.
ACT_BEFORE = re.compile(rf"\b(?:(?:{ACTS})(?: (?:no\.? ?)?\d+)? ?(?:of |\(|, )|(?:{PACTS}|acts?|regulations|bill) )\Z")
PACT_BEFORE = re.compile(rf"(?:\b(?:{PACTS})(?: of|,)?|-fz of) \Z")
ACRONYM_BEFORE = re.compile(r"\b[A-Z]{5,} of \Z")
PACT_IN_CLAUSE = re.compile(rf"\b(?:{PACTS})\b[^,.;:()\n]* of \Z")
ACT_AFTER = re.compile(rf"\)? (?:[a-z'-]+ ){{0,3}}(?:{ACTS})\b")
ACT_NEXT = re.compile(rf" (?:[a-z'-]+ )?(?:{ACTS})\b")
NOTHING = re.compile(r"(?!)")
LED = re.compile(r"\b(?:in|since|by|until|during|from|on) \Z")
CLAUSE = 140  # code points before a year in which a pact may be named


@rule(
    "YEAR", "MONTH YEAR", "the? MONTH DAY ,? YEAR", "the? DAY MONTH YEAR",
    examples=("the Indus Waters Treaty of [1960] => 1960", "resolution 661 ([1990]) => 1990", "the [1991] settlement agreement => 1991",
              "[the 18 October 2011] agreement => 2011-10-18",
              "under CAATSA of [2017] => 2017", "the Sanctions Act [2018] => 2018",
              "visa agreements between the islands and Japan of [1991] => 1991"),
    never=("since 1989", "the agreement was signed in 2014", "signed an order in March 2022", "the order of March 3, 2022",
           "resolution 1929"),
)  # fmt: skip
def year_in_name(found: Found, scene: Scene) -> Reading | None:
    before, after = scene.fold[max(0, found.start - CLAUSE) : found.start], scene.fold[found.end : found.end + 50]
    lone = not found.has("month")
    named = ACT_BEFORE.search(before, max(0, len(before) - 40)) if lone else PACT_BEFORE.search(before, max(0, len(before) - 40))
    followed = (ACT_AFTER if lone else ACT_NEXT if found.words[0] == "the" else NOTHING).match(after) and not LED.search(before)
    if lone and not (named or followed):
        named = PACT_IN_CLAUSE.search(before) or ACRONYM_BEFORE.search(scene.text, max(0, found.start - 40), found.start)
    if not (named or followed):
        return None
    return written(found)


def written(found: Found) -> Reading | None:
    """The year, month or day in the words."""
    year, note = int(found.word("year")), "date in the name of a law or treaty"
    if not found.has("month"):
        return in_year(year, "explicit", note)
    if not found.has("day"):
        return in_month(year, found.value("month"), "explicit", note)
    when = real_day(year, found.value("month"), found.count("day") or 0)
    return on_day(when, "explicit", note) if when else None
