"""How far a day carries: under its heading, along its line, and through the same imposer's same announcement."""

from __future__ import annotations

from datetime import date

from parsers.dates import Timex
from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.rules.beside import in_another_clause
from parsers.rules.columns import read_head
from parsers.rules.days import STAMPS
from parsers.rules.sections import forget_hit
from parsers.rules.times import Place, role_of
from parsers.view import View
from parsers.words import wordset

ASIDE = frozenset({"background", "context", "history", "notes", "about", "contact", "contacts"})
ANYBODY = "*"  # "more than twenty countries on Monday": the day of each of them
BREAKS = frozenset({"later", "subsequently", "afterwards", "eventually"})


def carry_day(view: View, memory: Memory) -> None:
    """Take up the day that a heading, an entry or a table cell gives to what follows."""
    unit = view.unit
    if memory.announced_scope == "block" and (memory.announced or memory.news) and view.opens_with(BREAKS, 4) and not _same_hour(view):
        memory.announced = memory.news = None
    _table(view, memory)
    for timex in view.timexes:
        if timex.edtf is not None:
            _take_up(view, timex, timex.edtf, memory)
    if unit.kind == "heading":
        memory.lead = ()
        past = bool(set(view.between(unit.start, unit.end)) & ASIDE)
        memory.announced = memory.announced if not past and (view.timexes or memory.announced_scope == "heading") else None
    if memory.announced_scope == "line" and memory.announced_block != unit.line:
        memory.announced = None


def _table(view: View, memory: Memory) -> None:
    """Keep the heads of the columns of a table, as long as its rows go on."""
    line = view.text.rfind("\n", 0, view.unit.start) + 1
    if view.unit.start - line < 3 and (head := read_head(view.folded[line : view.unit.end])):
        memory.columns = head
    elif memory.columns and view.text.find(memory.columns.separator, line, view.unit.end) < 0:
        memory.columns = None


def _take_up(view: View, timex: Timex, day: str, memory: Memory) -> None:
    unit, opens = view.unit, timex.start - view.unit.start < 4
    if timex.rule == "heading_date" or (unit.kind == "heading" and opens):
        if not _known_finer(memory, day):
            _keep(memory, day, timex.basis, "heading", unit.block)
    elif timex.rule == "entry_date" or (unit.kind in ("row", "item") and opens):
        _keep(memory, day, timex.basis, "line", unit.line)


def _known_finer(memory: Memory, day: str) -> bool:
    """Under the head "2017-06-05" the line "2017 Gulf crisis" dates nothing more exactly."""
    known = memory.announced if memory.announced_scope == "heading" else None
    return known is not None and len(known) > len(day) and known.startswith(day)


def _keep(memory: Memory, day: str, basis: str, scope: str, place: int) -> None:
    memory.announced, memory.announced_basis, memory.announced_scope, memory.announced_block = day, basis, scope, place
    memory.announced_by = ()


def remember(view: View, memory: Memory, imposers: list[str], draft: Draft) -> None:
    """Keep what the next sentences may lean on."""
    memory.imposers = tuple(dict.fromkeys(imposers))
    memory.authority = draft.authority
    memory.told, memory.told_block = draft, view.unit.block
    memory.lead = memory.lead or memory.imposers
    for imposer in imposers:
        memory.told_by[imposer] = draft
    if draft.targets and draft.target_rule != "whom the document is about":
        memory.targets = draft.targets
        forget_hit(memory, draft.targets)
    if "announced" not in draft.times.sources:
        return
    if memory.announced_scope == "block" or memory.announced is None:
        memory.announced, memory.announced_basis = draft.times.announced, draft.times.basis
        memory.announced_scope, memory.announced_block, memory.announced_by = "block", view.unit.block, memory.imposers
        memory.announced_line = view.unit.line if view.unit.kind == "item" else -1


