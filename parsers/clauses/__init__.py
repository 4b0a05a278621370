"""Who does what: verbs paired with their objects, measure nouns with the verbs that govern them.

Pairing follows the order of English: an active verb takes objects on its right, a passive one on its left; a clause mark or another
finite verb ends the reach.
"""

from __future__ import annotations

from itertools import pairwise

from parsers.clauses.followers import followers
from parsers.clauses.governing import anaphors, govern, measure_nouns
from parsers.clauses.pairing import pair
from parsers.clauses.participles import describes_noun
from parsers.clauses.predicate import SAME, Field, Predicate, Thing
from parsers.clauses.things import read_things, strangers
from parsers.lexicon import Lexicon
from parsers.verbs import read_verbs
from parsers.view import View
from parsers.words import wordset

__all__ = ["SAME", "Predicate", "Thing", "find_predicates"]

UPGRADES = frozenset({"asset_freeze", "travel_ban", "transaction_ban", "port_ban"})


def find_predicates(view: View, lexicon: Lexicon) -> list[Predicate]:
    """The predicates of a unit in text order, without two for the same words."""
    verbs = read_verbs(view)
    view.verbs = [v for v in verbs if not v.nominal]
    verbs = [v for v in verbs if v.nominal or not describes_noun(view, v)]
    things = sorted(read_things(view) + strangers(view, verbs), key=lambda thing: (thing.start, thing.end))
    found = [p for verb in verbs for p in pair(view, lexicon, verb, Field(verbs, things))]
    found += anaphors(verbs, found)
    found += followers(view, verbs)
    taken = [(p.start, p.end) for p in found]
    found += [p for p in measure_nouns(view, lexicon, verbs) if not any(s <= p.start and p.end <= e for s, e in taken)]
    for p in found:
        if p.kind in ("nominal", "measure"):
            govern(view, lexicon, p, verbs)
    return _distinct(_upgraded(view, sorted(found, key=lambda p: (p.start, -p.end))))


def _upgraded(view: View, predicates: list[Predicate]) -> list[Predicate]:
    """ "Expanded the list of those subject to asset freezes": what the listing brings is the measure."""
    out = list(predicates)
    for p, q in pairwise(predicates):
        link = set(view.between(p.end, q.start))
        if (
            p.measure.instrument == "designation"
            and q.kind == "measure"
            and q.measure.instrument in UPGRADES
            and link & wordset("upgrading")
        ):
            q.action, q.governor, q.bare, q.idle = p.action, p.main, False, None
            if p in out:
                out.remove(p)
    return out


def _distinct(predicates: list[Predicate]) -> list[Predicate]:
    kept: list[Predicate] = []
    for p in predicates:
        if not any(q.measure is p.measure and q.start < p.end and p.start < q.end for q in kept):
            kept.append(p)
    return kept
