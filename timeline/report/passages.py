"""The passage around a quote, cut where a reader would cut it, and where in it the words stand that gave each field."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from timeline.event import Evidence

REACH = 260
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n+")


class Passage(NamedTuple):
    """Some sentences of an article. ``text[start:end]`` is the quote; ``marks`` are (start, end, field); offsets count characters."""

    text: str
    start: int
    end: int
    marks: list[tuple[int, int, str]]


class Sentences:
    """Where the sentences of a text end and where the next ones begin, found once for all quotes from it."""

    def __init__(self, text: str) -> None:
        found = [ending.span() for ending in SENTENCE_END.finditer(text)]
        self.text = text
        self.ends = [start + 1 for start, _ in found]
        self.begins = [end for _, end in found]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """From the start of the sentence before ``start:end`` to the end of the sentence after it, within REACH on either side."""
        low, high = max(0, start - REACH), min(len(self.text), end + REACH)
        before = self.begins[bisect_right(self.begins, low) : bisect_right(self.begins, start)]
        after = self.ends[bisect_left(self.ends, end) : bisect_right(self.ends, high)]
        first = before[-2] if len(before) > 1 else before[0] if before and low else low
        last = after[1] if len(after) > 1 else after[0] if after and high < len(self.text) else high
        return first, max(last, end)


def passage(evidence: Evidence, sentences: Sentences | None) -> Passage:
    """The sentences around the quote, a substring of the article.

    Without the article's text, or where the quote does not stand there, the quote alone.
    """
    if sentences is None or not evidence.proves(sentences.text):
        return Passage(evidence.quote, 0, len(evidence.quote), [])
    first, last = sentences.around(evidence.start, evidence.end)
    marks = [
        (reason.start - first, reason.end - first, reason.field)
        for reason in evidence.reasons
        if reason.start is not None and reason.end is not None and first <= reason.start < reason.end <= last
    ]
    return Passage(sentences.text[first:last], evidence.start - first, evidence.end - first, marks)
