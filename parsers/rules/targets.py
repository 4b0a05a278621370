"""Whom it is aimed at: states named with the object, people of a state, the passive subject, else whom the document is about."""

from __future__ import annotations

from collections import Counter

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.discourse import Memory
from parsers.view import View
from parsers.words import wordset

LISTS = frozenset({"designation", "asset_freeze", "asset_seizure", "sanctions_package", "broadcast_ban"})
PLACES = frozenset({"in", "near", "inside", "outside"})

COMPANY = frozenset(
    {
        "approach",
        "co-ordination",
        "co-ordinated",
        "coordinated",
        "cooperation",
        "partnership",
        "conjunction",
        "move",
        "effort",
        "efforts",
        "together",
        "along",
        "coordination",
        "concert",
        "tandem",
        "lockstep",
        "consultation",
        "line",
        "step",
    }
)

# Places where states meet: named in passing more often than hit.
FORUMS = frozenset({"UN", "IMF", "WTO", "WBG", "ICAO", "IMO", "OPEC", "FATF", "NATO", "G7"})


def find_targets(view: View, p: Predicate, span: tuple[int, int], imposer: str, memory: Memory) -> tuple[tuple[str, ...], str]:
    """(codes, rule) for a predicate of ``imposer``; ``span`` is the stretch of text that belongs to the predicate."""
    low, high = max(span[0], p.start - 90), _before_reason(view, p, min(span[1], p.end + 110))
    near = [
        a
        for a in view.actors
        if low <= a.start
        and a.end <= high
        and imposer not in memory.resolve(a)
        and not _acts(view, a)
        and not _beside(view, a)
        and not _own_soil(view, a, p, imposer)
    ]
    near = [a for a in near if not _is_the_list(a, p)] or near
    for named_only in (True, False):  # "the country" says less than a name
        for rule, keep in RULES:
            codes = _codes([a for a in near if (a.code or not named_only) and keep(view, a, p)], memory, imposer)
            if codes:
                return codes, rule
    named = tuple(dict.fromkeys(n.code for n in view.names if n.code and low <= n.start and n.end <= high and n.code != imposer))
    if named:
        return named, "state of those named"
    return (), ""


def _codes(actors: list[Actor], memory: Memory, imposer: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code for a in actors for code in _meant(a, memory, imposer) if code != imposer))
    return tuple(c for c in codes if c not in FORUMS) or codes


def _meant(actor: Actor, memory: Memory, imposer: str) -> tuple[str, ...]:
    """Whom an object means: "exports to the country" goes on with those who were hit before."""
    hit = tuple(code for code in memory.targets if code != imposer)
    return hit if actor.code is None and actor.refers == "country" and hit else memory.resolve(actor)


def _before_reason(view: View, p: Predicate, high: int) -> int:
    """Where the reason for the act begins, in which other states are named: "tariffs on India over its purchases of Russian oil"."""
    for word in view.words[view.at(p.end) :]:
        if word.start >= high:
            return high
        if word.text in wordset("reason_begins"):
            return word.start
    return high


def _against(view: View, actor: Actor, p: Predicate) -> bool:
    """Named right behind "against", or "on" where a measure noun is meant."""
    first = _first_of_list(view, actor)
    word = _word_before(view, first)
    near = first.start >= p.end and len(view.between(p.end, first.start)) <= 6
    return near and (word == "against" or (word == "on" and p.kind == "measure" and actor.form == "noun"))


def _word_before(view: View, actor: Actor) -> str:
    words = [w for w in view.before(actor.start, 4) if w not in ("the", "all", "any", "its", "both", "some", "certain", "other", "a")]
    return words[-1] if words else ""


def _aimed(view: View, actor: Actor, p: Predicate) -> bool:
    word = _word_before(view, actor)
    if _theme(view, actor):
        return True
    if actor.form == "people":
        return word not in wordset("reasons")
    if actor.form == "adjective" and word in wordset("reasons"):
        return False
    if view.folded.endswith("anti-", 0, actor.start):
        return True
    if word in ("into", "to") and p.measure.instrument in LISTS:
        return False
    if word in wordset("aimed") or actor.form == "adjective":
        return actor.start >= p.start or actor.form == "adjective"
    first = _first_of_list(view, actor)
    listed = first is not actor and _word_before(view, first) in wordset("aimed")
    return actor.start > p.start and (listed or _opens_list(view, first))


