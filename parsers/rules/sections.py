"""Whose section it is: a heading or an introduction names who acts, or who is hit, in what stands under it."""

from __future__ import annotations

import re

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.discourse import Memory
from parsers.rules.actors_in_place import can_act, genitive, with_list
from parsers.view import View

# What may stand beside the name in a heading that is a name: marks, numbers, "the", and what is told under it.
BESIDE_NAME = re.compile(
    r"[\s\d.,:;()\[\]/&*•·➤►▶■–—|-]+|\b(?:the|and|new|latest|other|update[ds]?|on|by|from|of|in|response|action|actions|measures?"
    r"|sanctions|counter-?measures|counter-?sanctions|steps|reaction|retaliation|timeline|recent|further|imposed|government|s)\b|['’]s?"
)
# Those who impose more often than they are hit: a heading that is another's name alone may as well name whom the section's acts hit.
SENDERS = frozenset({"EU", "G7", "UN", "NATO", "US", "GB", "JP", "CA", "AU", "NZ", "CH", "NO", "KR", "TW", "SG", "DE", "FR", "PL", "UA"})
AIMED = frozenset({"on", "against", "to", "targeting", "over"})


def take_heading(view: View, memory: Memory) -> bool:
    """Keep what the unit says of those under it, where it is a heading; whether it holds nothing but names."""
    codes = tuple(dict.fromkeys(code for a in view.actors for code in memory.resolve(a))) if view.actors else ()
    named = bool(codes) and _only_names(view)
    if view.unit.kind == "heading" or (named and view.unit.kind == "sentence"):
        memory.heading = codes
        memory.section = tuple(a.code for a in view.actors if a.code and not _aimed(view, a)) if named else ()
    if view.unit.kind == "sentence" and view.folded[view.unit.end - 1] == ":":
        memory.intro = intro_subject(view, memory)
    return named


def _aimed(view: View, actor: Actor) -> bool:
    return bool(AIMED & set(view.before(actor.start, 2)))


def _only_names(view: View) -> bool:
    if view.unit.end - view.unit.start >= 80:
        return False
    rest, at = [], view.unit.start
    for start, end in sorted([(a.start, a.end) for a in view.actors] + [(t.start, t.end) for t in view.timexes]):
        rest.append(view.folded[at:start])
        at = max(at, end)
    rest.append(view.folded[at : view.unit.end])
    return not BESIDE_NAME.sub("", "".join(rest))


def intro_subject(view: View, memory: Memory) -> tuple[str, ...]:
    """ "The EU's package will:", "Canada decided:": who acts in the items that follow."""
    for actor in view.actors:
        if genitive(view, actor) and not _aimed(view, actor):
            return memory.resolve(actor)
        if can_act(view, actor):
            return tuple(code for a in with_list(view, actor, forward=True) for code in memory.resolve(a))
    return ()


def headed(view: View, p: Predicate, memory: Memory) -> tuple[tuple[str, ...], str]:
    """(codes, rule) of the introduction or the heading whose subject a unit without one shares."""
    if view.unit.kind == "item" and view.unit.intro >= 0 and not set(memory.intro) & set(memory.ranking[:1]):
        return memory.intro, "subject of the list"
    main = p.main
    opens = main is not None and main.start <= view.unit.start + 3 and main.form in ("s", "past", "pp", "ing") and not main.passive
    if opens or set(memory.section) <= SENDERS - set(memory.ranking[:1]):
        return memory.section, "heading above it"
    return (), ""


def forget_hit(memory: Memory, targets: tuple[str, ...]) -> None:
    """Whom the acts under a heading hit is no imposer of theirs: the heading names the target."""
    memory.section = tuple(code for code in memory.section if code not in targets)
