"""The place in the dateline of an article, which acts on nobody: "MOSCOW, March 17 -", "London | "."""

from __future__ import annotations

import re

from parsers.actors import Actor

SHOUTED = re.compile(
    r"\s*[A-Z][A-Z ,./'’-]{2,50}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}\.?)?(?: \([^)\n]{1,30}\))? ?(?:[-–—:|]|(?<=[A-Z]{3})\.) ?"
)
SPOKEN = re.compile(r"\s*[A-Z][\w.’'-]+(?: [A-Z][\w.]+)?(?:, [A-Z][\w. ]{1,20})?(?: \([^)\n]{1,30}\))? ?(?:[|–—]| - )\s*(?=[A-Z“\"])")
FIRST = 600  # how far into a text, behind headline and byline, a dateline may stand
CITY_STATES = frozenset({"SG", "LU", "HK", "MO", "MC", "VA", "KW", "DJ", "PA"})


def without_dateline(text: str, actors: list[Actor]) -> list[Actor]:
    """The actors but for the cities in datelines; a state's name at the head of an entry is no dateline."""
    spans = [(m.start(), m.end()) for start in _line_starts(text) if (m := SHOUTED.match(text, start) or SPOKEN.match(text, start))]
    if not spans:
        return actors
    return [a for a in actors if not (_place(a) and any(start <= a.start and a.end <= end for start, end in spans))]


def _line_starts(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer(r"\n+", text[:FIRST]))]


def _place(actor: Actor) -> bool:
    return actor.kind == "capital" or actor.code == "UN" or actor.code in CITY_STATES
