"""The passage around a quote, cut where a reader would cut it, with the words marked that gave each field."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from timeline.event import Evidence

REACH = 260
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n+")


class Piece(NamedTuple):
    """A run of the article's text: the fields it gave (comma-separated, may be empty) and whether it lies in the quote."""

    text: str
    fields: str
    quoted: bool


def passage(evidence: Evidence, text: str | None) -> list[Piece]:
    """The sentences around the quote as pieces whose texts join to a substring of the article.

    Without the article's text, or where the quote does not stand there, the quote alone.
    """
    if text is None or not evidence.proves(text):
        return [Piece(evidence.quote, "", quoted=True)]
    start, end = _window(text, evidence.start, evidence.end)
    marks = [mark for mark in _marks(evidence) if start <= mark[0] < mark[1] <= end]
    cuts = sorted({start, end, evidence.start, evidence.end, *(edge for mark in marks for edge in mark[:2])})
    return [_piece(text, first, last, (evidence, marks)) for first, last in pairwise(cuts)]


def _piece(text: str, first: int, last: int, found: tuple[Evidence, list[tuple[int, int, str]]]) -> Piece:
    evidence, marks = found
    fields = dict.fromkeys(name for start, end, name in marks if start <= first and last <= end)
    return Piece(text[first:last], ",".join(fields), evidence.start <= first and last <= evidence.end)


def _marks(evidence: Evidence) -> list[tuple[int, int, str]]:
    spans = ((reason.start, reason.end, reason.field) for reason in evidence.reasons)
    return [(start, end, field) for start, end, field in spans if start is not None and end is not None]


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """From the start of the sentence before the quote to the end of the sentence after it, within REACH on either side."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    before = [found.end() for found in SENTENCE_END.finditer(text, low, start)]
    after = [found.start() + 1 for found in SENTENCE_END.finditer(text, end, high)]
    first = before[-2] if len(before) > 1 else before[0] if before and low else low
    last = after[1] if len(after) > 1 else after[0] if after and high < len(text) else high
    return first, max(last, end)
