"""Cut an article into the units that rules look at, all with offsets into the untouched text.

A unit is a sentence, a heading, a list item, a table row or a caption. Nothing is cleaned: the pieces are slices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

BULLET = re.compile(r"\s*(?:[-*•·–—▪●◦>]|\(?\d{1,2}[.)]|\([a-z]\))\s+")
CAPTION = re.compile(r"©|\(c\)|Photo\b|Image\b|File photo|PHOTO\b|Getty|Reuters/")
CAPTION_WORDS = ("©", "(c)", "hoto", "Image", "PHOTO", "Getty", "Reuters/")  # one of them stands in every caption: a quick no
ADDRESS = re.compile(r"[\w-]\.(?:com|org|net)\Z")  # a line that ends in the address of a site
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s++[\"'“‘«(\[]*+[A-Z0-9ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜ•$€£])")
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Rev|Hon|St|No|Nos|Art|Arts|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
    r"|vs|etc|Inc|Ltd|Co|Corp|Bros|approx|est|ca|cf|pp|vol|fig|Reg|Sec|Para|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|U\.N|E\.U|D\.C|Ph\.D))\.\Z"
)
AFTER_DAY = r"(?=[\]):|]| [-–—])"
ENTRY = re.compile(
    r"\s*[\[(]?(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{2,4}"
    rf"|\d{{1,2}} [A-Z][a-z]{{2,8}}(?: \d{{4}})?{AFTER_DAY}|[A-Z][a-z]{{2,8}} \d{{1,2}}(?:, \d{{4}})?{AFTER_DAY})[\])]?\s*\S"
)
HEADING_MAX, CAPTION_MAX = 110, 200
LONGEST = 1500
LINE = re.compile(r"[^\n\r]+|\n(?=[^\S\n]*\n)")
BREAK = re.compile(r"\n(?=\S)")
BEFORE_BREAK = re.compile(r"(?<=[^\s.!?:;|])[ ]?\r?\Z")


class Unit(NamedTuple):
    """A piece of the text: ``kind`` is sentence, heading, item, row or caption; ``block`` counts paragraphs, lists and tables."""

    start: int
    end: int
    kind: str
    block: int
    heading: int = -1  # index of the heading unit that it stands under
    line: int = 0
    intro: int = -1  # index of the unit that introduces the list it belongs to ("the following measures:")


def units(text: str) -> list[Unit]:
    """All units of a text in order; together they cover every character that is not white space."""
    out: list[Unit] = []
    heading = intro = -1
    block, blank = 0, True
    for line, (start, end) in enumerate(_lines(text)):
        if not text[start:end].strip():
            blank = True
            continue
        kind = _kind(text, start, end, alone=blank)
        if kind != "item" or blank and intro < 0:
            block += 1
        blank = False
        if kind == "heading":
            intro, heading = -1, len(out)
        for s, e in _pieces(text, start, end, kind):
            out.append(Unit(s, e, kind, block, -1 if kind == "heading" else heading, line, intro if kind == "item" else -1))
        if kind == "sentence":
            intro = len(out) - 1 if text[start:end].rstrip().endswith(":") else -1
    return out


def unwrap(text: str) -> str:
    """The text with line breaks inside sentences as spaces, offsets unchanged: mails and old pages break lines at a fixed width."""
    breaks = list(_breaks(text))
    soft = [(start, end) for start, end in breaks if text[end].islower()]
    if len(soft) >= 2:  # a hard-wrapped text: its lines also go on with a capital
        soft = [(start, end) for start, end in breaks if text[end].islower() or _full(text, start, end)]
    if not soft:
        return text
    out = list(text)
    for start, end in soft:
        out[start:end] = " " * (end - start)
    return "".join(out)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where a line ends within a paragraph behind anything but the end of a sentence, and where the next one begins."""
    for found in BREAK.finditer(text):
        before = BEFORE_BREAK.search(text, max(0, found.start() - 3), found.start())
        if before:
            yield before.start(), found.end()


def _full(text: str, end: int, following: int) -> bool:
    """Whether the line that ends at ``end`` is as long as a wrapped one, and no item or entry follows."""
    width = end - text.rfind("\n", 0, end)
    return 48 <= width <= 100 and not BULLET.match(text, following) and not ENTRY.match(text, following)


def _lines(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in LINE.finditer(text)]


def _kind(text: str, start: int, end: int, *, alone: bool) -> str:
    line = text[start:end]
    stripped = line.strip()
    if _shouted(stripped):
        return "heading"
    if " | " in line or line.count("\t") >= 2 or (stripped.count("; ") >= 2 and len(stripped) < 140 and not stripped.endswith(";")):
        return "row"
    if len(stripped) < CAPTION_MAX and (ADDRESS.search(stripped, max(0, len(stripped) - 5)) or _captions(stripped)):
        return "caption"
    if BULLET.match(line) or (ENTRY.match(line) and (len(stripped) > 60 or stripped.endswith((".", ";")))):
        return "item"
    short = len(stripped) <= HEADING_MAX and not stripped.endswith((".", "!", ":", ";", ",", "”", '"'))
    return "heading" if short and alone and _next_is_text(text, end) else "sentence"


def _captions(line: str) -> bool:
    return any(word in line for word in CAPTION_WORDS) and CAPTION.search(line) is not None


def _shouted(line: str) -> bool:
    if line.endswith("."):
        return False
    letters = [c for c in line if c.isalpha()]
    return 8 < len(letters) < 90 and sum(map(str.isupper, letters)) > 0.6 * len(letters)


def _next_is_text(text: str, end: int) -> bool:
    rest = text[end : end + 400].lstrip()
    return len(rest) > 40


def _pieces(text: str, start: int, end: int, kind: str) -> list[tuple[int, int]]:
    if kind in ("heading", "caption"):
        return [_trim(text, start, end)]
    cuts, last = [], start
    for m in END.finditer(text, start, end):
        if not ABBREVIATION.search(text, max(start, m.start() - 8), m.start() + 1):
            cuts.append((last, m.end()))
            last = m.end()
    cuts.append((last, end))
    if end - start > LONGEST:
        cuts = [cut for s, e in cuts for cut in _bounded(text, s, e)]
    return [piece for s, e in cuts if (piece := _trim(text, s, e))[1] > piece[0]]


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut at white space so that no unit is longer than any real sentence: the work stays linear in the text."""
    pieces = []
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
