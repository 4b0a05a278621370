"""Whether a unit can hold a predicate at all, told from the kinds of words in it: most sentences of a paper can not.

It never says no where ``find_predicates`` would find something; it spares the reading of what can not be paired.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from parsers.clauses.governing import ANAPHORS
from parsers.clauses.matching import may_match
from parsers.clauses.things import are_goods
from parsers.lexicon import Noun, Phrase, Senses, Verb, lexicon
from parsers.verbs import apart
from parsers.view import View

CHANGING = frozenset({"expel", "lift", "ease", "extend", "expand", "end"})


class Sign(NamedTuple):
    """What a phrase brings to a predicate, classes of things as bits: those that it names, and those that its verbs take."""

    names: int
    takes: int
    apart: tuple[tuple[str, int], ...]  # the first word of a particle that must follow, and what is taken with it
    alone: bool  # a measure by itself
    stands: bool  # a noun of doing that may stand for a measure told before
    thing: bool  # it names a thing, or a verb that needs none: "expel", and what is done to "the ban" told before


def promises(view: View) -> bool:
    """Whether a unit names a measure, or a verb together with a thing that it takes; what stands where is not looked at."""
    named, taken, stands, thing = 0, 0, False, bool(view.names or view.scopes)
    for hit in view.hits:
        names, takes, apart_from_it, alone, stands_for, is_thing = hit.payload.sign or _sign(hit.payload)
        if alone:
            return True
        named, taken = named | names, taken | takes
        stands, thing = stands or stands_for, thing or is_thing
        for particle, with_it in apart_from_it:
            if view.folded.find(particle, hit.end, view.unit.end) >= 0:
                taken |= with_it
    return bool(taken and taken & (named | _named(view))) or (stands and (thing or _likened(view))) or _followed(view)


def _likened(view: View) -> bool:
    """ "A ban of its own", "a similar ban": a measure told before, laid by another."""
    return view.says((" own", " similar "))


def _followed(view: View) -> bool:
    """ "New Zealand followed on the 28th": an actor does what was told before."""
    return bool(view.actors) and view.folded.find(" follow", view.unit.start, view.unit.end) >= 0


def _named(view: View) -> int:
    """The classes of the names and the goods of a unit; a number is always taken to be there."""
    bits = _bits()
    found = bits["@number"]
    if any("designate" in verb.classes for hit in view.hits for verb in hit.payload.verbs):
        found |= bits["@name"]  # a name that no list knows
    found |= bits.get("@state", 0) if any(a.kind in ("state", "capital") for a in view.actors) else 0
    for name in view.names:
        found |= bits["@name"] | bits.get(f"@{name.kind}", 0)
    return found | bits["@goods"] if any(are_goods(view, scope) for scope in view.scopes) else found


def _sign(senses: Senses) -> Sign:
    bits = _bits()
    senses.sign = sign = Sign(
        sum(bits.get(cls, 0) for cls in set(senses.things)),
        _taken([verb for verb in senses.verbs if not verb.particle]),
        tuple((verb.particle.split()[0], _taken(senses.verbs)) for verb in apart(senses.verbs)),
        any(isinstance(s, (Noun, Phrase)) for s in senses),
        any(verb.form == "noun" and verb.classes & ANAPHORS for verb in senses.verbs),
        bool(senses.things) or any(not CHANGING.isdisjoint(verb.classes) for verb in senses.verbs),
    )
    return sign


def _taken(verbs: Iterable[Verb]) -> int:
    """The classes of things that make a predicate with any of the verbs, as the pairing rules have it."""
    classes = frozenset[str]().union(*(verb.classes for verb in verbs))
    return sum(bit for cls, bit in _bits().items() if any(may_match(verb.lemma, classes, cls) for verb in verbs))


@cache
def _bits() -> dict[str, int]:
    return {cls: 1 << place for place, cls in enumerate(dict.fromkeys(("@number", "@name", "@goods", *lexicon().by_object)))}
