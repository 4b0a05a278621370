"""Spans counted from something that the text tells: "four days after troops rolled into Kuwait on 2 August 1990"."""

from __future__ import annotations

import re
from datetime import date

from parsers.dates.scene import Scene
from parsers.dates.timex import Timex
from parsers.dates.values import back_or_on
from parsers.edtf import precision

COUNTED = re.compile(r"P(\d+)([DWMY])\Z")
BEFORE = re.compile(r"[.!?;]\s|\n\n")
CLAUSE = 110  # code points of the clause that names the event


def settle(found: list[Timex], scene: Scene) -> list[Timex]:
    """The expressions with spans before or after an event turned into what they date, where the text gives the day."""
    return [settled(place, found, scene) if each.rule == "span_from_event" else each for place, each in enumerate(found)]


def settled(place: int, found: list[Timex], scene: Scene) -> Timex:
    """A span whose clause names a day becomes a date; otherwise it tells when the event lies, if its own sentence has a day before it."""
    each = found[place]
    follower = found[place + 1] if place + 1 < len(found) else None
    if follower and day_in_clause(each, follower, scene):
        sign = -1 if "before" in scene.fold[each.start : each.end + 8] else 1
        reading = counted(each, date.fromisoformat(follower.edtf or ""), sign)
        if reading:
            note = f"counted from {follower.edtf}"
            return each._replace(type="DATE", value=reading[1], edtf=reading[0], rule="span_from_dated_event", note=note)
    main = main_day(place, found, scene)
    sign = 1 if "before" in scene.fold[each.start : each.end + 8] else -1
    other = counted(each, main, sign) if main else None
    return each._replace(other=other[0], note=f"what follows lies that far from {main}") if other else each


def day_in_clause(each: Timex, follower: Timex, scene: Scene) -> bool:
    """Whether the next expression is a day in the clause that names the event."""
    gap = scene.fold[each.end : follower.start]
    return (
        follower.edtf is not None and precision(follower.edtf) == "day" and follower.type == "DATE"
        and len(gap) < CLAUSE and "," not in gap and not BEFORE.search(gap)
    )  # fmt: skip


def main_day(place: int, found: list[Timex], scene: Scene) -> date | None:
    """The day of the main clause: spoken of earlier in the sentence, or of the entry or publication where the news itself is told."""
    each = found[place]
    for before in reversed(found[max(0, place - 3) : place]):
        if BEFORE.search(scene.fold[before.end : each.start]):
            break
        if before.edtf and precision(before.edtf) == "day" and not scene.limits(before.start):
            return date.fromisoformat(before.edtf)
    return scene.published if scene.sentence_before(each.start).rstrip().endswith(("comes", "come", "came")) else None


def counted(each: Timex, anchor: date, sign: int) -> tuple[str, str] | None:
    """The date so far from a day, as EDTF."""
    amount = COUNTED.match(each.value)
    reading = back_or_on(anchor, int(amount[1]), amount[2], sign, "") if amount else None
    return (reading.edtf, reading.value) if reading and reading.edtf else None
