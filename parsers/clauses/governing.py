"""Measure nouns and the verbs that govern them: "lift the ban", "sanctions were imposed"."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.clauses.participles import is_generic, takes_left
from parsers.clauses.predicate import SAME, Predicate
from parsers.clauses.words import REACH
from parsers.lexicon import Lexicon, Noun, Phrase
from parsers.verbs import VerbAt
from parsers.view import View
from parsers.words import wordset

ACTS_OF_LAW = frozenset({"order", "orders", "decree", "decrees", "emergency", "law", "act", "regulations", "resolution", "resolutions"})
ANAPHORS = frozenset({"ban", "restrict", "stop", "close"})


def measure_nouns(view: View, lexicon: Lexicon, verbs: list[VerbAt]) -> Iterator[Predicate]:
    del lexicon
    verbal = {v.start for v in verbs if not v.nominal}
    for hit in view.hits:
        for sense in hit.payload:
            if isinstance(sense, Noun) and hit.start not in verbal:
                yield Predicate(hit.start, hit.end, hit.start, sense.measure, "measure", "impose", weak=sense.weak)
            elif isinstance(sense, Phrase):
                yield Predicate(hit.start, hit.end, hit.start, sense.measure, "phrase", "impose")


def anaphors(verbs: list[VerbAt], found: list[Predicate]) -> list[Predicate]:
    """ "The ban was lifted": a noun of doing without an object stands for a measure told before."""
    used = {p.verb.start for p in found if p.verb is not None}
    return [
        Predicate(v.start, v.end, v.start, SAME, "measure", "impose", weak=True)
        for v in verbs
        if v.nominal and v.start not in used and v.classes & ANAPHORS
    ]


def govern(view: View, lexicon: Lexicon, p: Predicate, verbs: list[VerbAt]) -> None:
    contact = _contact_relative(view, p, verbs)
    if contact is not None:
        p.governor, p.action = contact, "impose"
        return
    governor = _governor(view, p, verbs)
    if governor is None or p.governor is not None:
        return
    p.governor = governor
    if (undoing := _undoing(view, governor, verbs)) is not None:
        p.governor, p.action = undoing, "lift"
        return
    if (
        governor.nominal
        and _governor_left(view, Predicate(governor.start, governor.end, governor.start, p.measure, "nominal", ""), verbs) is None
    ):
        p.bare = governor.start < p.start  # "following the lifting of sanctions": nobody is said to lift them
    actions = {lexicon.on_measure[c] for c in governor.classes if c in lexicon.on_measure}
    if p.kind == "nominal" and p.action in ("lift", "ease") and not actions.isdisjoint({"impose"}):
        return  # "announced the resumption of flights"
    p.action = _action_of(governor, actions)
    if p.measure.relief:
        p.action = "impose" if p.action == "lift" else "ease"


def _governor(view: View, p: Predicate, verbs: list[VerbAt]) -> VerbAt | None:
    """The verb that does something to a measure noun; the noun is marked bare, and idle where a verb does nothing to it."""
    left, right = _governor_left(view, p, verbs), _governor_right(view, p, verbs)
    if left is not None and left.lemma == "let" and right is not None and "lift" in right.classes:
        p.governor, p.action = left, "impose" if p.measure.relief else "lift"  # "let the waivers lapse"
        return left
    governor = next((v for v in (left, right) if v is not None and ("other" not in v.classes or v.lemma in wordset("intransitive"))), None)
    if governor is None or is_generic(view, governor) or _writes_of(view, governor, p):
        p.bare, p.idle = True, governor or left or right
        return None
    return governor


def _writes_of(view: View, verb: VerbAt, p: Predicate) -> bool:
    """ "Published guidance on the price cap"."""
    return verb.end < p.start and not wordset("papers").isdisjoint(view.between(verb.end, p.start))


def _contact_relative(view: View, p: Predicate, verbs: list[VerbAt]) -> VerbAt | None:
    """ "The embargo the United Nations has imposed": the imposer and its verb follow the noun without a relative word."""
    for verb in verbs:
        if verb.start >= p.end and "impose" in verb.classes and verb.form in ("past", "pp") and not verb.passive:
            between = [a for a in view.actors if p.end <= a.start and a.end <= verb.start]
            gap = view.between(p.end, verb.start)
            led = bool(between) and view.between(p.end, between[0].start) in ([], ["the"])  # not "the ban on Russia took effect"
            if led and len(gap) <= 9 and not {",", "and", "already"} & set(gap):
                return verb
    return None


def _undoing(view: View, governor: VerbAt, verbs: list[VerbAt]) -> VerbAt | None:
    """ "Revoked the orders that had imposed sanctions": what undoes the act that carries a measure lifts the measure."""
    if "impose" not in governor.classes or not {"that", "which"} & set(view.before(governor.start, 4)):
        return None
    for verb in reversed([v for v in verbs if v.end <= governor.start and v is not governor]):
        gap = view.between(verb.end, governor.start)
        return verb if verb.classes & {"lift", "end"} and len(gap) <= 9 and ACTS_OF_LAW & set(gap) else None
    return None


def _action_of(governor: VerbAt, actions: set[str]) -> str:
    # A verb of several classes does to a measure what its strongest reading says: "suspend" eases, "remove" lifts, "impose" imposes.
    for action in ("lift", "ease", "extend", "expand", "impose"):
        if action in actions and not (action == "lift" and "ease" in actions and governor.lemma in ("suspend", "suspension")):
            return action
    return "impose"


def _governor_left(view: View, p: Predicate, verbs: list[VerbAt]) -> VerbAt | None:
    for verb in reversed([v for v in verbs if v.end <= p.start and v.form != "modal"]):
        gap = view.between(verb.end, p.start)
        if len(gap) > (60 if {",", "and"} & set(gap[-3:]) else REACH) or any(w in wordset("barriers") for w in gap):
            return None
        if "that" in gap[:-1] and "order" in verb.classes:
            return None  # "told reporters that the closure of the border had been lifted"
        if verb.lemma == "include":
            continue  # "sanctions, including flight bans": the list shares the verb of what it spells out
        if verb.nominal and (not any(w in ("of", "to", "on", "in") for w in gap[:4]) or {",", "and"} & set(gap[-3:])):
            continue
        return verb
    return None


def _governor_right(view: View, p: Predicate, verbs: list[VerbAt]) -> VerbAt | None:
    for verb in [v for v in verbs if v.start >= p.end and not v.nominal]:
        gap = view.between(p.end, verb.start)
        if len(gap) > 22 or ";" in gap:
            return None
        if (
            verb.passive
            or verb.lemma in wordset("intransitive")
            or (verb.form in ("pp", "past") and verb.passive is None and takes_left(view, verb) and len(gap) <= 12)
        ):
            return verb
        return None
    return None