def _first_of_list(view: View, actor: Actor) -> Actor:
    """Who stands first in the list that the actor is in, whose preposition counts for all: "sanctions on Iran, Syria and North Korea"."""
    first = actor
    for other in reversed([a for a in view.actors if a.end < actor.start]):
        gap = view.between(other.end, first.start)
        if len(gap) > 3 or not all(w in (",", "and", "or", "the") for w in gap):
            break
        first = other
    return first


def _opens_list(view: View, first: Actor) -> bool:
    """ "The list of unfriendly countries: the US, Japan and Norway": a colon names those who are meant."""
    return _word_before(view, first) == ":" and view.after(first.end, 1) == [","]


def _owner(view: View, actor: Actor, p: Predicate) -> bool:
    word = _word_before(view, actor)
    if actor.start < p.start and not (p.verb is not None and (p.verb.passive or p.verb.lemma in ("lose", "face"))):
        return False
    return word not in wordset("reasons") and word not in PLACES and (word not in wordset("prepositions") or word in wordset("aimed"))


def _placed(view: View, actor: Actor, p: Predicate) -> bool:
    passive = p.main is not None and bool(p.main.passive)  # "ships registered in Russia were barred"
    return _word_before(view, actor) in PLACES and (actor.start >= p.start or (passive and actor.end <= p.head))


def ranking(view_actors: list[Actor], folded: str, title_codes: list[str]) -> tuple[str, ...]:
    """The jurisdictions of a document, those first that it shows as aimed at, most often first."""
    weight: Counter[str] = Counter()
    for code in title_codes:
        weight[code] += 3
    for actor in view_actors:
        if actor.code is not None:
            before = folded[max(0, actor.start - 12) : actor.start].split()
            aimed = actor.form != "noun" or (
                bool(before) and (before[-1] in wordset("aimed") or before[-2:-1] in (["on"], ["against"], ["to"], ["from"]))
            )
            weight[actor.code] += 2 if aimed else 1
    return tuple(code for code, _ in weight.most_common())


def _own_soil(view: View, actor: Actor, p: Predicate, imposer: str) -> bool:
    """ "Their travel to the United States", "assets held in Japan": where a measure bites is no target."""
    word = _word_before(view, actor)
    return (
        actor.form == "noun"
        and (word in PLACES or (word in ("to", "into") and p.measure.instrument in ("travel_ban", "asset_freeze")))
        and imposer in ("G7", "EU", "WEST", "NATO")
    )


def _is_the_list(actor: Actor, p: Predicate) -> bool:
    """ "Added Switzerland to its list of unfriendly countries": what one is put on is not the one who is put on it."""
    return p.measure.instrument == "unfriendly_listing" and any(start <= actor.start and actor.end <= end for start, end in p.objects)


def _acts(view: View, actor: Actor) -> bool:
    """ "..., and the Emirates downgrade ties": who is followed by a verb of its own acts and is no target."""
    return actor.form == "noun" and any(actor.end <= v.start and not view.between(actor.end, v.start) for v in view.verbs)


def _initials(view: View, actor: Actor) -> bool:
    return view.text[actor.start : actor.end].replace(".", "").isupper()


def _theme(view: View, actor: Actor) -> bool:
    """ "Under its Russia sanctions programme": a bare name before the sanctions says for whom they are."""
    return actor.form == "noun" and actor.kind == "state" and view.after(actor.end)[:1] == ["sanctions"] and not _initials(view, actor)


def _owns_measure(view: View, actor: Actor) -> bool:
    """ "Adopted the EU's latest sanctions": whose measures they are is no target of theirs."""
    after = view.after(actor.end, 5)
    if _initials(view, actor) and after[:1] in (["sanctions"], ["measures"], ["package"], ["restrictions"]):
        return True  # "mirrored the latest round of EU sanctions"
    return after[:1] == ["'s"] and bool(set(after[1:]) & wordset("acting_papers")) and not {"on", "to", "against"} & set(after[1:3])


def _beside(view: View, actor: Actor) -> bool:
    """ "In coordination with Britain": who goes along is no target."""
    if view.before(actor.start, 2)[-1:] == ["by"] or view.before(actor.start, 2) == ["by", "the"] or _owns_measure(view, actor):
        return True
    if actor.code == "WEST" and view.after(actor.end)[:1] in (["allies"], ["partners"]):
        return True
    words = [w for w in view.before(actor.start, 4) if w != "the"]
    return words[-1:] == ["with"] and not COMPANY.isdisjoint(words[:-1])


RULES = (("aimed against", _against), ("aimed at", _aimed), ("of the object", _owner), ("in the place", _placed))
