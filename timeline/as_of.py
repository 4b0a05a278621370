"""The table as it could be known on a day: only what articles published by then tell of the events that are known today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from timeline.event import Event
from timeline.merge import Cluster, Item, Source, event_of


def as_of(events: Iterable[Event], sources: Mapping[str, Source], day: date) -> list[Event]:
    """The events with the values that articles published until ``day`` give them; one that none of these tells is left out.

    What belongs together is seen with today's eyes, and ids and human edits are today's. An article without a date of publication counts
    for no day. ``sources`` are the facts of the articles by digest; the events need their evidence.
    """
    found = [known for event in events if (known := _known(event, sources, day))]
    names = {event.event_id for event in found}
    return [event.model_copy(update={"links": tuple(link for link in event.links if link.to in names)}) for event in found]


def _known(event: Event, sources: Mapping[str, Source], day: date) -> Event | None:
    told = [one for one in event.mentions if one.published and one.published <= day]
    if not told:
        return None
    if len(told) == len(event.mentions):
        return event
    former = event_of(event.event_id, Cluster([Item(one, one.targets) for one in told]), sources)
    return former.model_copy(update={"links": event.links, "aliases": event.aliases} | _edited(event))


def _edited(event: Event) -> dict[str, Any]:
    """What people set by hand: it holds whatever the articles said at the time."""
    return {"judged": event.judged} | {one.field: getattr(event, one.field) for one in event.judged if one.field}
