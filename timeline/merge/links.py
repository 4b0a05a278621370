"""Arrows between events: what answers what, what prolongs, widens, eases, ends or carries out what, and who takes over whose act.

Of what may be meant only the latest are looked at (``nearness.LATEST`` of them), so that a new event changes the links of few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from timeline.event import Event, Link
from timeline.merge.act import BLOWS, Act, act_of
from timeline.merge.blocs import covers, names_for, overlap, related
from timeline.merge.kin import kinship, scope_fit
from timeline.merge.nearness import latest, nearest

REACH = 200  # days that an answer may come after what it answers
CARRY_OUT = 120  # days in which a member carries out what its bloc agreed
NEXT_LIST = (4, 400)  # days after which another list widens the one before it
TAKE_OVER = 365  # days in which an act is taken over by others
GENERAL = ("sanctions_package", "designation")  # words under which others' acts are taken over as a whole


def link_all(events: Sequence[Event]) -> list[Event]:
    """The events, each with its links to the others, and an undated answer with the day that it cannot lie before."""
    acts = {event.event_id: act_of(event) for event in events}
    linked = [(event, links_of(acts[event.event_id], acts.values())) for event in events]
    return [event.model_copy(update={"links": links} | answer_bound(acts[event.event_id], links, acts)) for event, links in linked]


def links_of(event: Act, others: Iterable[Act]) -> tuple[Link, ...]:
    """The links of one act; ``others`` may hold more acts than can be meant, in any order."""
    known = {other.event_id: other for other in others if other.event_id != event.event_id and other.is_firm}
    near = [known[name] for name in sorted(known)]
    found = [*_follows(event, near), *_answers(event, near), *_carries_out(event, near), *_takes_over(event, near)]
    return tuple({(link.type, link.to): link for link in reversed(found)}.values())[::-1]


def answer_bound(event: Act, links: Sequence[Link], acts: Any) -> dict[str, Any]:
    """``earliest`` of an undated answer: not before the first day of the earliest act that it answers; with the reason. Empty where the
    answer has a day, where what it answers has none, and where it would come out later than the answer can be."""
    lows = [low for link in links if link.type == "response_to" and (low := acts[link.to].low)]
    low = min(lows, default=None)
    if event.is_settled or low is None or (event.low and event.low >= low) or (event.high and event.high < low):
        return {}
    return {"earliest": low, "earliest_reason": f"not before what it answers, of {low} at the earliest"}


def _is_before(other: Act, event: Act, reach: int) -> bool:
    """Whether an act came before another, at most so many days: of one without a day, before the first that it can have."""
    first, last, asked = other.day, event.last, event.asked_from
    return bool(first and last and asked and first <= last and (asked - first).days <= reach)


def _is_within(first: date | None, last: date | None, reach: int) -> bool:
    """Whether a day is followed by another, at most so many days later."""
    return bool(first and last and 0 <= (last - first).days <= reach)


def _precedes(other: Act, event: Act) -> bool:
    first, last = other.day, event.last
    return bool(first and (last is None or first < last))


def _follows(event: Act, near: Sequence[Act]) -> list[Link]:
    kind = event.follows
    if kind is None:
        return []
    before = [other for other in near if other.is_ground and other.imposer == event.imposer and _precedes(other, event)]
    kinds = [latest([each for each in before if name in each.ground_kinds]) for name in event.follow_kinds]
    known = {other.event_id: other for found in kinds for other in found}
    earlier = [known[name] for name in sorted(known) if _may_be_meant(event, known[name])]
    if not earlier:
        return []
    chosen = nearest(event, earlier, lambda other: (kinship(event.instrument, other.instrument) or 0) >= 0.5)[0]
    if event.action == "impose":
        return [Link(type=kind, to=chosen.event_id, basis=_basis("earlier list of the same kind", earlier), confidence=0.5)]
    return [Link(type=kind, to=chosen.event_id, basis=_basis("earlier measure of the same kind", earlier), confidence=_certainty(earlier))]


def _may_be_meant(event: Act, other: Act) -> bool:
    if event.action == "impose" and not (event.instrument == other.instrument and _is_next_list(event, other)):
        return False
    return (
        kinship(event.instrument, other.instrument) is not None
        and scope_fit(event.scope, other.scope) is not None
        and (not event.targets or overlap(event.targets, other.targets))
    )


def _is_next_list(event: Act, other: Act) -> bool:
    """Whether so many days lie between two lists that they are not one, and so few that the one goes on with the other."""
    first, second = other.day, event.day
    return bool(first and second and NEXT_LIST[0] <= (second - first).days <= NEXT_LIST[1])


def _answers(event: Act, near: Sequence[Act]) -> list[Link]:
    """What the text calls the measure an answer to: for each side the nearest of its blows, and what it did beside it on that day."""
    links = []
    names = names_for(event.imposer)
    aimed = [other for other in near if other.action in BLOWS and other.imposer != event.imposer and _is_before(other, event, REACH)]
    for code in event.response_to:
        theirs = [other for other in aimed if related(other.imposer, code)]
        blows = _of_some(names, theirs)
        if blows:
            chosen, *beside = nearest(event, blows, partial(_imposed_by, code))
            basis, sure = _basis(f"measure of {code} before it", blows), _certainty(blows)
            links.append(Link(type="response_to", to=chosen.event_id, cue=event.cue, basis=basis, confidence=sure))
            also = f"{code} took it together with the one that the answer is nearest to"
            rest = round(sure / 2, 2)
            links += [Link(type="response_to", to=other.event_id, cue=event.cue, basis=also, confidence=rest) for other in beside]
    return links


def _of_some(names: Iterable[str], acts: Sequence[Act]) -> list[Act]:
    """The latest acts against each of some codes."""
    known = {other.event_id: other for name in names for other in latest([each for each in acts if name in each.targets])}
    return [known[name] for name in sorted(known)]


def _imposed_by(code: str, other: Act) -> bool:
    return other.imposer == code


def _carries_out(event: Act, near: Sequence[Act]) -> list[Link]:
    """A member's act that does what its bloc had agreed to do."""
    agreed = [other for other in near if _is_agreement(event, other)]
    if event.status == "rejected" or not agreed:
        return []
    chosen = nearest(event, agreed, lambda _: True)[0]
    return [Link(type="implements", to=chosen.event_id, basis=f"{chosen.imposer} agreed on it before", confidence=0.7)]