def carried(view: View, draft: Draft, memory: Memory) -> tuple[str, str] | None:
    """(day, basis) that a dateless draft takes from what was told before; None where rule 7 of the event table forbids it."""
    began = draft.times.effective
    if began is not None and memory.announced is not None and began < memory.announced:
        return None  # it applied before that day
    if view.folded.startswith("the day ", view.unit.start):
        return None  # "the day the act was passed, ..."
    if _same_hour(view) and memory.spoken and view.unit.block - memory.spoken[2] <= 1:
        return memory.spoken[:2]
    if memory.announced is None:
        return _news(view, draft, memory)
    if memory.announced_scope in ("heading", "line"):
        return memory.announced, memory.announced_basis
    return _of_paragraph(view, draft, memory)


def _of_paragraph(view: View, draft: Draft, memory: Memory) -> tuple[str, str] | None:
    """The day told in the paragraph carries to what its imposer does further; a day told in one bullet is not that of the next."""
    if memory.announced is None or (view.unit.kind == "item" and memory.announced_line not in (-1, view.unit.line)):
        return None
    day, near = (memory.announced, memory.announced_basis), view.unit.block - memory.announced_block
    words = set(view.between(view.unit.start, view.unit.end))
    by = memory.announced_by
    if not (draft.imposer in by or (ANYBODY in by and near == 0)) or words & wordset("background"):
        return None
    return day if near == 0 or words & wordset("goes_on") else _news(view, draft, memory)


def _same_hour(view: View) -> bool:
    """ "Minutes later Canada put nine officers on its list"."""
    start = view.unit.start
    return any(0 <= view.folded.find(words, start, start + 60) < view.unit.end for words in wordset("same_hour"))


def _news(view: View, draft: Draft, memory: Memory) -> tuple[str, str] | None:
    """The day of the news that the article opens with carries to the same imposer's further acts, unless they are background."""
    if memory.news is None or draft.imposer not in memory.news_by or draft.status in ("proposed", "rejected"):
        return None
    words = set(view.between(view.unit.start, view.unit.end))
    began = draft.times.effective is not None and draft.times.effective < memory.news
    return None if words & wordset("background") or began else (memory.news, memory.news_basis)


def note_news(view: View, memory: Memory, draft: Draft, published: date | None) -> None:
    """Keep the day of the first dated act where it is the day of publication or one of the two before."""
    day = draft.times.announced
    if memory.news is not None or day is None or published is None or len(day) != 10 or view.unit.block > 4:
        return
    if 0 <= (published - date.fromisoformat(day)).days <= 2:
        memory.news, memory.news_basis, memory.news_by = day, draft.times.basis, (draft.imposer,)


def place_of(view: View, memory: Memory, published: date | None) -> Place:
    """Where a unit stands, for the days in it."""
    stamp = memory.announced if memory.announced_scope in ("heading", "line") else None
    opens = any(t.rule in STAMPS for t in view.timexes) or memory.announced_scope == "line"
    return Place(published, stamp, opens, memory.columns)


def note_spoken(view: View, memory: Memory) -> None:
    """Keep the day that the unit speaks of, for "minutes later" in the next."""
    for timex in view.timexes:
        if timex.edtf and len(timex.edtf) == 10 and role_of(view, timex) == "announced":
            memory.spoken = timex.edtf, timex.basis, view.unit.block


def note_said(view: View, memory: Memory, subject: tuple[str, ...]) -> None:
    """ "Kyiv threatened on Monday to strike back": the day of a sentence without an act goes on to the act that the next one tells."""
    words = set(view.between(view.unit.start, view.unit.end)) if view.timexes and view.unit.kind == "sentence" else set()
    by = (ANYBODY,) if words & wordset("together") else subject if words & wordset("deciding_verbs") else ()
    timex = next((t for t in view.timexes if t.edtf and len(t.edtf) == 10 and role_of(view, t) == "announced"), None)
    if not by or timex is None or words & wordset("background") or in_another_clause(view, [], timex):
        return
    if memory.announced_scope == "block" or memory.announced is None:
        memory.announced, memory.announced_basis, memory.announced_scope = timex.edtf, timex.basis, "block"
        memory.announced_block, memory.announced_by, memory.announced_line = view.unit.block, by, -1
