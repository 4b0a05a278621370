"""Who imposes: the subject of an active verb, the agent after "by", the adjective or genitive before the noun, else who was acting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.discourse import Memory
from parsers.rules.actors_in_place import can_act, may_act, with_list
from parsers.rules.agency import after_by, antecedent, before_noun, contact, decider, entered, imitator, left, own_cell, speaking
from parsers.rules.owners import market, own_people, owner
from parsers.rules.sections import SENDERS, headed
from parsers.rules.subjects import subject
from parsers.view import View
from parsers.words import wordset


@dataclass(frozen=True, slots=True)
class Agent:
    """An imposer found for a predicate: code, the words that name it, and the rule that took it."""

    code: str
    rule: str
    actor: Actor | None = None


def find_agents(view: View, p: Predicate, floor: int, memory: Memory) -> list[Agent]:
    """The imposers of a predicate; ``floor`` is where the clause chain before it begins. Empty where nobody is known."""
    for rule, find in order(p):
        agents = [Agent(code, rule, a) for a in find(view, p) for code in memory.resolve(a)]
        if rule == "before the noun" and p.main is not None and [a.code for a in agents] == list(memory.targets[:1]):
            continue
        if agents:
            return _unique(agents)
    if p.main is not None and view.before(p.main.start, 3)[:1] == ["for"] and view.before(p.main.start)[-1:] == ["to"]:
        return []  # "not useful for them to break off relations": nobody is said to do it
    if p.main is not None and "we" in view.before(p.main.start, 5):
        speaker = memory.home or memory.title_imposers or memory.lead
        return [Agent(code, "we, the speaker") for code in speaker[:1]]
    if speakers := _speaker(view, memory):
        return [Agent(code, "whose officials say it") for code in speakers]
    return _remembered(view, p, memory)


def _remembered(view: View, p: Predicate, memory: Memory) -> list[Agent]:
    """Who acts where the clause does not say: the first of those whom the document carries along that the predicate does not hit."""
    hit = hit_codes(view, p, memory)
    lead = (memory.lead, "who acts in this document") if view.unit.block != memory.told_block else ((), "")
    near = memory.subject if memory.subject_block == view.unit.block and view.unit.kind == "sentence" and _senders(memory) else ()
    for codes, rule in (
        headed(view, p, memory),
        (near, "subject of the sentence before"),
        (memory.imposers if _goes_on(view) and view.unit.block - memory.told_block <= 1 else (), "who was acting"),
        lead,
        (memory.imposers, "who was acting"),
        (memory.subject, "subject of the sentence before"),
        (memory.title_imposers[:1], "named in the title"),
        (memory.home, "who publishes it"),
    ):
        if codes and not set(codes) & hit:
            return [Agent(code, rule) for code in codes]
    return []


def _goes_on(view: View) -> bool:
    """ "They also limit ...", "Those sanctions bar ...": the sentence goes on with the acts told before it."""
    first = view.after(view.unit.start, 3)
    return first[:1] in (["they"], ["those"], ["these"], ["it"]) or (first[:1] == ["the"] and bool(set(first[1:]) & wordset("told_again")))


def _speaker(view: View, memory: Memory) -> tuple[str, ...]:
    return tuple(c for a in speaking(view) for c in memory.resolve(a) if c in SENDERS and c not in memory.targets)


def _senders(memory: Memory) -> bool:
    """Whether those whom the sentence before is about are no target of the acts told."""
    return not set(memory.subject) & {*memory.ranking[:1], *memory.targets}


def _unique(agents: list[Agent]) -> list[Agent]:
    seen: dict[str, Agent] = {}
    for agent in agents:
        seen.setdefault(agent.code, agent)
    return list(seen.values())


def hit_codes(view: View, p: Predicate, memory: Memory) -> set[str]:
    """The states that the predicate's own words show as hit, so that none of them is taken for the imposer."""
    near = [a for a in view.actors if p.start - 80 <= a.start and a.end <= p.end + 60]
    people = {code for a in near if a.form == "people" or _aimed_at(view, a) for code in memory.resolve(a)}
    described = {code for a in near if a.form == "adjective" and a.kind != "office" for code in memory.resolve(a)}
    return people | (described - set(memory.imposers) - set(memory.lead))


def _aimed_at(view: View, actor: Actor) -> bool:
    before = view.before(actor.start, 2)
    return before[-1:] in (["against"], ["on"], ["from"], ["to"]) and before[:1] != ["according"]


def unit_subject(view: View, memory: Memory) -> tuple[str, ...]:
    """The actor that a unit opens with as its subject, for the passive sentences behind it."""
    for actor in view.actors[:2]:
        if len(view.folded[view.unit.start : actor.start].split()) > 9 or not may_act(actor):
            continue  # told without cutting the words
        if view.at(actor.start) - view.at(view.unit.start) <= 9 and can_act(view, actor):
            return tuple(code for a in with_list(view, actor, forward=True) for code in memory.resolve(a))
    return ()


def order(p: Predicate) -> tuple[tuple[str, Callable[[View, Predicate], list[Actor]]], ...]:
    modal = p.verb is not None and p.verb.form == "modal"
    by_subject = ("subject", subject)
    return (
        ("agent after by", after_by),
        ("same act by", imitator),
        ("contact relative", contact),
        ("before the noun", before_noun),
        ("its own cell", own_cell),
        ("before the relative", antecedent),
        ("people who may not", own_people) if modal else by_subject,
        ("owner of what is closed", owner),
        ("market", market),
        by_subject,
        ("country entered", entered),
        ("country left", left),
        ("who decided", decider),
    )
