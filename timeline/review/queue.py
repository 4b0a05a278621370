"""What a person should look at first: judgements that lost their ground, contradictions, doubtful readings, then all that is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.event import Event
from timeline.frame import date_order

DOUBT = 0.7  # confidence below which a reading is doubtful
REASONS = ("moved", "conflict", "doubtful", "new")


@dataclass(frozen=True)
class Case:
    """An event to look at, and why: some of ``REASONS``, the most pressing first."""

    event: Event
    reasons: tuple[str, ...]


def queue(events: Iterable[Event], moved: Collection[str] = (), doubt: float = DOUBT) -> list[Case]:
    """The events that want a look, the most pressing first; ``moved`` holds the ids whose judgements lost their ground. An event that a
    human accepted, rejected or edited is left alone until then."""
    cases = [Case(event, why) for event in events if (why := _why(event, moved, doubt))]
    return sorted(cases, key=lambda case: (REASONS.index(case.reasons[0]), case.event.confidence, date_order(case.event)))


def _why(event: Event, moved: Collection[str], doubt: float) -> tuple[str, ...]:
    if event.event_id in moved:
        return ("moved",)
    if any(one.kind in ("accept", "reject", "edit", "add") for one in event.judged):
        return ()
    reasons = (("conflict", bool(event.conflicts)), ("doubtful", event.confidence < doubt), ("new", True))
    return tuple(word for word, holds in reasons if holds)
