"""Sentences that tell no act of their own and say more of those told right before: when decided, from when and until when they hold."""

from __future__ import annotations

import re
from datetime import date

from parsers.dates import Timex
from parsers.draft import Draft
from parsers.lexicon import Noun, Senses, lexicon
from parsers.rules.beside import in_another_clause
from parsers.rules.bounds import first_day, last_day
from parsers.rules.times import AT_ONCE, later, role_of
from parsers.view import View
from parsers.words import wordset

PRONOUNS = frozenset({"it", "they", "both", "this", "these", "all", "each"})
OWNERS = frozenset({"the", "its", "this", "these", "that", "those", "their", "both", "all", "such"})
DECIDED = re.compile(
    r"(?:the|these|those|both|all|this) (?:\w+ )?(?:decisions?|moves?|measures|steps|bans?|orders?|announcements?|sanctions|curbs|decree"
    r"|law|bill|regulation|resolution|package|list|restrictions|tariffs)\b"
    r"|(?:this|that|it) (?:is|was) the (?:outcome|result) of\b"
    r"|.{0,60}?\b(?:had )?(?:announced|signed|adopted|approved|published|issued) "
    r"(?:this|it|them|the (?:decree|bill|law|order|decision|measures?)) (?:in|on|last|earlier)\b"
)
BEFORE = 7  # days that a measure may have applied before it was announced
FORMERLY = frozenset({"first", "originally", "initially", "since", "already"})
LAID = frozenset({"imposed", "introduced"})  # of what is prolonged or lifted now, it tells the beginning
TOGETHER = frozenset(
    {"both", "all", "measures", "steps", "decisions", "moves", "sanctions", "they", "these", "those", "restrictions", "bans"}
)


def tell_more(view: View, told: list[Draft], published: date | None) -> None:
    """Give the days of a sentence without an act of its own to the acts told right before it."""
    near = told_near(view, told)
    if not near:
        return
    for timex in view.timexes:
        role = role_of(view, timex)
        clause = _clause(view, timex)
        if timex.edtf and role in ("effective", "expires") and _speaks_of_it(clause):
            _give(view, _meant(view, near, clause), role, timex)
    _at_once(view, near, published)


def told_near(view: View, told: list[Draft], blocks: int = 1, *, firm: bool = True) -> list[Draft]:
    """The firm acts of this paragraph and the one before; in a list or a table those of the same line."""
    near = [d for d in told if view.unit.block - d.block <= blocks and (not firm or d.status in ("in_force", "announced"))]
    if view.unit.kind in ("item", "row"):
        near = [d for d in near if "\n" not in view.text[d.start : view.unit.start]]
    return near


def _clause(view: View, timex: Timex) -> list[str]:
    """The words of the clause that lead up to a day."""
    words = view.between(view.unit.start, timex.start)
    for place in range(len(words) - 1, -1, -1):
        if words[place] in (",", ";", "and", ":") and words[place + 1 : place + 2] and words[place + 1] in PRONOUNS | OWNERS:
            return words[place + 1 :]
    return words


def _speaks_of_it(clause: list[str]) -> bool:
    """ "It applies", "the order took": the subject is what was told, no ceasefire and no other law."""
    if not clause:
        return False
    return clause[0] in PRONOUNS or (clause[0] in OWNERS and bool(wordset("told_again") & set(clause[1:7])))


def _meant(view: View, near: list[Draft], clause: list[str]) -> list[Draft]:
    """Those of the acts that the subject means: of the instrument that it names, else all for a plural, else those of the last sentence."""
    named = {code for h in view.hits if h.end <= view.unit.start + 80 for code in _instruments(h.payload)} - {"sanctions_package"}
    if named & {d.instrument for d in near}:
        return [d for d in near if d.instrument in named]
    if TOGETHER & set(clause[:5]):
        return [d for d in near if d.block == near[-1].block]
    return [d for d in near if d.unit == near[-1].unit]


def _instruments(senses: Senses) -> set[str]:
    """The instruments that a word names, by itself or as what a measure acts on: "the airspace closure"."""
    objects = [lexicon().by_object[cls] for cls in senses.things if cls in lexicon().by_object]
    return {m.instrument for m in [*objects, *(s.measure for s in senses if isinstance(s, Noun))]}


def _give(view: View, drafts: list[Draft], role: str, timex: Timex) -> None:
    for draft in drafts:
        if getattr(draft.times, role) is not None or _too_early(draft, timex.edtf or ""):
            continue
        draft.times.put(role, timex.edtf or "", timex)
        draft.because(role, "told by the next sentence", view.text[timex.start : timex.end], timex.start, timex.note)


def _too_early(draft: Draft, day: str) -> bool:
    """Whether a day lies well before that of the act, so that it is another's."""
    first, last = first_day(draft.times.announced or ""), last_day(day)
    return first is not None and last is not None and (first - last).days > BEFORE


def _at_once(view: View, near: list[Draft], published: date | None) -> None:
    """ "The ban takes effect immediately": from the day of the act on."""
    match = AT_ONCE.search(view.folded, view.unit.start, view.unit.end)
    clause = view.between(view.unit.start, match.start()) if match else []
    if match is None or not _speaks_of_it(clause):
        return
    for draft in _meant(view, near, clause):
        day = draft.times.announced or (published.isoformat() if published and draft.times.effective is None else None)
        if draft.times.effective is None and day is not None:
            draft.times.effective = day
            draft.because("effective", "told by the next sentence", match.group(), match.start())


def date_back(view: View, told: list[Draft]) -> None:
    """ "The decisions were taken on Thursday", "the president had signed the decree on Friday": the day of what was told before."""
    unit, words = view.unit, set(view.between(view.unit.start, view.unit.start + 90)) if told else set()
    if not wordset("decided") & words or FORMERLY & words or not DECIDED.match(view.folded, unit.start):
        return
    timex = next((t for t in view.timexes if t.edtf and t.start - unit.start < 260 and role_of(view, t) == "announced"), None)
    if timex is not None and in_another_clause(view, [], timex):
        return
    if timex is None or timex.edtf is None:
        return
    for draft in told_near(view, told):
        carried = "announced" not in draft.times.sources and (draft.action == "impose" or not LAID & words)
        if carried and not later(timex.edtf, draft.times.effective):
            draft.times.announced = None
            draft.times.put("announced", timex.edtf, timex)
            draft.because("announced", "dated by the next sentence", view.text[timex.start : timex.end], timex.start, timex.note)
