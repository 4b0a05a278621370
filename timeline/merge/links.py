"""Arrows between events: what answers what, what prolongs, widens, eases, ends or carries out what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from parsers.vocabulary import vocabulary
from timeline.event import Event, Link, day_bounds
from timeline.merge.blocs import covers, overlap, related
from timeline.merge.item import WORD
from timeline.merge.kin import kinship, scope_fit

FOLLOWS = {"extend": "extends", "expand": "expands", "ease": "eases", "lift": "lifts"}
BLOWS = ("impose", "expand")
REACH = 200  # days that an answer may come after what it answers
CARRY_OUT = 120  # days in which a member carries out what its bloc agreed
MARGIN = 0.5  # by how much a measure may be less near and still belong to the set that an answer answers
FADE = 30  # days over which a trigger loses most of its weight


@dataclass(frozen=True)
class Act:
    """What linking needs to know of an event. ``day`` is when it became known, ``words`` the beginnings of its quotes' longer words."""

    event_id: str
    imposer: str
    targets: tuple[str, ...]
    instrument: str
    scope: frozenset[str]
    action: str
    status: str
    response_to: tuple[str, ...]
    day: date | None
    words: frozenset[str]
    cue: str = ""


def act_of(event: Event) -> Act:
    """The act of an event."""
    names = ("event_id", "imposer", "targets", "instrument", "action", "status", "response_to")
    values = {name: getattr(event, name) for name in names}
    return Act(**values, scope=frozenset(event.scope), day=act_day(event), words=words_of(event), cue=_cue(event))


def link_all(events: Sequence[Event]) -> list[Event]:
    """The events, each with its links to the others."""
    acts = [act_of(event) for event in events]
    return [event.model_copy(update={"links": links_of(act, acts)}) for event, act in zip(events, acts, strict=True)]


def links_of(event: Act, others: Iterable[Act]) -> tuple[Link, ...]:
    """The links of one act; ``others`` may hold more acts than can be meant, in any order."""
    known = {other.event_id: other for other in others if other.event_id != event.event_id and is_firm(other)}
    near = [known[name] for name in sorted(known)]
    found = [*_follows(event, near), *_answers(event, near), *_carries_out(event, near)]
    return tuple({(link.type, link.to): link for link in reversed(found)}.values())[::-1]


def is_firm(event: Act) -> bool:
    """Whether something was done or decided that another act can refer to."""
    return event.status not in ("rejected", "proposed") or event.action == "impose" and event.status == "proposed"


def act_day(event: Event) -> date | None:
    """The day on which the act became known: announced, else effective, else the latest day that it can lie on."""
    span = day_bounds(event.announced) or day_bounds(event.effective)
    return span[0] if span else event.latest or event.earliest


def _is_before(other: Act, event: Act, reach: int) -> bool:
    first, second = other.day, event.day
    return bool(first and second and 0 <= (second - first).days <= reach)


def _follows(event: Act, near: Sequence[Act]) -> list[Link]:
    kind = FOLLOWS.get(event.action)
    if kind is None or event.status == "rejected":
        return []
    earlier = [other for other in near if is_ground(event, other)]
    if not earlier:
        return []
    chosen = _best(event, earlier, lambda other: (kinship(event.instrument, other.instrument) or 0) >= 0.5)
    return [Link(type=kind, to=chosen.event_id, basis=_basis("earlier measure of the same kind", earlier), confidence=_certainty(earlier))]


def is_ground(event: Act, other: Act) -> bool:
    """Whether an event is one that a prolongation, widening, easing or end can refer to."""
    return (
        other.imposer == event.imposer
        and other.action in BLOWS
        and other.status in ("in_force", "announced")
        and kinship(event.instrument, other.instrument) is not None
        and scope_fit(event.scope, other.scope) is not None
        and overlap(event.targets, other.targets)
        and _precedes(other, event)
    )


def _same_targets(event: Act, other: Act) -> bool:
    return not event.targets or not other.targets or overlap(event.targets, other.targets)


def _precedes(other: Act, event: Act) -> bool:
    first, second = other.day, event.day
    return bool(first and (second is None or first < second))


def _answers(event: Act, near: Sequence[Act]) -> list[Link]:
    """What the text calls the measure an answer to: for each side the nearest of its blows, and what it did beside it on that day."""
    links = []
    for code in event.response_to:
        blows = [other for other in near if _is_trigger(event, other, code)]
        if blows:
            chosen, *beside = _nearest(event, blows, partial(_imposed_by, code))
            basis, sure = _basis(f"measure of {code} before it", blows), _certainty(blows)
            links.append(Link(type="response_to", to=chosen.event_id, cue=event.cue, basis=basis, confidence=sure))
            also = f"{code} took it together with the one that the answer is nearest to"
            rest = round(sure / 2, 2)
            links += [Link(type="response_to", to=other.event_id, cue=event.cue, basis=also, confidence=rest) for other in beside]
    return links


