"""Those who do the same: "New Zealand followed on the 28th", without a measure named again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parsers.clauses.predicate import Predicate
from parsers.lexicon import Measure, lexicon
from parsers.verbs import VerbAt
from parsers.view import View

ENDS = frozenset({".", ",", ";", "(", "-", "too", "soon", "later", "shortly", "next", "quickly", "within", "hours", "days"})


def followers(view: View, verbs: list[VerbAt]) -> Iterator[Predicate]:
    """The predicates of verbs of following that have a subject right before and no object."""
    for verb in verbs:
        if verb.lemma == "follow" and verb.form in ("past", "pp", "s") and not verb.passive and _alone(view, verb) and _led(view, verb):
            yield Predicate(verb.start, verb.end, verb.start, same_as_before(), "phrase", "impose")


@cache
def same_as_before() -> Measure:
    """The measure that stands for one that another imposer took before."""
    return next(m for m in lexicon().measures if m.name == "same as before")


def _alone(view: View, verb: VerbAt) -> bool:
    after = view.after(verb.end, 1)
    dated = any(
        t.start - verb.end <= 4 and t.start >= verb.end and view.between(verb.end, t.start) in ([], ["on"], ["in"]) for t in view.timexes
    )
    return not after or after[0] in ENDS or dated


def _led(view: View, verb: VerbAt) -> bool:
    return any(a.form == "noun" and a.end <= verb.start and len(view.between(a.end, verb.start)) <= 2 for a in view.actors)