def _is_agreement(event: Act, other: Act) -> bool:
    return (
        other.imposer != event.imposer
        and covers(other.imposer, event.imposer)
        and other.status in ("announced", "proposed")
        and (other.instrument, other.action) == (event.instrument, event.action)
        and scope_fit(event.scope, other.scope) is not None
        and (not event.targets or not other.targets or overlap(event.targets, other.targets))
        and _is_within(other.day, event.last, CARRY_OUT)
    )


def _takes_over(event: Act, near: Sequence[Act]) -> list[Link]:
    """The act that the text says the imposer takes over: one before it, or one without a day that some article tells later."""
    links = []
    for code, cue in event.aligned.items() if event.status != "rejected" else ():
        theirs = [other for other in near if other.imposer == code and other.action in BLOWS]
        before = [other for other in theirs if _is_before(other, event, TAKE_OVER)]
        later = [other for other in theirs if _is_within(event.last, other.day, TAKE_OVER) and other not in before]
        undated = [other for other in later if not other.is_settled]
        both = [*_of_some(event.targets, before), *_of_some(event.targets, undated)]
        models = [other for other in both if _is_model(event, other)]
        if models:
            chosen = nearest(event, models, lambda other: other.instrument == event.instrument)[0]
            basis = _basis(f"measure of {code} before it", models)
            links.append(Link(type="aligns_with", to=chosen.event_id, cue=cue, basis=basis, confidence=_certainty(models)))
    return links


def _is_model(event: Act, other: Act) -> bool:
    if event.instrument in GENERAL:
        return True
    return kinship(event.instrument, other.instrument) is not None and scope_fit(event.scope, other.scope) is not None


def _basis(words: str, candidates: Sequence[Act]) -> str:
    return f"the only {words}" if len(candidates) == 1 else f"nearest of {len(candidates)}: {words}"


def _certainty(candidates: Sequence[Act]) -> float:
    return round(0.9 if len(candidates) == 1 else 0.5 + 0.3 / len(candidates), 2)
