"""The exchange of blows around an event: what it answers, what answers it, and how each of these went on, as far as the links lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.event import Event, Link
from timeline.frame import date_order

DEPTH = 4  # links that a chain is followed over where nobody says otherwise

Neighbours = Callable[[Sequence[str]], Mapping[str, Event]]


@dataclass(frozen=True)
class Arrow:
    """A link with its origin: ``source`` answers, prolongs, eases, lifts ... ``link.to``."""

    source: str
    link: Link


@dataclass(frozen=True)
class Chain:
    """The events around one of them in order of time, how many links each is away, the arrows among them, and how many lie beyond."""

    event_id: str
    events: tuple[Event, ...]
    steps: Mapping[str, int]
    arrows: tuple[Arrow, ...]
    beyond: int = 0

    def as_json(self) -> dict[str, Any]:
        """Plain values: the events as in the table with their ``steps``, the links with both ends."""
        rows = [event.as_json(with_mentions=False) | {"steps": self.steps[event.event_id]} for event in self.events]
        links = [{"from": one.source} | one.link.model_dump() for one in self.arrows]
        return {"event_id": self.event_id, "events": rows, "links": links, "beyond": self.beyond}

    def lines(self) -> Iterator[str]:
        """One line an event, and below it one for each arrow that leads from it; the event asked for is marked."""
        for event in self.events:
            mark = ">" if event.event_id == self.event_id else " "
            whom = f" against {', '.join(event.targets)}" if event.targets else ""
            yield f"{mark} {event.date or 'undated'}  {event.event_id}: {event.imposer}{whom}, {_kind(event)}"
            yield from (f"      {_says(one.link)}" for one in self.arrows if one.source == event.event_id)
        if self.beyond:
            yield f"{self.beyond} more beyond; --depth leads farther"


def _kind(event: Event) -> str:
    from parsers.vocabulary import vocabulary

    words = vocabulary()
    return f"{words.instruments[event.instrument].label}, {words.actions[event.action]}, {words.statuses[event.status]}"


def _says(link: Link) -> str:
    cue = f'"{link.cue}", ' if link.cue else ""
    return f"{link.type.replace('_', ' ')} {link.to} ({cue}{link.basis}, confidence {link.confidence:.2f})"


def chain_around(start: Event, neighbours: Neighbours, depth: int | None = None) -> Chain:
    """Follow the links from an event in both directions, ``depth`` links far (None: 4).

    ``neighbours`` gives for some ids all events that these link to or that link to these, with their links.
    """
    known, steps, edge = {start.event_id: start}, {start.event_id: 0}, [start.event_id]
    limit = DEPTH if depth is None else depth
    beyond: set[str] = set()
    for step in range(1, limit + 2):
        found = neighbours(edge) if edge else {}
        edge = sorted(set(found) - set(known))
        if step > limit:
            beyond = set(edge)
            break
        known |= {name: found[name] for name in edge}
        steps |= dict.fromkeys(edge, step)
    ordered = tuple(sorted(known.values(), key=date_order))
    return Chain(start.event_id, ordered, steps, tuple(_arrows(ordered)), len(beyond))


def _arrows(events: Iterable[Event]) -> Iterator[Arrow]:
    listed = list(events)
    known = {event.event_id for event in listed}
    yield from (Arrow(event.event_id, link) for event in listed for link in event.links if link.to in known)


def neighbours_in(events: Iterable[Event]) -> Neighbours:
    """The neighbours among events that are at hand."""
    known = {event.event_id: event for event in events}
    beside: dict[str, set[str]] = {name: set() for name in known}
    for event in known.values():
        for link in event.links:
            if link.to in known:
                beside[event.event_id].add(link.to)
                beside[link.to].add(event.event_id)
    return lambda names: {other: known[other] for name in names for other in beside.get(name, ())}
