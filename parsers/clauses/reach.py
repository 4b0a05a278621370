"""How far a verb reaches for its objects, to its right, to its left, and before a relative."""

from __future__ import annotations

from itertools import pairwise

from parsers.clauses.predicate import Field, Thing
from parsers.clauses.words import REACH, RELATIVES
from parsers.lexicon import Noun
from parsers.verbs import VerbAt
from parsers.view import View
from parsers.words import wordset

NEAR = {"@name": 5, "@state": 1}  # how many words may stand between a verb and these
RELIANCE = frozenset(
    {
        "reliance",
        "dependence",
        "dependency",
        "demand",
        "consumption",
        "appetite",
        "ability",
        "capacity",
        "cost",
        "costs",
        "risk",
        "risks",
        "influence",
    }
)


def things_right(view: View, verb: VerbAt, where: Field) -> list[Thing]:
    stop = _barrier_right(view, verb, where.verbs)
    reach: list[Thing] = []
    for thing in where.things:
        if verb.end <= thing.start < stop and _linked(view, verb.end, reach, thing):
            reach.append(thing)
    return reach


def _linked(view: View, start: int, reach: list[Thing], thing: Thing) -> bool:
    if not reach:
        gap = view.between(start, thing.start)
        limit = 2 if view.before(start, 1) in (["no"], ["more"]) else NEAR.get(thing.classes[-1], REACH)
        if (wordset("reliance") | wordset("papers")) & set(gap):
            return False  # "ended its reliance on Russian gas"
        return len(gap) <= limit and not any(a == "," and b == "and" for a, b in pairwise(gap))
    if thing.start < reach[-1].end + 2:
        return True
    gap = view.between(reach[-1].end, thing.start)
    return len(gap) <= REACH and (len(gap) <= 5 or any(w in wordset("joiners") for w in gap))


def _barrier_right(view: View, verb: VerbAt, verbs: list[VerbAt]) -> int:
    stop = view.unit.end
    for other in verbs:
        if other.start >= verb.end and not other.nominal and other.start > verb.start and not _chained(view, verb, other):
            stop = other.start
            break
    stop = min([stop, *(s for s, bars in _other_nouns(view, verbs) if s > verb.end and (bars or _coordinated(view, verb.end, s)))])
    for word in view.words[view.at(verb.end) :]:
        if word.start >= stop:
            break
        if word.text in wordset("barriers"):
            return word.start
    return stop


def _chained(view: View, verb: VerbAt, other: VerbAt) -> bool:
    """ "Stopped issuing visas", "may not provide": a verb right behind another carries its object."""
    gap = view.between(verb.end, other.start)
    if other.lemma == "leave" and "that" in gap and "order" in verb.classes:
        return True  # "demanded that they leave"
    return other.form in ("ing", "base") and len(gap) <= 1 and all(w in ("from", "to", "be", "longer") for w in gap)


def _other_nouns(view: View, verbs: list[VerbAt]) -> list[tuple[int, bool]]:
    """Where other measures begin: of a list ("the suspension of ..., and the withdrawal from ..."), or one that bars what it holds.

    Of "suspended its ban on imports of wheat" the ban is suspended and not the imports.
    """
    nouns = [(h.start, h.end) for h in view.hits if any(isinstance(s, Noun) and not s.weak for s in h.payload)]
    begins = [(start, False) for start, _ in nouns] + [(v.start, False) for v in verbs if v.nominal]
    bars = [(end, True) for _, end in nouns] + [(v.end, True) for v in verbs if v.nominal and v.classes & {"ban", "restrict"}]
    return begins + bars


def _coordinated(view: View, start: int, end: int) -> bool:
    gap = view.between(start, end)
    return bool({",", "and", "or"} & set(gap[-3:]))


def things_left(view: View, verb: VerbAt, where: Field) -> list[Thing]:
    floor = view.unit.start
    for other in where.verbs:
        if other.end <= verb.start and not other.nominal and not _in_relative(view, other, verb) and not _reduced(other, verb, where):
            floor = max(floor, other.end, other.particle_end if other.particle_end <= verb.start else 0)
    for word in view.words[: view.at(verb.start)]:
        if word.text in (";", "but", "while", "|") and word.start >= floor:
            floor = word.end
    return [t for t in where.things if floor <= t.start and t.end <= verb.start and not _behind_relative(view, floor, t)]


def _reduced(other: VerbAt, verb: VerbAt, where: Field) -> bool:
    """ "Visas issued to Pakistanis have been cancelled": a participle behind the subject opens a clause of its own."""
    bare = other.form in ("pp", "past") and other.passive is None and bool(verb.passive)
    return bare and any(thing.end == other.start - 1 for thing in where.things)


def _in_relative(view: View, other: VerbAt, verb: VerbAt) -> bool:
    """Whether ``other`` stands in a relative clause that lies between ``verb`` and its subject: "buyers whose contracts provide ..."."""
    before = view.between(max(view.unit.start, other.start - 60), other.start)
    return bool(verb.passive) and any(w in RELATIVES for w in before[-5:])


def _behind_relative(view: View, floor: int, thing: Thing) -> bool:
    return any(w in ("who", "whose", "which") for w in view.between(floor, thing.start))


def antecedents(view: View, verb: VerbAt, where: Field) -> list[Thing]:
    """ "The crude, which Washington shut out", "the diplomats whom London sent home": the object stands before the relative."""
    if verb.nominal or verb.passive or verb.form not in ("past", "pp", "s"):
        return []
    words = view.words[max(0, view.at(verb.start) - 7) : view.at(verb.start)]
    opened = next((w for w in reversed(words) if w.text in ("which", "whom", "that")), None)
    if opened is None or not any(opened.end <= a.start and a.end <= verb.start for a in view.actors):
        return []
    return [t for t in where.things if t.end <= opened.start and len(view.between(t.end, opened.start)) <= 6]
