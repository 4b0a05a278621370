"""Acts told without their verb: "Poland expelled four Russian diplomats, Canada three and Ukraine thirteen"."""

from __future__ import annotations

from copy import copy

from parsers.actors import Actor
from parsers.counts import number_words
from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.view import View
from parsers.words import wordset

BEFORE = frozenset({",", "and", ";", "-", "while", "but", "or"})
BEHIND = frozenset({",", ".", ";", "and", "-", "each", "more", "others", ")", "while", "but", "apiece"})
LIKE_IT = (["those", "of"], ["the", "same"], ["as", "many"], ["that", "of"])


def gapped(view: View, draft: Draft, memory: Memory) -> list[Draft]:
    """Drafts of those who did the same with another number, or to others, behind a predicate whose verb they share."""
    if draft.predicate.kind == "phrase":
        return []
    found: list[Draft] = []
    behind = next((end for start, end in draft.predicate.objects if start > draft.predicate.head), draft.predicate.end)
    for actor in view.actors:
        if actor.start < behind or actor.form != "noun" or draft.imposer in memory.resolve(actor):
            continue
        number = _number(view, actor)
        if number is not None and view.before(actor.start, 1)[-1:] and not BEFORE.isdisjoint(view.before(actor.start, 2)):
            found += [_copy(draft, actor, code, number) for code in memory.resolve(actor) if code not in draft.targets]
    return found


def _number(view: View, actor: Actor) -> int | None:
    """How many, of "Canada three" and "Canada on ten"; 0 where it is said to be as many, or others of the same sort."""
    words = view.after(actor.end, 4)
    if words[:1] in (["on"], ["with"]):
        words = words[1:]
    if words[:2] in LIKE_IT:
        return 0
    if not words or (len(words) > 1 and words[1] not in BEHIND):
        return None
    return (
        int(words[0])
        if words[0].isdigit() and len(words[0]) < 4
        else number_words().get(words[0])
        if words[0] in wordset("numbers")
        else None
    )


def _copy(draft: Draft, actor: Actor, code: str, number: int) -> Draft:
    other = copy(draft)
    other.imposer, other.authority, other.count = code, actor.authority, number or None
    other.times = draft.times.copy()
    other.start, other.end = actor.start, actor.end
    other.agent_rule = "subject"
    other.reasons = [r for r in draft.reasons if r["field"] not in ("imposer", "count")]
    other.because("imposer", "shares the verb before it", "", actor.start)
    return other
