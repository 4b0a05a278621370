"""From lines on pages to paragraphs: what every page repeats goes, broken words are joined, a gap or a short line ends a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile
from statistics import median
from typing import NamedTuple

EDGE = 3
"""Lines at the top and at the bottom of a page that may be a header or a footer."""
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "})
BROKEN = re.compile(r"(?<=[^\W\d_])[\xad\ufffe\x02-] (?=[a-zß-öø-ÿа-я])")
MARKS = str.maketrans("", "", "\xad\ufffe\x02\x00\ufffd")
END = re.compile(r"[.!?:…][”\"’»)\]]*$")
NUMBER = re.compile(r"\d+")
BULLET = re.compile(r"[•▪●◦–—*-]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s")


class Line(NamedTuple):
    """A line of text, where it stands in points from the lower left corner of its page, and the size of its type."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def without_repeats(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without headers, footers and page numbers: lines at an edge, set off from the text, that most pages have, numbers aside."""
    edges = [[order[:EDGE], order[: -EDGE - 1 : -1]] for order in map(_downwards, pages)]
    seen = Counter(chain.from_iterable({_pattern(line) for line in chain(*both)} for both in edges))
    many = max(2, len(pages) // 2)
    repeated = {pattern for pattern, count in seen.items() if count >= many}
    gap = _usual_gap([line for page in pages for line in page])
    out = []
    for page, both in zip(pages, edges, strict=True):
        gone = {line for edge in both for line in _set_off(edge, _downwards(page), repeated, gap)}
        out.append([line for line in page if line not in gone])
    return out


def _downwards(page: Sequence[Line]) -> list[Line]:
    return sorted(page, key=lambda line: -line.top)


def _set_off(edge: Sequence[Line], page: Sequence[Line], repeated: set[str], gap: float) -> list[Line]:
    """Of the lines at an edge, from without inwards, those that repeat and end with a gap before the text."""
    run = list(takewhile(lambda line: _pattern(line) in repeated, edge))
    others = [line for line in page if line not in run]
    while run and others and min(abs(run[-1].bottom - line.bottom) for line in others) < 1.4 * gap:
        others.append(run.pop())
    return run


def _pattern(line: Line) -> str:
    return NUMBER.sub("#", line.text.casefold())


def paragraphs(pages: Iterable[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of all pages; one that goes on across a column or a page stays one."""
    lines = [line for page in pages for line in page]
    gap = _usual_gap(lines)
    width = _usual_width(lines)
    paragraph: list[str] = []
    for before, line in pairwise([None, *lines, None]):
        if before and (line is None or _ends(before, line, gap, width)):
            yield _joined([*paragraph, before.text])
            paragraph = []
        elif before:
            paragraph.append(before.text)


def _down(before: Line, line: Line) -> float:
    """How far a line stands below the one before it."""
    return before.bottom - (line.top - line.size)


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [down for before, line in pairwise(lines) if 0 < (down := _down(before, line)) < 100]
    return median(gaps) if gaps else 12.0


def _usual_width(lines: Sequence[Line]) -> float:
    return median([line.right - line.left for line in lines]) if lines else 0.0


def _ends(before: Line, line: Line, gap: float, width: float) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if BULLET.match(line.text):
        return True
    down = _down(before, line)
    finished = bool(END.search(before.text))
    if down <= 0 or down > 20 * gap:  # another column or page
        return finished or line.text[:1].isupper() and before.right - before.left < 0.6 * width
    if abs(before.size - line.size) > 0.25 * line.size:
        return True  # another size of type: a heading
    indented = line.left - before.left > 0.5 * gap
    short = before.right - before.left < 0.75 * width
    return down > 1.4 * gap or finished and (indented or short)


def _joined(lines: Sequence[str]) -> str:
    text = BROKEN.sub("", " ".join(lines).translate(LIGATURES)).translate(MARKS)
    return " ".join(text.split())
