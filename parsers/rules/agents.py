"""Who imposes: the subject of an active verb, the agent after "by", the adjective or genitive before the noun, else who was acting."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.discourse import Memory
from parsers.view import View

PREPOSITIONS = frozenset({"of", "in", "with", "against", "to", "from", "on", "for", "into", "than", "between", "toward", "towards", "via", "over", "at", "near", "about", "after", "following", "like", "despite", "including", "through", "under", "among", "within", "across", "outside", "behind", "before", "without", "alongside", "around", "inside", "per", "versus", "near"})  # fmt: skip
LINKS = frozenset({",", "and", "or", "the", "both", "as", "well", "then", "along", "with", "&", "/", "-", "plus", "also"})
MODIFIERS = frozenset({"the", "a", "an", "own", "new", "its", "their", "this", "such"})


@dataclass(frozen=True, slots=True)
class Agent:
    """An imposer found for a predicate: code, the words that name it, and the rule that took it."""

    code: str
    rule: str
    actor: Actor | None = None


def find_agents(view: View, p: Predicate, floor: int, memory: Memory) -> list[Agent]:
    """The imposers of a predicate; ``floor`` is where the clause chain before it begins. Empty where nobody is known."""
    for rule, actors in (
        ("agent after by", _after_by(view, p)),
        ("before the noun", _before_noun(view, p, memory)),
        ("its own cell", _cell(view, p)),
        ("subject", _subject(view, p, floor)),
    ):
        agents = [Agent(code, rule, a) for a in actors for code in memory.resolve(a)]
        if agents:
            return _unique(agents)
    if memory.imposers:
        return [Agent(code, "who was acting") for code in memory.imposers]
    return [Agent(code, "named in the title") for code in memory.title_imposers[:1]]


def _unique(agents: list[Agent]) -> list[Agent]:
    seen: dict[str, Agent] = {}
    for agent in agents:
        seen.setdefault(agent.code, agent)
    return list(seen.values())


def _after_by(view: View, p: Predicate) -> list[Actor]:
    verb = p.main or p.verb
    passive = p.kind in ("nominal", "measure") or (verb is not None and (verb.passive or verb.form in ("pp", "past")))
    if not passive:
        return []
    end = max(p.end, verb.end if verb is not None else 0)
    for actor in view.actors:
        before = view.before(actor.start, 3)
        if actor.start >= end and "by" in before[-2:] and len(view.between(end, actor.start)) <= 12 and actor.form != "people":
            return with_list(view, actor, forward=True)
    return []


def _before_noun(view: View, p: Predicate, memory: Memory) -> list[Actor]:
    if p.kind == "verbal" or p.kind == "phrase":
        return []
    for actor in reversed([a for a in view.actors if a.end <= p.head]):
        gap = view.between(actor.end, p.head)
        if len(gap) > 3 or any(w in PREPOSITIONS or w in (",", "and", ";") for w in gap):
            return []
        if actor.form == "people" or view.before(actor.start)[-1:] in (["on"], ["against"], ["to"]):
            return []
        plain = actor.form == "noun" and actor.kind == "state" and not _genitive(view, actor)
        if plain and p.measure.instrument in ("sanctions_package", "designation"):
            return []  # "Russia sanctions": the bare name is the target
        if p.main is not None and memory.resolve(actor) == memory.targets[:1]:
            return []
        return [actor]
    return []


def _genitive(view: View, actor: Actor) -> bool:
    after = view.after(actor.end)
    return bool(after) and after[0] in ("'s", "'") or view.folded[actor.end : actor.end + 2] == "'s" or view.folded[actor.end - 2 : actor.end] == "'s"


def _cell(view: View, p: Predicate) -> list[Actor]:
    if view.unit.kind != "row":
        return []
    for actor in view.actors:
        if actor.end <= p.start and view.before(actor.start)[-1:] in (["|"], []) and view.after(actor.end)[:1] in (["|"], ["/"]):
            return [actor]
    return []


def _subject(view: View, p: Predicate, floor: int) -> list[Actor]:
    verb = p.main
    if p.kind == "phrase" or verb is None:
        verb_start = p.head
    elif verb.passive and p.governor is not None and verb.start > p.start:
        return []
    elif verb.passive:
        return []
    else:
        verb_start = verb.start
    return subject_before(view, verb_start, floor, p)


def subject_before(view: View, position: int, floor: int, p: Predicate | None = None) -> list[Actor]:
    """The nearest actor before ``position`` that can be a subject, with the list that it closes."""
    left = p is not None and p.objects and p.objects[0][0] < position
    limit = p.objects[0][0] if left and p is not None else position
    for actor in reversed([a for a in view.actors if floor <= a.start and a.end <= limit]):
        if can_act(view, actor):
            return with_list(view, actor, forward=False)
    return []


def can_act(view: View, actor: Actor) -> bool:
    """Whether an actor can be a subject: no people, no bare adjective, no genitive, not behind a preposition."""
    if actor.form == "people" or actor.kind == "region" or _genitive(view, actor):
        return False
    if actor.form == "adjective" and actor.kind in ("state", "bloc", "region"):
        return False
    before = [w for w in view.before(actor.start, 3) if w not in MODIFIERS]
    return not (before and before[-1] in PREPOSITIONS)


def with_list(view: View, actor: Actor, *, forward: bool) -> list[Actor]:
    """The actor with those coordinated with it: "the US, Canada and Japan"."""
    line = [a for a in view.actors if (a.start >= actor.start if forward else a.end <= actor.end) and a.form != "people"]
    if not forward:
        line.reverse()
    found = [actor]
    for other in line[1:]:
        low, high = (found[-1].end, other.start) if forward else (other.end, found[-1].start)
        gap = view.between(low, high)
        if not gap or any(w not in LINKS for w in gap) or not ({",", "and", "or", "&", "/"} & set(gap)) or len(gap) > 5:
            break
        found.append(other)
    if not forward:
        found.reverse()
    return found if forward or _joined(view, found) else [actor]


def _joined(view: View, found: list[Actor]) -> bool:
    # "In Moscow, Putin ...": a comma alone joins only what another "and" closes, and a list behind a preposition is none.
    if len(found) == 1:
        return True
    tail = view.between(found[-2].end, found[-1].start)
    if not ({"and", "or", "&", "/"} & set(tail)):
        return False
    before = [w for w in view.before(found[0].start, 3) if w not in MODIFIERS]
    return not (before and before[-1] in PREPOSITIONS)
