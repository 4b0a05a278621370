"""Participles that describe a noun and tell no act."""

from __future__ import annotations

from parsers.verbs import VerbAt
from parsers.view import View
from parsers.words import wordset


def describes_noun(view: View, verb: VerbAt) -> bool:
    """ "The sanctioned oligarch", "a banned exporter": a participle before its noun tells no act."""
    if view.folded[verb.start - 1 : verb.start] == "-":
        return True
    if verb.form not in ("pp", "past") or verb.passive is not None:
        return False
    before = view.before(verb.start)
    after = view.after(verb.end)
    opens = (
        not before
        or before[0] in wordset("attribute_before")
        or before[0].endswith("'s")
        or any(v.end == verb.start - 1 for v in view.verbs)
    )
    return (
        opens
        and bool(after)
        and after[0].isalpha()
        and after[0] not in wordset("closers")
        and after[0] not in wordset("determiners")
        and not any(a.end == verb.start - 1 for a in view.actors if a.form == "noun")
    )


def is_restrictive(view: View, verb: VerbAt) -> bool:
    """ "Transactions prohibited by the regulations", "imports that were banned": a restrictive clause tells which, not what was done."""
    if verb.form not in ("pp", "past") or verb.passive is False:
        return False
    before = [w for w in view.before(verb.start, 4) if w not in wordset("be") and w not in wordset("restrictive_skipped")]
    if verb.passive and (before[-1:] == ["that"] or (before[-1:] == ["who"] and "by" not in view.after(verb.end, 6))):
        return True
    after = view.after(verb.end, 2)
    lawful = (
        after[:2] == ["as", "of"]
        or after[:1] in (["under"], ["pursuant"], ["by"])
        and after[1:2]
        in (
            ["the"],
            ["this"],
            ["to"],
            ["general"],
            ["gl"],
            ["section"],
            ["those"],
            ["these"],
        )
    )
    names_actor = any(a.start >= verb.end and len(view.between(verb.end, a.start)) <= 2 for a in view.actors)
    return verb.passive is None and lawful and not names_actor


def is_generic(view: View, verb: VerbAt) -> bool:
    """ "Countries that impose a price cap": whoever does so, nobody who did."""
    before = view.before(verb.start, 2)
    present = verb.form in ("base", "s") and not verb.nominal
    return present and before[-1:] in (["that"], ["who"], ["which"]) and before[0] in wordset("generic")


def is_topic(view: View, verb: VerbAt) -> bool:
    """ "Talks on easing visa rules": what talks are about is no act."""
    before = view.before(verb.start, 4)
    return (
        verb.form == "ing"
        and before[-1:] in (["on"], ["about"], ["over"])
        and any(w in wordset("topics") or w.rstrip("s") in wordset("topics") for w in before)
    )


def takes_left(view: View, verb: VerbAt) -> bool:
    """Whether a verb can have its object on the left: a passive, or a participle that no object follows."""
    if verb.form not in ("pp", "past", "modal") or verb.passive is False:
        return False
    after = view.after(max(verb.end, verb.particle_end))
    return bool(verb.passive) or not after or after[0] in wordset("closers") or not after[0][0].isalpha()
