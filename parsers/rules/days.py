"""Which predicates of a unit a day belongs to."""

from __future__ import annotations

from parsers.clauses import Predicate
from parsers.dates import Timex
from parsers.view import View
from parsers.words import wordset

STAMPS = frozenset({"heading_date", "entry_date"})
SUBORDINATE = frozenset({"after", "before", "since", "once"})
PRONOUNS = frozenset({"it", "they", "both", "this", "these"})


def in_order(view: View, first: int) -> list[Timex]:
    """Days in the order in which they are asked: before the first predicate the nearest first; the stamp of an entry last of all."""
    own = [t for t in view.timexes if t.rule not in STAMPS and not (t.type == "TIME" and t.start == view.unit.start)]
    stamps = [t for t in view.timexes if t not in own]
    return [t for t in reversed(own) if t.start < first] + [t for t in own if t.start >= first] + stamps


def owners(view: View, predicates: list[Predicate], timex: Timex, role: str) -> list[int]:
    """The predicates that a day belongs to: all that follow a day in front, else those before it that share its clause."""
    before = sorted((i for i, p in enumerate(predicates) if p.start < timex.start), key=lambda i: _reach(predicates[i], timex))
    after = [i for i, p in enumerate(predicates) if p.start >= timex.start]
    if timex.rule == "span_from_dated_event":
        return before  # "the two acted a week after London had frozen ...": of the main clause
    if not before:
        return _main(view, predicates, after)
    nearest = before[-1]
    if role != "announced":
        return [] if _past_semicolon(view, predicates[nearest], timex) else [nearest]
    if _opens_clause(view, timex, predicates[nearest]):
        return _main(view, predicates, after) or ([] if view.before(timex.start, 3)[:2] == [",", "and"] else [nearest])
    if after and predicates[nearest].bare and len(view.between(predicates[nearest].end, timex.start)) <= 2:
        return [nearest, after[0]]  # "a general licence of January 6 let ..."
    if after and ":" in view.between(predicates[nearest].end, timex.start):
        return _main(view, predicates, after)
    found = [nearest]
    while found[-1] > 0 and _same_clause(view, predicates[found[-1] - 1], predicates[found[-1]]):
        found.append(found[-1] - 1)
    return found


def nearer(known: Timex | None, timex: Timex, predicates: list[Predicate], index: int) -> bool:
    """Whether a day stands closer to a later predicate than the one that opens the sentence: "in May ..., and six years later ..."."""
    return known is not None and index > 0 and known.start < predicates[0].start < timex.start and timex.rule not in STAMPS


def _reach(p: Predicate, timex: Timex) -> int:
    """How near a predicate comes to a day behind it: where its last object before the day ends."""
    return max([end for _, end in p.objects if end <= timex.start], default=p.start)


def _main(view: View, predicates: list[Predicate], after: list[int]) -> list[int]:
    """Those of the main clause: what it came after ("... after the EU had frozen") has another day."""
    for place in range(1, len(after)):
        earlier, later = predicates[after[place - 1]], predicates[after[place]]
        if SUBORDINATE & set(view.between(earlier.end, later.start)):
            return after[:place]
    return after


def _past_semicolon(view: View, p: Predicate, timex: Timex) -> bool:
    """ "...; as of today their skies remain shut": behind the semicolon something else is told, but for "; it takes effect on"."""
    gap = view.between(p.end, timex.start)
    return view.unit.kind == "sentence" and ";" in gap and not (PRONOUNS | wordset("told_again")) & set(gap[gap.index(";") :])


def _opens_clause(view: View, timex: Timex, p: Predicate) -> bool:
    """ "..., and on Friday announced": a day right behind a comma or "and" goes with what follows."""
    words = view.before(timex.start, 3)
    return (
        len(words) > 1 and any(w in (",", ";", ":", "and", "then", "|") for w in words[-2:]) and len(view.between(p.end, timex.start)) > 1
    )


def _same_clause(view: View, earlier: Predicate, later: Predicate) -> bool:
    gap = view.between(earlier.end, max(earlier.end, (later.main or later.verb or later).start))
    return not {";", *SUBORDINATE} & set(gap) and len(gap) <= 25
