"""How firm it is: the words that govern a predicate, in the order refused, open, promised, done."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.clauses import Predicate
from parsers.verbs import VerbAt
from parsers.view import View, Word
from parsers.words import wordset

MODALS = {
    "will": "announced",
    "would": "announced",
    "shall": "announced",
    "'ll": "announced",
    "could": "proposed",
    "may": "proposed",
    "might": "proposed",
    "should": "proposed",
}
OPEN = frozenset({"proposed", "rejected"})
FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had"})


@dataclass(frozen=True, slots=True)
class Firmness:
    """A status with the words that gave it; ``background`` and ``negated`` are reasons to leave the predicate out."""

    status: str
    phrase: str = ""
    start: int | None = None
    rule: str = "told as done"


def firmness(view: View, p: Predicate, floor: int, previous: Firmness | None) -> Firmness:
    """The status of a predicate; ``floor`` is where its clause chain begins, ``previous`` that of the predicate before it in the unit."""
    verb = p.main or p.verb
    if (own := _by_its_own_words(view, p, verb)) is not None:
        return own
    head = min(p.head, verb.start) if verb is not None and p.governor is not None and verb.start < p.head else p.head
    governed = _governed(view, p, verb, floor, head)
    if governed is not None and governed.status == "background":
        return governed
    auxiliary = _auxiliary(view, verb)
    if auxiliary is not None and governed is not None and governed.status in OPEN and _tells_content(view, auxiliary, governed):
        return governed
    for found in (auxiliary, _after(view, p), governed):
        if found is not None:
            return _decided(found, p)
    shared = _shared_modal(view, verb)
    if shared is not None:
        return shared
    if previous is not None and _leans(p, verb):
        return Firmness(previous.status, previous.phrase, previous.start, "shares the verb before it")
    return Firmness("in_force")


def _decided(found: Firmness, p: Predicate) -> Firmness:
    """ "Decided to prolong the sanctions": what runs on needs no other act than the decision."""
    if p.action != "extend" or found.status != "announced" or "decide" not in found.phrase.lower():
        return found
    return Firmness("in_force", found.phrase, found.start, "the decision prolongs it")


def _by_its_own_words(view: View, p: Predicate, verb: VerbAt | None) -> Firmness | None:
    """ "Refused to take part", "threatened Turkey with sanctions": the words that tell the measure say how firm it is."""
    if p.measure.name == "refused the same":
        return Firmness("rejected", view.text[p.start : p.end], p.start, "a refusal")
    if verb is not None and verb.lemma == "threaten":
        return Firmness("proposed", view.text[verb.start : verb.end], verb.start, "a threat")
    return None


def _tells_content(view: View, auxiliary: Firmness, governed: Firmness) -> bool:
    """ "Vetoed a draft that would ban", "concerns that it will ban": what is told of a text or a fear is as firm as that."""
    if auxiliary.phrase not in ("would", "will"):
        return False
    return governed.phrase.lower().endswith(" that") or view.before(auxiliary.start or 0) in (["that"], ["which"])


def _leans(p: Predicate, verb: VerbAt | None) -> bool:
    return verb is None or verb.nominal or verb.form in ("base", "ing") or p.kind == "phrase"


def _shared_modal(view: View, verb: VerbAt | None) -> Firmness | None:
    """ "Japan will follow the US and ban imports": a bare form behind "and" stands under the modal of the verb before it."""
    if verb is None or verb.form != "base" or view.before(verb.start)[:1] not in (["and"], ["or"], [","], ["then"]):
        return None
    for word in reversed(view.words[max(0, view.at(verb.start) - 18) : view.at(verb.start)]):
        if word.text in MODALS:
            return Firmness(MODALS[word.text], word.text, word.start, "shares the modal before it")
        if word.text in FINITE or word.text in (";", "|", "but"):
            return None
    return None


def _auxiliary(view: View, verb: VerbAt | None) -> Firmness | None:
    """What the auxiliaries right before a verb say: "will ban", "could be closed", "has not banned"."""
    if verb is None or verb.nominal or verb.form == "modal":
        return None
    negated = finite = False
    for word in reversed(view.words[max(0, view.at(verb.start) - 6) : view.at(verb.start)]):
        negated = negated or word.text in ("not", "never") or word.text.endswith("n't")
        found = _one_auxiliary(view, word, negated=negated)
        if found is not None:
            return found
        finite = finite or (word.text in FINITE and verb.form in ("pp", "past") and view.before(word.start) != ["to"])
        if not negated and not _carries_on(word.text):
            break
    return Firmness("in_force", rule="told as done, by its auxiliary") if finite else None


def _one_auxiliary(view: View, word: Word, *, negated: bool) -> Firmness | None:
    text = word.text
    if text in MODALS:
        status = "rejected" if negated and MODALS[text] == "announced" else MODALS[text]
        return Firmness(status, text, word.start, "auxiliary")
    if negated and (text in wordset("past_negation") or text in wordset("be")):
        return Firmness("negated", text, word.start, "auxiliary")
    if text == "to" and any(a.end == word.start - 1 and a.start == view.unit.start for a in view.actors):
        return Firmness("announced", text, word.start, "headline future")  # "Japan to ban ..."
    if text == "to" and wordset("be") & set(view.before(word.start)):
        return Firmness("announced", "is to", word.start, "auxiliary")
    return None


def _carries_on(text: str) -> bool:
    """Whether auxiliaries may stand further left of this word."""
    return text in wordset("be") or text in wordset("soft") or text in FINITE or text.endswith("ly")


def _after(view: View, p: Predicate) -> Firmness | None:
    if p.kind == "verbal" or (p.governor is not None and p.governor.start < p.start):
        return None
    for hit in view.cues:
        for cue in hit.payload:
            if (
                cue.side == "after"
                and hit.start >= p.end
                and len(view.between(p.end, hit.start)) <= 14
                and not _other_predicate(view, p, hit.start)
            ):
                status = "in_force" if cue.status == "adopted" else cue.status
                return Firmness(status, view.text[hit.start : hit.end], hit.start, "said of the measure")
    return None


def _other_predicate(view: View, p: Predicate, end: int) -> bool:
    return ";" in view.between(p.end, end)


def _governed(view: View, p: Predicate, verb: VerbAt | None, floor: int, head: int) -> Firmness | None:
    if verb is not None and not verb.nominal and verb.form in ("past", "s") and verb.passive is None and p.kind != "measure":
        # A finite past verb stands on its own; only what negates or opens it right before counts.
        floor = max(floor, head)
    told = (
        p.governor is not None and p.governor.start > p.start and ("by" in view.after(p.governor.end, 4) or p.governor.passive is False)
    )  # "a ban imposed by Russia": told, whatever is said of it
    best: Firmness | None = None
    order = {"rejected": 0, "negated": 1, "background": 1, "proposed": 2, "announced": 3, "adopted": 4}
    rank = 9
    for hit in view.cues:
        if hit.start >= max(head, p.head):
            continue
        for cue in hit.payload:
            # What lies before the clause chain says nothing of this predicate, but for "evading the sanctions" right before it.
            if (hit.start < floor and cue.status != "background") or (told and cue.status == "background"):
                continue
            if cue.side == "before" and order[cue.status] < rank and _reaches(view, hit.end, p, cue.status):
                rank = order[cue.status]
                status = "in_force" if cue.status == "adopted" else cue.status
                if _opposes_another(view, hit.start, hit.end, p):
                    status = "background"
                best = Firmness(status, view.text[hit.start : hit.end], hit.start, "governing words")
    return best


def _opposes_another(view: View, start: int, end: int, p: Predicate) -> bool:
    """ "China is opposed to the U.S. placing sanctions": a reaction to somebody's act refuses nothing of one's own.

    Nor does "Beijing opposes unilateral sanctions", which are aimed at nobody.
    """
    if not view.folded.startswith("oppos", start):
        return False
    if p.kind == "measure" and not any(p.end <= a.start <= p.end + 60 for a in view.actors):
        return not any(a.start >= end for a in view.actors) or _acts_between(view, end, p)
    return _acts_between(view, end, p)


def _acts_between(view: View, end: int, p: Predicate) -> bool:
    return any(end <= a.start < p.start and len(view.between(end, a.start)) <= 3 for a in view.actors)


def _reaches(view: View, end: int, p: Predicate, status: str) -> bool:
    gap = view.between(end, p.head)
    if status == "background" and any(a.start > end and view.before(a.start, 2)[-1:] == [","] for a in view.actors if a.end <= p.head):
        return False  # "despite protests, Poland closed ...": the act stands behind the comma
    limit = {"background": 5, "adopted": 12, "rejected": 10, "negated": 6}.get(status, 16)
    return len(gap) <= limit and not any(w in (";", "but", "|") for w in gap)
