"""The acts that carry a measure: "Executive Order 14024", "Council Regulation (EU) No 833/2014", "SOR/2022-27", "281-FZ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from parsers.counts import Count, find_counts

__all__ = ["Count", "Legal", "find_counts", "find_legal"]

TRIGGER = re.compile(
    r"Executive Order|Executive order|executive order|EO |E\.O\.|Proclamation|Implementing Regulation|Regulations\b|Regulation|Decision"
    r"|Directive|Joint Action"
    r"|Common Position|Decree|decree|Ordinance|ordinance|Resolution|resolution|Order|Announcement|announcement|Notice|notice"
    r"|Notification|notification|General Licen[cs]e|general licen[cs]e|GL |SOR/|S\.I\. |SI |Federal Law|federal law|Law|Act\b"
    r"|Amendment\b|CAATSA\b|IEEPA\b|PEESA\b|CISADA\b|UFLPA\b|FZ\b"
)
NUMBER = re.compile(
    r"s? ?(?:\((?:EU|EC|CFSP|EEC|Euratom|EU, Euratom|E\.O\.|EO)\) )?(?:(?:Nos?\.?|no\.|№|n°|Number|number) ?)?(?<=[ .°№/])"
    r"\d[\w/-]*(?:\.\d+)*(?:/(?:CFSP|EC|EU|EEC))?(?: \(\d{4}\))?"
)
UNITS = re.compile(
    r" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|days?|hours?|weeks?|months?|years?|people|individuals|compan|entit|persons"
    r"|of|per|%)"
)
PREFIX = re.compile(
    r"(?:\b(?:Council|Commission|Implementing|Delegated|[Pp]residential|[Gg]overnment|Cabinet|Security|UN|U\.N\.|UNSC|Federal) )+\Z"
)
TITLE = re.compile(r"(?:\b[A-Z][\w'’-]*,? (?:\([A-Z][\w ]*\) )?(?:(?:and|of|for|from|with|the|on|in) ){0,2}){1,9}\Z")
DIGITS = re.compile(r"(?:No\. )?\b\d{1,3}-\Z")
OF_YEAR = re.compile(r"(?: of)? (?:19|20)\d\d\b(?! [A-Z])")
ACRONYMS = frozenset(("CAATSA", "IEEPA", "PEESA", "CISADA", "UFLPA"))
TITLED = frozenset(("Act", "Regulations", "Amendment", "Ordinance", "Law", "Order"))
WIDTH = 90


class Legal(NamedTuple):
    """``text[start:end]`` cites an act; ``ref`` is the citation on one line."""

    start: int
    end: int
    ref: str


def find_legal(text: str) -> list[Legal]:
    """Citations of acts in text order, without overlap."""
    found: list[Legal] = []
    for trigger in _triggers(text):
        free = found[-1].end if found else 0
        if trigger.start() >= free and (span := _citation(text, trigger, free)):
            found.append(Legal(*span, " ".join(text[slice(*span)].split())))
    return found


def _triggers(text: str) -> Iterator[re.Match[str]]:
    """The words that a citation is built around, as ``TRIGGER.finditer`` finds them, looked for only where one can begin."""
    free = 0
    for start in sorted({start for _, start, _ in _starts().find_matches_as_indexes(text, overlapping=True)}):
        if start >= free and (trigger := TRIGGER.match(text, start)):
            free = trigger.end()
            yield trigger


@cache
def _starts() -> AhoCorasick:
    choices = [choice.replace(r"\b", "").replace("\\", "") for choice in TRIGGER.pattern.split("|")]
    words = dict.fromkeys(choice.replace("[cs]", letter) for choice in choices for letter in "cs")
    return AhoCorasick(list(words), matchkind=MatchKind.Standard)


def _citation(text: str, trigger: re.Match[str], free: int) -> tuple[int, int] | None:
    start, end, word = trigger.start(), trigger.end(), trigger[0]
    floor = max(free, start - WIDTH)
    if word in ACRONYMS:
        return start, end
    if word == "FZ":
        before = DIGITS.search(text, floor, start)
        return (before.start(), end) if before else None
    numbered = NUMBER.match(text, end - word.endswith(" "), end + WIDTH)
    if numbered and not UNITS.match(text, numbered.end()):
        before = PREFIX.search(text, floor, start)
        return before.start() if before else start, numbered.end()
    return _titled(text, trigger, floor) if word in TITLED else None


def _titled(text: str, trigger: re.Match[str], floor: int) -> tuple[int, int] | None:
    before = TITLE.search(text, floor, trigger.start())
    if before is None:
        return None
    start = before.start() + (4 if text.startswith("The ", before.start()) else 0)
    year = OF_YEAR.match(text, trigger.end())
    return (start, year.end() if year else trigger.end()) if start < trigger.start() else None
