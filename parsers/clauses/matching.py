"""What a verb does to a thing: the class of the verb and the class of the thing together name a measure and an action."""

from __future__ import annotations

from functools import cache

from parsers.clauses.predicate import Thing
from parsers.lexicon import Lexicon, Measure
from parsers.lexicon import lexicon as known_lexicon
from parsers.verbs import VerbAt
from parsers.words import wordset

RELIEF = dict.fromkeys(
    (
        "resume",
        "restart",
        "reopen",
        "re-open",
        "normalise",
        "normalize",
        "re-establish",
        "unfreeze",
        "unblock",
        "restore",
        "reinstate",
        "readmit",
        "open again",
        "resumption",
        "reopening",
        "restoration",
        "normalisation",
        "delist",
        "de-list",
    ),
    "lift",
) | dict.fromkeys(
    (
        "release",
        "allow",
        "permit",
        "authorise",
        "authorize",
        "let",
        "let in",
        "let back in",
        "let back",
        "allow back",
        "allow back in",
        "clear",
        "exempt",
        "authorisation",
    ),
    "ease",
)
# What "allow" and "release" ease; allowed to stay, to meet or to leave is no relief.
ALLOWED = frozenset({"exports", "imports", "airspace", "visas", "entry", "transactions", "trade", "arms", "ports", "assets", "reserves"})
INWARD = frozenset({"let in", "let back in", "let back", "allow back", "allow back in", "readmit"})
NONE = {"no": 1, "no more": 14}  # how far what there is none of may stand: "no imports", "no more Russian oil"
LISTS = frozenset({"lists", "trade_lists"})
BY_CLASS = {"expand": "expand", "extend": "extend", "waive": "ease"}


@cache
def may_match(lemma: str, classes: frozenset[str], cls: str) -> bool:
    """Whether a verb tells a measure of a class of things anywhere: a quick no for most pairs of words."""
    thing = Thing(1, 1, (cls,))
    return any(match(known_lexicon(), VerbAt(0, 0, lemma, "past", classes, None, end), thing) is not None for end in (0, 1))


def match(lexicon: Lexicon, verb: VerbAt, thing: Thing) -> tuple[Measure, str] | None:
    """(measure, action) of a verb that acts on a thing, None where the two tell none."""
    for cls in thing.classes:
        if cls == "@goods" and verb.lemma in wordset("lesser") and not verb.particle_end:
            continue
        found = _delisted(lexicon, verb, cls) or _act(lexicon, verb, cls, thing) or _relieved(lexicon, verb, cls, thing)
        if found is not None:
            return found
    return None


def _delisted(lexicon: Lexicon, verb: VerbAt, cls: str) -> tuple[Measure, str] | None:
    """ "Delisted two judges", "removed from the SDN list": the listing is lifted."""
    off_list = cls in LISTS and not verb.classes.isdisjoint({"remove", "lift"})
    delisted = verb.lemma in ("delist", "de-list") and cls in ("people", "@name")
    listing = lexicon.acts.get(("designate", cls)) if off_list or delisted else None
    return None if listing is None else (listing, "lift")


def _act(lexicon: Lexicon, verb: VerbAt, cls: str, thing: Thing) -> tuple[Measure, str] | None:
    if verb.lemma in NONE and thing.start - verb.end > NONE[verb.lemma]:
        return None
    acts = ((lexicon.acts.get((verb_class, cls)), verb_class) for verb_class in sorted(verb.classes))
    return next(((measure, BY_CLASS.get(verb_class, "impose")) for measure, verb_class in acts if measure is not None), None)


def _relieved(lexicon: Lexicon, verb: VerbAt, cls: str, thing: Thing) -> tuple[Measure, str] | None:
    """ "Resumed imports", "allowed flights again": what a measure of the packs had stopped goes on."""
    if verb.lemma not in RELIEF or cls not in lexicon.by_object or thing.start - verb.end >= 45:
        return None
    loose = verb.lemma in ("allow", "permit", "authorise", "authorize", "clear", "release") and cls not in ALLOWED
    loose = loose or (verb.lemma == "release" and cls not in ("assets", "reserves", "aid"))
    relieved = cls in wordset("relieved") or (cls == "@goods" and verb.lemma in INWARD)
    opens_no_port = verb.lemma == "let" and cls == "ports"  # "let tankers carry the oil"
    return None if loose or opens_no_port or not relieved else (lexicon.by_object[cls], RELIEF[verb.lemma])
