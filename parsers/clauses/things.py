"""What verbs act on: objects of the packs, goods, names and numbers, each in its place."""

from __future__ import annotations

import re

from parsers.clauses.predicate import Thing
from parsers.scopes import Scope
from parsers.verbs import VerbAt
from parsers.view import View
from parsers.words import wordset

LINK = r"(?!(?:over|for|after|in|on|with|to|and|or|from|by|at|as|who|which|that|because|under|against)\b)"
TITLES = rf"(?:the )?(?:[A-Z]\w+ )?(?:{LINK}[a-z][\w-]* ){{0,4}}"
# Using less of some goods is no ban on them.
WORKS = (
    "pipeline",
    "pipelines",
    "field",
    "fields",
    "project",
    "projects",
    "companies",
    "company",
    "refinery",
    "refineries",
    "sector",
    "industry",
)


NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:al-|bin |de |van |von |el-)?[A-Z][\w’'-]+){1,3})"
NAMED_BEHIND = re.compile(rf" (?:{TITLES})?{NAME}")
NAMED_SUBJECT = re.compile(rf"{NAME},? (?:was|is|has been|were|have been|being) (?:also |now |already |first )?\Z")


def read_things(view: View) -> list[Thing]:
    things = [Thing(h.start, h.end, h.payload.things) for h in view.hits if h.payload.things and not _modifies(view, h.start, h.end)]
    things += [Thing(n.start, n.end, (f"@{n.kind}", "@name")) for n in view.names]
    things += [Thing(s.start, s.end, ("@goods",)) for s in view.scopes if are_goods(view, s) and heads(view, s.end)]
    things += [
        Thing(a.start, a.end, ("@state",))
        for a in view.actors
        if a.form == "noun" and a.kind in ("state", "capital") and heads(view, a.end)
    ]
    things += [
        Thing(w.start, w.end, ("@number",)) for w in view.words if w.text in wordset("numbers") or (w.text.isdigit() and len(w.text) < 4)
    ]
    return sorted(things, key=lambda t: (t.start, t.end))


def strangers(view: View, verbs: list[VerbAt]) -> list[Thing]:
    """Names that no list knows, right behind or before a verb of listing: "sanctioned Ivan Petrov", "Ivan Petrov was sanctioned"."""
    found = []
    for verb in verbs:
        if "designate" not in verb.classes or verb.nominal or verb.lemma == "list":
            continue
        place = NAMED_SUBJECT.search(view.text, view.unit.start, verb.start) if verb.passive else NAMED_BEHIND.match(view.text, verb.end)
        if place is not None and not any(a.code and a.start < place.end("name") and place.start("name") < a.end for a in view.actors):
            found.append(Thing(place.start("name"), place.end("name"), ("@person", "@name")))
    return found


def are_goods(view: View, scope: Scope) -> bool:
    """Whether a scope names goods that are bought and sold, by its words alone."""
    return bool(scope.codes) and wordset("goods").issuperset(scope.codes) and not view.folded.endswith(WORKS, scope.start, scope.end)


def _modifies(view: View, start: int, end: int) -> bool:
    """ "Trade representative", "export volumes": the word describes the next noun and is no object; "to fund a war" is a verb."""
    if view.folded[start:end] == "fund" and view.before(start) in (["to"], ["help"], ["helps"]):
        return True
    return view.folded[start:end] in ("trade", "export", "import") and not heads(view, end) and view.after(end) != ["of"]


def heads(view: View, end: int) -> bool:
    """Whether goods are what is spoken of, and no modifier of another noun: "telecom manufacturer" names no goods."""
    after = view.after(end)
    return not after or after[0] in wordset("closers") or not after[0][0].isalpha() or after[0] in wordset("goods_followers")
