"""Dates that stand at the head of a line: headings, entries of a log or table, datelines of news agencies."""

from __future__ import annotations

import re

from parsers.dates.scene import DAY, MONTH, Scene, Spoken
from parsers.dates.timex import Reading

ENTRY_LENGTH = 1500  # code points that an entry's date governs at most
REACH = 60  # code points between the start of a line and a date at its head
LEAD = re.compile(r"[\s\[(*\u2022\u00b7>#|\u2013\u2014-]*(?:week of |updated:? |date:? |published:? )?\Z")
LABELS = ("week of ", "updated ", "date ", "published ")
EDGES = frozenset("|/\t[")
CELL_BEFORE = re.compile(r"(?:\||\t| / |\[)\s*\Z")
CELL_AFTER = re.compile(r"\s*(?:\||\t| / |\]|\n|\Z)")
DATELINE = re.compile(r"[\s(]*[A-Z][A-Z .,'/()-]{2,40}(?:, [A-Z][A-Za-z. ]+)?,? \Z")
TITLED = re.compile(r" ?[-\u2013\u2014:|] ?[^\n.]{1,70}\n")
TAIL = re.compile(r"[\s\])*:.|-]*(?:\n|\Z)")
AFTER = re.compile(r" ?(?:[\])]|:|\||\t| ?[-\u2013\u2014/] |\. |, ?(?=[A-Z]))")
WORDS_AFTER = re.compile(r" +(?=[A-Z\u201c\"])")


def at_head(start: int, scene: Scene) -> bool:
    """Whether only bullets, brackets or a label stand between the start of the line and a place."""
    if start > 1 and scene.fold[start - 1] == " " and scene.fold[start - 2].isalnum() and not scene.fold.endswith(LABELS, 0, start):
        return False
    line = scene.text.rfind("\n", max(0, start - REACH), start) + 1
    if line == 0 and start > REACH:
        return False
    return bool(LEAD.match(scene.fold, line, start))


def standing(start: int, end: int, head: bool, reading: Reading, scene: Scene) -> str | None:
    """``heading_date``, ``entry_date`` or ``dateline`` for a date at the head of a line or alone in a cell; None elsewhere."""
    if reading.edtf is None or reading.type not in ("DATE", "TIME"):
        return None
    if head:
        return head_of_line(end, reading, scene)
    near = scene.text[max(0, start - 2) : start]
    if not (near[:1] == "," or near[:1].isupper() or near[1:] in EDGES or near[:1] in EDGES):
        return None
    window = scene.text[max(0, start - REACH) : start]
    if scene.entry is None and window[-1:] != "[" and CELL_BEFORE.search(window) and CELL_AFTER.match(scene.text, end):
        return "entry_date"
    line = window.rpartition("\n")[2]
    return "dateline" if DATELINE.match(line) and re.match(r"[ .,):-]", scene.text[end : end + 1]) else None


def head_of_line(end: int, reading: Reading, scene: Scene) -> str | None:
    """A date that begins its line: alone or with a title it heads what follows, else an entry with text after it."""
    if TAIL.match(scene.text, end):
        return "heading_date"
    titled = TITLED.match(scene.text, end)
    if titled and not next_is_entry(titled.end(), scene):
        return "heading_date"
    if AFTER.match(scene.text, end):
        return "entry_date"
    explicit = reading.basis == "explicit" and len(reading.edtf or "") in (DAY, MONTH)
    return "entry_date" if explicit and (WORDS_AFTER.match(scene.text, end) or scene.ledger) else None


def next_is_entry(position: int, scene: Scene) -> bool:
    """Whether the next line begins with digits or a bullet, so that this one is a row of a log and no heading."""
    following = scene.text[position : position + 12].lstrip("\n ")
    return not following or following[0].isdigit() or following[0] in "*\u2022-["


def govern(rule: str, reading: Reading, end: int, scene: Scene) -> None:
    """Let a heading date what follows, and an entry the rest of its line."""
    if not reading.edtf or reading.edtf.startswith("X"):
        return
    now = Spoken(reading.edtf, end)
    if rule == "heading_date":
        scene.heading, scene.entry = now, None
    elif rule == "entry_date":
        line = scene.text.find("\n", end, end + ENTRY_LENGTH)
        scene.entry, scene.entry_end = now, end + ENTRY_LENGTH if line < 0 else line