def _imposed_by(code: str, other: Act) -> bool:
    return other.imposer == code


def _is_trigger(event: Act, other: Act, code: str) -> bool:
    return (
        related(other.imposer, code)
        and other.imposer != event.imposer
        and other.action in BLOWS
        and overlap(other.targets, (event.imposer,))
        and _is_before(other, event, REACH)
    )


def _carries_out(event: Act, near: Sequence[Act]) -> list[Link]:
    """A member's act that does what its bloc had agreed to do."""
    agreed = [other for other in near if _is_agreement(event, other)]
    if event.status == "rejected" or not agreed:
        return []
    chosen = _best(event, agreed, lambda _: True)
    return [Link(type="implements", to=chosen.event_id, basis=f"{chosen.imposer} agreed on it before", confidence=0.7)]


def _is_agreement(event: Act, other: Act) -> bool:
    return (
        other.imposer != event.imposer
        and covers(other.imposer, event.imposer)
        and other.status in ("announced", "proposed")
        and (other.instrument, other.action) == (event.instrument, event.action)
        and scope_fit(event.scope, other.scope) is not None
        and _same_targets(event, other)
        and _is_before(other, event, CARRY_OUT)
    )


def _best(event: Act, others: Sequence[Act], is_exact: Callable[[Act], bool]) -> Act:
    """The candidate that comes nearest in time, kind and words."""
    return _nearest(event, others, is_exact)[0]


def _nearest(event: Act, others: Sequence[Act], is_exact: Callable[[Act], bool]) -> list[Act]:
    """The nearest candidate, then what its imposer did on the same day and that is hardly less near: a general trigger means the set."""
    rarity = _rarity(others)
    score = {other.event_id: round(_nearness(event, other, rarity) + bool(is_exact(other)), 6) for other in others}
    ranked = sorted(others, key=lambda other: (score[other.event_id], other.day or date.min, _face(other)), reverse=True)
    first = ranked[0]
    least = score[first.event_id] - MARGIN
    same = [other for other in ranked[1:] if (other.imposer, other.day) == (first.imposer, first.day) and score[other.event_id] >= least]
    return [first, *same]


def _face(act: Act) -> tuple[str, ...]:
    """What settles a tie: the act's own values, since ids depend on which article came first."""
    return (act.imposer, act.instrument, act.action, *act.targets, *sorted(act.words))


def _nearness(event: Act, other: Act, rarity: dict[str, float]) -> float:
    first, second = other.day, event.day
    days = (second - first).days if first and second else 0
    fresh = 2 * math.exp(-max(days, 0) / FADE) + 0.5 * math.exp(-max(days, 0) / 365)
    alike = 0.5 * (event.instrument == other.instrument) + 0.25 * (_category(event) == _category(other))
    goods = 0.5 * bool(event.scope & other.scope)
    return fresh + alike + goods + min(1.5, sum(rarity.get(word, 0.0) for word in event.words & other.words))


def _category(act: Act) -> str:
    return vocabulary().instruments[act.instrument].category


def _rarity(others: Sequence[Act]) -> dict[str, float]:
    """How much a word tells one candidate from the rest: nothing where all have it, or where it only names the kind of measure."""
    kind = frozenset().union(*(_kind_words(other.instrument) for other in others))
    seen = Counter(word for other in others for word in other.words - kind)
    return {word: math.log(len(others) / count) for word, count in seen.items()}


def _kind_words(instrument: str) -> frozenset[str]:
    entry = vocabulary().instruments[instrument]
    return _words(f"{entry.label} {entry.definition} {entry.boundary}")


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in WORD.findall(text.lower()) if not word.isdigit())


def words_of(event: Event) -> frozenset[str]:
    """Beginnings of the longer words of all quotes."""
    return frozenset().union(*(_words(one.quote) for one in event.mentions)) if event.mentions else _words(event.quote)


def _cue(event: Event) -> str:
    return next((reason.phrase for one in event.mentions for reason in one.reasons if reason.field == "response_to" and reason.phrase), "")


def _basis(words: str, candidates: Sequence[Act]) -> str:
    return f"the only {words}" if len(candidates) == 1 else f"nearest of {len(candidates)}: {words}"


def _certainty(candidates: Sequence[Act]) -> float:
    return round(0.9 if len(candidates) == 1 else 0.5 + 0.3 / len(candidates), 2)
