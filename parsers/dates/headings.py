"""Dates that stand at the head of a line: headings, entries of a log, datelines of news agencies."""

from __future__ import annotations

import re

from parsers.dates.found import Found
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading

LEAD = re.compile(r"[\s\[(*•·>#|-]*(?:week of )?\Z")
DATELINE = re.compile(r"(?:^|\n)\s*[A-Z][A-Z .'/-]{2,40}(?:, [A-Z][A-Za-z .]+)?,? \Z")
TAIL = re.compile(r"[\s\])*:.]*(?:\n|\Z)")
ENTRY = re.compile(r" ?(?:[\])]|[:|]|-+ |\. )")


def standing(found: Found, reading: Reading, scene: Scene) -> str | None:
    """``heading_date``, ``entry_date`` or ``dateline`` for a date at the head of its line; headings go on to govern the scene."""
    if reading.edtf is None or reading.type != "DATE":
        return None
    line = scene.text.rfind("\n", max(0, found.start - 60), found.start) + 1
    before = scene.text[max(line, found.start - 60) : found.start]
    if line == 0 and found.start > 60:
        return None
    if LEAD.match(before.lower()):
        return headed(found, reading, scene)
    return "dateline" if DATELINE.search(before) else None


def headed(found: Found, reading: Reading, scene: Scene) -> str | None:
    """A date that begins its line: the whole line, or an entry with text after it."""
    if TAIL.match(scene.fold, found.end):
        govern(reading, found, scene)
        return "heading_date"
    if ENTRY.match(scene.fold, found.end):
        return "entry_date"
    return None


def govern(reading: Reading, found: Found, scene: Scene) -> None:
    """Let a heading with a year date what follows."""
    if reading.edtf and not reading.edtf.startswith("X"):
        scene.heading, scene.heading_end = reading.edtf, found.end
