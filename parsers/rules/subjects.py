"""Subjects: the nearest actor before a verb that can act."""

from __future__ import annotations

import re

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.rules.actors_in_place import can_act, genitive, linked, with_list
from parsers.rules.joined import joined
from parsers.view import View
from parsers.words import wordset

DECIDED_BY = re.compile(r"\b(?:agreement|decision|deal|pledge|proposal|plan|order|pact|move) (?:from|by|of|between|among) (?:the )?\Z")

# Verbs whose subject is the one that is hit: "Russian goods face a 35 percent duty".
HIT_SUBJECT = frozenset({"lose", "face", "fall under", "come under", "attract", "forfeit", "go off", "suffer"})


def subject(view: View, p: Predicate) -> list[Actor]:
    verb = p.main
    if p.kind == "phrase" and set(view.before(p.head, 3)) & {"was", "were", "been", "be", "is", "are", "being"}:
        return []
    if p.kind == "phrase" or verb is None:
        verb_start = p.head
    elif verb.passive or verb.lemma in HIT_SUBJECT or (p.governor is not None and verb.start > p.start):
        return []
    else:
        verb_start = verb.start
    opened = view.folded.rfind("(", view.unit.start, verb_start)
    inside = opened >= 0 and view.folded.find(")", opened, verb_start) < 0  # "(travel ban, assets frozen)" explains what stands before
    found = subject_before(view, verb_start, opened if inside else view.unit.start, p)
    bound = verb is not None and verb.form == "modal" and verb.lemma.startswith(("can", "may", "unable", "not "))
    if found and bound and found[0].kind in ("state", "capital"):
        # "The G7 will ensure that Russia cannot obtain financing": who cannot is hit; who sees to it stands before.
        return subject_before(view, found[0].start, view.unit.start)
    return found


def subject_before(view: View, position: int, floor: int, p: Predicate | None = None) -> list[Actor]:
    """The nearest actor before ``position`` that can be a subject, with the list that it closes."""
    left = p is not None and p.objects and p.objects[0][0] < position
    limit = p.objects[0][0] if left and p is not None else position
    along = joined(view)
    for actor in reversed([a for a in view.actors if floor <= a.start and a.end <= limit]):
        if _decides(view, actor, position):
            return [actor] if genitive(view, actor) else linked(view, actor)
        if _told_to(view, actor) or _object(view, actor) or _inside_relative(view, actor, position) or actor in along:
            continue
        if _through(view, actor, limit):
            return [actor]  # "The EU's sixth package bans"
        if can_act(view, actor) or _opens_clause(view, actor, limit):
            return with_list(view, actor, forward=False)
    return []


def _decides(view: View, actor: Actor, position: int) -> bool:
    """ "Tokyo's decision to impose", "an agreement of American and European leaders to ban": whose decision it is."""
    if "to" not in view.between(actor.end, position)[:6]:
        return False
    if genitive(view, actor):
        return bool(set(view.after(actor.end, 4)) & wordset("intent"))
    before = view.folded[max(view.unit.start, linked(view, actor)[0].start - 40) : linked(view, actor)[0].start]
    return view.after(actor.end, 1) == ["to"] and DECIDED_BY.search(before) is not None


def _through(view: View, actor: Actor, position: int) -> bool:
    """Whether an actor acts through what is its own: "the EU's sixth package bans", "Biden's order blocks", "the US rules bar"."""
    initials = view.text[actor.start : actor.end].replace(".", "").isupper() and actor.form == "noun"
    owns = genitive(view, actor) or initials or (actor.form == "adjective" and actor.kind in ("state", "bloc"))
    if actor.form == "people" or not owns or view.before(actor.start)[-1:] and view.before(actor.start)[-1] in wordset("prepositions"):
        return False
    if {"he", "she", "it", "they", "we"} & set(view.before(position, 4)):
        return False  # it has a subject of its own
    words = [w for w in view.words[view.at(actor.end) :][:7] if w.end <= position and w.text not in ("'s", "'")]
    for word in words:
        if word.text in wordset("acting_papers"):
            return True
        if word.text in wordset("prepositions") or word.text in (",", "and", ";") or any(v.start == word.start for v in view.verbs):
            return False
    return False


def _told_to(view: View, actor: Actor) -> bool:
    """ "The resolution required member states to ...": who is told to act carries out another's measure."""
    return actor.kind == "reference" and bool(
        set(view.before(actor.start, 3))
        & {"required", "requires", "require", "requiring", "obliged", "obliges", "ordered", "instructed", "directed", "forced", "obliging"}
    )


def _object(view: View, actor: Actor) -> bool:
    """ "Accused Moscow of ...": behind a verb an actor is its object, unless it is told to act itself ("urged the EU to ban")."""
    after_verb = any(
        v.end <= actor.start and not [w for w in view.between(v.end, actor.start) if w not in wordset("modifiers")]
        for v in view.verbs
        if v.lemma not in wordset("clause_verbs")
    )
    return after_verb and view.after(actor.end)[:1] not in (["to"], ["not"])


def _inside_relative(view: View, actor: Actor, position: int) -> bool:
    """ "The EU, which accuses Moscow of ..., has imposed": what stands between ", which" and its closing comma is not the subject."""
    words = view.words[view.at(view.unit.start) : view.at(actor.start)]
    opened = next(
        (i for i in range(len(words) - 1, 0, -1) if words[i].text in ("which", "who", "whose") and words[i - 1].text == ","), None
    )
    if opened is None or "," in [w.text for w in words[opened:]]:
        return False
    return "," in view.between(actor.end, position)


def _opens_clause(view: View, actor: Actor, position: int) -> bool:
    """ "A week after the EU put ...": behind a conjunction an actor right before the verb is its subject."""
    before = [w for w in view.before(actor.start, 3) if w not in wordset("modifiers")]
    conjunction = bool(before) and before[-1] in ("after", "before", "since", "as", "until", "like", "than", "despite", "with")
    if not conjunction or actor.form != "noun" or genitive(view, actor):
        return False
    return len(view.between(actor.end, position)) <= 3 or _shares_subject(view, actor, position)


def _shares_subject(view: View, actor: Actor, position: int) -> bool:
    """ "A day after Riyadh expelled the envoy and banned all imports": the second verb has the subject of the first."""
    first = [v for v in view.verbs if actor.end <= v.start < position and v.form in ("past", "pp", "s")][:1]
    return view.before(position) == ["and"] and any(len(view.between(actor.end, v.start)) <= 3 for v in first)
