"""What an actor is in its place: genitive, bracketed, behind a preposition, in a list."""

from __future__ import annotations

from parsers.actors import Actor
from parsers.view import View
from parsers.words import wordset


def genitive(view: View, actor: Actor) -> bool:
    after = view.after(actor.end)
    return (
        bool(after)
        and after[0] in ("'s", "'")
        or view.folded[actor.end : actor.end + 2] == "'s"
        or view.folded[actor.end - 2 : actor.end] == "'s"
    )


def may_act(actor: Actor) -> bool:
    """Whether an actor can be a subject in any place: no people, no bare adjective."""
    if actor.refers == "envoy":
        return False  # an ambassador is sent home and does not act
    return actor.form != "people" and actor.kind != "region" and not (actor.form == "adjective" and actor.kind in ("state", "bloc"))


def can_act(view: View, actor: Actor) -> bool:
    """Whether an actor can be a subject: neither people nor a bare adjective nor a genitive, and not behind a preposition."""
    if not may_act(actor) or genitive(view, actor) or bracketed(view, actor) or view.folded[actor.start - 1 : actor.start] == "-":
        return False  # also of "a pro-Moscow rising"
    if actor.kind == "bloc" and view.after(actor.end)[:1] in (["member"], ["ally"], ["candidate"]):
        return False  # "Norway, a NATO member, ..."
    before = [w for w in view.before(actor.start, 3) if w not in wordset("modifiers")]
    if before and before[-1] in ("and", ",", "or", "/"):
        return not closes_phrase(view, actor)
    return not (before and (before[-1] in wordset("prepositions") or before[-1] == "("))


def bracketed(view: View, actor: Actor) -> bool:
    """ "The members of the G7 (Canada, France, ...)": who stands in brackets explains and does not act."""
    before = view.folded[view.unit.start : actor.start]
    return before.count("(") > before.count(")")


def closes_phrase(view: View, actor: Actor) -> bool:
    """Whether an actor ends a list that hangs on a preposition: "in Syria, Iran and Vietnam"."""
    acting = {v.start for v in view.verbs} | {c.start for c in view.cues}
    if view.before(actor.start) == [","] and actor.end + 1 in acting:
        return False  # "In a move against Moscow, Japan introduced ..."
    line = [a for a in view.actors if a.end <= actor.start]
    if _joins_clause(view, actor):
        return False
    for other in reversed(line):
        gap = view.between(other.end, actor.start)
        if not gap or any(w not in wordset("links") for w in gap):
            return False
        before = [w for w in view.before(other.start, 4) if w not in wordset("modifiers")]
        if before[-3:] in ([",", "along", "with"], [",", "together", "with"]):
            return False  # "The EU, along with Britain and Canada, struck": all act
        if before and before[-1] in wordset("prepositions"):
            return bool({"and", "or", "/"} & set(gap)) or len(gap) == 1
        actor = other
    return False


def linked(view: View, actor: Actor) -> list[Actor]:
    """The actor with those before it that a comma or "and" links with it, whatever stands before them."""
    line = [actor]
    for other in reversed([a for a in view.actors if a.end <= actor.start and a.form != "people"]):
        gap = view.between(other.end, line[0].start)
        if not gap or any(w not in (",", "and", "the", "&") for w in gap):
            break
        line.insert(0, other)
    return line


def with_list(view: View, actor: Actor, *, forward: bool) -> list[Actor]:
    """The actor with those coordinated with it: "the US, Canada and Japan"."""
    line = [
        a
        for a in view.actors
        if (a.start >= actor.start if forward else a.end <= actor.end) and a.form != "people" and not bracketed(view, a)
    ]
    if not forward:
        line.reverse()
    found = [actor]
    for other in line[1:]:
        low, high = (found[-1].end, other.start) if forward else (other.end, found[-1].start)
        gap = _between(view, low, high)
        described = other.form == "adjective" and any(w not in wordset("links") for w in gap)  # "the Saudi-led coalition, Kuwait"
        if not links(gap) or (not forward and (described or _counted(view, other))):
            break
        found.append(other)
    if not forward:
        found.reverse()
    return found if forward or joined(view, found) else [actor]


def _joins_clause(view: View, actor: Actor) -> bool:
    """ "... ties with Iran, and the Emirates downgrade theirs": a comma, "and" and a verb of its own open a clause."""
    before = [w for w in view.before(actor.start, 3) if w != "the"][-2:]
    return before in ([",", "and"], [",", "while"]) and any(v.start == actor.end + 1 and v.form in ("s", "past") for v in view.verbs)


def _counted(view: View, actor: Actor) -> bool:
    """ "Expelled four Russian diplomats, and Spain ...": who is counted is hit."""
    before = view.before(actor.start)
    return actor.kind == "office" and bool(before) and (before[0].isdigit() or before[0] in wordset("numbers"))


def _between(view: View, low: int, high: int) -> list[str]:
    """The words between two actors but for what stands in brackets; of "US/UK", which is one word, the stroke."""
    words = view.between(low, high) or ([view.folded[low:high]] if low < high else [])
    if "(" in words and ")" in words:
        return words[: words.index("(")] + words[words.index(")") + 1 :]
    return words


def links(gap: list[str]) -> bool:
    """Whether what stands between two actors makes them a list; a word or two of description may stand with it."""
    odd = [w for w in gap if w not in wordset("links")]
    joiner = bool({",", "and", "or", "&", "/", "well"} & set(gap))
    return (
        bool(gap)
        and joiner
        and len(gap) <= 6
        and len(odd) <= 2
        and not any(w in wordset("prepositions") or w in wordset("verbal") for w in odd)
    )


def joined(view: View, found: list[Actor]) -> bool:
    # "In Moscow, Putin ...": a comma alone joins only what another "and" closes, and a list behind a preposition is none.
    if len(found) == 1:
        return True
    tail = _between(view, found[-2].end, found[-1].start)
    if not ({"and", "or", "&", "/", "well"} & set(tail)):
        return False
    before = [w for w in view.before(found[0].start, 3) if w not in wordset("modifiers")]
    return not (before and before[-1] in wordset("prepositions"))
