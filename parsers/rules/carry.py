"""How far a day carries: under its heading, along its line, and through the same imposer's same announcement."""

from __future__ import annotations

from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.view import View

GOES_ON = frozenset({"also", "too", "additionally", "addition", "besides", "moreover", "furthermore", "further", "likewise", "same", "package", "separately", "simultaneously", "concurrently", "under"})  # fmt: skip
BACKGROUND = frozenset({"earlier", "previously", "already", "had", "originally", "initially", "since", "last", "ago", "long", "once", "recalls", "recall", "background"})  # fmt: skip


def carry_day(view: View, memory: Memory) -> None:
    """Take up the day that a heading, an entry or a table cell gives to what follows."""
    unit = view.unit
    for timex in view.timexes:
        if timex.edtf is None:
            continue
        if timex.rule == "heading_date":
            _keep(memory, timex.edtf, timex.basis, "heading", unit.block)
        elif timex.rule == "entry_date" or (unit.kind in ("row", "item") and timex.start - unit.start < 4):
            _keep(memory, timex.edtf, timex.basis, "line", unit.line)
    if unit.kind == "heading" and not view.timexes:
        memory.announced = None
    if memory.announced_scope == "line" and memory.announced_block != unit.line:
        memory.announced = None


def _keep(memory: Memory, day: str, basis: str, scope: str, place: int) -> None:
    memory.announced, memory.announced_basis, memory.announced_scope, memory.announced_block = day, basis, scope, place
    memory.announced_by = ()


def remember(view: View, memory: Memory, imposers: list[str], draft: Draft) -> None:
    """Keep what the next sentences may lean on."""
    memory.imposers = tuple(dict.fromkeys(imposers))
    memory.authority = draft.authority
    memory.told = draft
    for imposer in imposers:
        memory.told_by[imposer] = draft
    if draft.targets and draft.target_rule != "whom the document is about":
        memory.targets = draft.targets
    if draft.times.announced is not None and memory.announced_scope == "block" or memory.announced is None:
        memory.announced, memory.announced_basis = draft.times.announced, draft.times.basis
        memory.announced_scope, memory.announced_block, memory.announced_by = "block", view.unit.block, memory.imposers


def carried(view: View, draft: Draft, memory: Memory) -> tuple[str, str] | None:
    """(day, basis) that a dateless draft takes from what was told before; None where rule 7 of the event table forbids it."""
    if memory.announced is None:
        return None
    if memory.announced_scope in ("heading", "line"):
        return memory.announced, memory.announced_basis
    words = set(view.between(view.unit.start, view.unit.end))
    if draft.imposer not in memory.announced_by or words & BACKGROUND:
        return None
    if memory.announced_block == view.unit.block or words & GOES_ON:
        return memory.announced, memory.announced_basis
    return None
