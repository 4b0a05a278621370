"""Under which words an event is looked up: the codes of its lists, and what linking asks for.

What is looked for stands under its own day, what refers to it under the last one that its day can mean: "in March" may follow the 15th.

``blow``: the codes that a measure is aimed at; ``open`` the same for one without a day. ``ground`` and ``follow``: the kinds (side and kin
of instrument) of what can be prolonged or ended, and of what prolongs or ends. ``aligned``: whose act it takes over. ``late``: whose act is
answered or taken over by one without a day, which may have happened long before it was told. ``carry``: the instrument of what a member
of a bloc does, which may carry out what the bloc agreed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from timeline.event import Event
from timeline.merge.act import BLOWS, Act, act_of
from timeline.merge.blocs import MEMBERS

LISTED = ("targets", "scope", "response_to")
REFERRING = ("response_to", "follow", "aligned", "late", "carry")


def code_rows(event: Event) -> list[dict[str, Any]]:
    """The rows of an event; imposer and day stand in each, so that whom a measure was aimed at, by whom and when is one look."""
    act = act_of(event)
    beside = {"event_id": event.event_id, "imposer": event.imposer}
    days = {True: act.last.isoformat() if act.last else None, False: act.day.isoformat() if act.day else None}
    pairs = [(field, code) for field in LISTED for code in getattr(event, field)]
    if not event.is_rejected:
        pairs += [(field, code) for field, codes in _linked(act) for code in sorted(set(codes))]
    return [{"field": field, "code": code, "act_day": days[field in REFERRING]} | beside for field, code in pairs]


def _linked(act: Act) -> Iterator[tuple[str, Iterable[str]]]:
    if act.action in BLOWS and act.is_firm:
        yield "blow", act.targets
        yield "open", () if act.is_settled else act.targets
    if act.is_ground:
        yield "ground", act.ground_kinds
    if act.follows:
        yield "follow", act.follow_kinds
    if act.status != "rejected" and any(act.imposer in members for members in MEMBERS.values()):
        yield "carry", (act.instrument,)
    yield "aligned", act.aligned
    yield "late", () if act.is_settled else (*act.response_to, *act.aligned)
