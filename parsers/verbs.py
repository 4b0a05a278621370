"""Which verbs a unit has, and how each is used: active or passive, as a noun, with which particle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parsers.lexicon import Verb
from parsers.scan import Hit
from parsers.view import View
from parsers.words import wordset

HAVE = frozenset({"has", "have", "had", "having", "hasn't", "haven't", "hadn't", "'ve"})
INFINITIVE = frozenset({"to", "will", "would", "could", "may", "might", "should", "must"})


@dataclass(slots=True)
class VerbAt:
    """A verb in its place. ``end`` includes a particle that stands apart; ``passive`` is None where only the objects can tell."""

    start: int
    end: int
    lemma: str
    form: str
    classes: frozenset[str]
    passive: bool | None
    particle_end: int = 0

    @property
    def nominal(self) -> bool:
        return self.form == "noun"


def read_verbs(view: View) -> list[VerbAt]:
    """The verbs of a unit in order, each in the one reading that its neighbours allow."""
    return [verb for hit in view.hits if (verb := _read(view, hit)) is not None]


def _read(view: View, hit: Hit) -> VerbAt | None:  # type: ignore[type-arg]
    senses: tuple[Verb, ...] = hit.payload.verbs
    if not senses or view.folded[hit.start - 1 : hit.start] == "-":
        return None  # "Russian-owned jets": a compound describes
    nouns = [s for s in senses if s.form == "noun"]
    verbs = [s for s in senses if s.form != "noun"]
    names_measure = hit.payload.measure
    as_noun = (bool(nouns) or names_measure) and (not verbs or _noun_reading(view, hit, names_measure))
    chosen, end = (nouns, 0) if as_noun else _with_particles(view, hit, verbs)
    if not chosen or (not as_noun and _object_reading(view, hit)):
        return None
    form = _form(view, hit, chosen)
    if form == "modal" and not wordset("forbidding").isdisjoint(view.after(hit.end, 3)[:2]):
        return None  # "will no longer be prohibited" forbids nothing
    if form in ("base", "s") and not _verb_place(view, hit.start, form):
        return None
    passive = _passive(view, hit.start) if form in ("pp", "past") else "be" in view.after(hit.end, 2) if form == "modal" else None
    classes = frozenset().union(*(s.classes for s in chosen))
    return VerbAt(hit.start, hit.end, chosen[0].lemma, form, classes, passive, end)


def _form(view: View, hit: Hit, senses: list[Verb]) -> str:  # type: ignore[type-arg]
    forms = {s.form for s in senses}
    if {"base", "past"} <= forms:
        # "cut", "put", "shut": the word before tells the infinitive from the past.
        word = (view.before(hit.start) or [""])[0]
        coordinated = word in ("and", "or", ",") and bool(INFINITIVE & set(view.before(hit.start, 16)))
        forms -= {"past", "pp"} if (word in wordset("to_verb") and word not in wordset("who")) or coordinated else {"base"}
    return next(f for f in ("modal", "noun", "past", "pp", "s", "base", "ing") if f in forms)


def _noun_reading(view: View, hit: Hit, names_measure: bool) -> bool:  # type: ignore[type-arg]
    before = view.before(hit.start)
    after = view.after(hit.end)
    if view.folded[hit.start : hit.end].split(" ")[0].endswith("ing"):
        owned = before[:1] and before[0] in wordset("determiners")
        return after[:1] == ["of"] or bool(owned and after[:1] in (["for"], ["on"]))
    word = before[0] if before else ""
    if word in wordset("to_verb"):
        return False
    if (
        word in wordset("determiners")
        or word in wordset("adjectives")
        or word.endswith(("'s", "s'"))
        or word in ("'s", "%")
        or word.isdigit()
    ):
        return True
    if any(a.end in (hit.start - 1, hit.start) for a in view.actors if a.form == "adjective" or a.kind == "region"):
        return True
    if any(a.end == hit.start - 1 for a in view.actors):
        return not after or after[0] in wordset("noun_followers") or after[0] in (".", ",", ";", ")")
    return names_measure or (bool(after) and after[0] in ("on", "of", "against"))


def _object_reading(view: View, hit: Hit) -> bool:  # type: ignore[type-arg]
    # "the list", "a name", "EU states": a word that is verb and object is an object after a determiner.
    if not hit.payload.things:
        return False
    before = view.before(hit.start)
    return bool(before) and (
        before[0] in wordset("determiners") or before[0] in wordset("adjectives") or before[0].endswith("'s") or before[0].isdigit()
    )


def _verb_place(view: View, start: int, form: str) -> bool:
    """Whether a bare form can be a verb here: behind "to", a modal, a subject, or at the head of a list item."""
    before = view.before(start, 2)
    if not before:
        return True
    word = before[-1]
    if form == "s":
        if word == "that" and len(before) > 1:
            return True  # "an order that bans"
        return word not in wordset("determiners") and word not in wordset("adjectives") and not word.endswith("'s") and not word.isdigit()
    if (
        word in wordset("to_verb")
        or word in ("and", "or", ",", "then", "let", ":", "*", "-", "•", ";", "|", "jointly", "help")
        or word.endswith("ly")
        or _behind_modal(view, start)
    ):
        return True
    if word in wordset("determiners") or word in wordset("adjectives"):
        return False
    if view.folded.startswith("lapse", start) or view.folded.startswith("expire", start):
        return not {"let", "lets", "letting"}.isdisjoint(view.before(start, 9))
    return (
        (word.endswith("s") and not word.endswith("'s"))
        or word in ("people", "police", "men")
        or any(a.end <= start and start - a.end <= 2 and a.form != "adjective" for a in view.actors)
    )


def _behind_modal(view: View, start: int) -> bool:
    """ "We will therefore ban": adverbs stand between the modal and its verb."""
    words = view.before(start, 4)
    while words and words[-1] in wordset("soft"):
        words.pop()
    return bool(words) and words[-1] in INFINITIVE | {"not", "'ll"}


def apart(verbs: Iterable[Verb]) -> list[Verb]:
    """Those of which a particle stands apart, behind the object: "cut Russian banks off"."""
    return [v for v in verbs if v.particle and v.particle not in wordset("bound")]


def _with_particles(view: View, hit: Hit, verbs: list[Verb]) -> tuple[list[Verb], int]:  # type: ignore[type-arg]
    whole = [v for v in verbs if not v.particle]
    split = apart(verbs) if len(whole) < len(verbs) else []
    split = [v for v in split if view.folded.find(v.particle.split()[0], hit.end, view.unit.end) >= 0]
    if not split:
        return whole, 0
    first, texts = view.at(hit.end), view.cut.texts
    for index in range(first + 1, min(first + 9, len(texts))):
        rest = texts[index : index + 3]
        match = [v for v in split if rest[: v.particle.count(" ") + 1] == v.particle.split()]
        if match:
            return [*([] if " " in match[0].particle else whole), *match], view.words[index + match[0].particle.count(" ")].end
        if rest[0] in (";", ":", "which", "who", "but", "and"):
            break
    return whole, 0


def _passive(view: View, start: int) -> bool | None:
    """True after a form of "be", False after "have" or a subject pronoun, None where the verb stands bare."""
    for word in reversed(view.before(start, 6)):
        if word in wordset("be"):
            return True
        if word in HAVE:
            return "been" in view.before(start, 3)
        if word not in wordset("skipped") and not word.endswith("ly"):
            return None
    return None
