"""What changed between two tables: events that came, events that are gone, and fields that say something else now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.event import Event
from timeline.frame import date_order

# Not compared: ids, the choice of the best evidence, and what only restates these.
FIELDS = (
    "imposer authority targets target_names instrument scope action status announced effective expires earliest latest date_basis "
    "response_to count legal_ref attribution n_articles n_sources conflicts links"
).split()
BY_NAME = 1_000_000  # what the same id counts for, beside pieces of evidence
UNORDERED = frozenset({"targets", "target_names", "scope", "response_to"})


@dataclass(frozen=True)
class Changed:
    """An event that both tables hold, and for each field that differs the value before and after, as plain values."""

    old: Event
    new: Event
    fields: dict[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Difference:
    """What came, what is gone and what changed, each in order of time."""

    added: tuple[Event, ...] = ()
    gone: tuple[Event, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)

    def as_json(self) -> dict[str, Any]:
        """Plain values: whole events for what came and went, old and new value of each field that changed."""
        return {
            "added": [event.as_json(with_mentions=False) for event in self.added],
            "gone": [event.as_json(with_mentions=False) for event in self.gone],
            "changed": [
                {"event_id": one.new.event_id, "was": one.old.event_id}
                | {"fields": {name: {"old": old, "new": new} for name, (old, new) in one.fields.items()}}
                for one in self.changed
            ],
        }

    def rows(self) -> Iterator[dict[str, Any]]:
        """Rows of a table: one for each event that came or is gone, one for each field that changed."""
        for kind, events in (("added", self.added), ("gone", self.gone)):
            for event in events:
                told = f"{event.date or 'undated'}: {event.quote}"
                yield _row(kind, event, "", *((None, told) if kind == "added" else (told, None)))
        for one in self.changed:
            yield from (_row("changed", one.new, name, *_said(values)) for name, values in one.fields.items())


def _row(change: str, event: Event, field: str, old: Any, new: Any) -> dict[str, Any]:
    return {"change": change, "event": event.event_id, "field": field, "old": old, "new": new}


def _said(values: tuple[Any, Any]) -> list[Any]:
    return [[_short(part) for part in value] if isinstance(value, list) else value for value in values]


def _short(part: Any) -> str:
    """A link or a conflict in a few words, where a cell has no room for all of it."""
    if not isinstance(part, dict):
        return str(part)
    return f"{part['type']} {part['to']}" if "to" in part else f"{part['field']}: {' or '.join(part['values'])}"


def difference(old: Iterable[Event], new: Iterable[Event]) -> Difference:
    """Compare two tables. Events are the same that share an id or, where ids differ, the most evidence."""
    before, after = sorted(old, key=date_order), sorted(new, key=date_order)
    pairs = _pairs(before, after)
    names = {one.event_id: other.event_id for one, other in pairs}
    changed = [Changed(one, other, found) for one, other in pairs if (found := _fields(one, other, names))]
    kept, met = set(names), set(names.values())
    return Difference(
        tuple(event for event in after if event.event_id not in met),
        tuple(event for event in before if event.event_id not in kept),
        tuple(sorted(changed, key=lambda one: date_order(one.new))),
    )


def _pairs(before: Sequence[Event], after: Sequence[Event]) -> list[tuple[Event, Event]]:
    """Each event of the old table with its heir in the new one, one to one."""
    named = {name: event for event in after for name in (*event.aliases, event.event_id)}
    told = {one.key: event for event in after for one in event.mentions}
    offers: list[tuple[int, str, str, Event, Event]] = []
    for event in before:
        votes = Counter(other.event_id for one in event.mentions if (other := told.get(one.key)))
        if heir := named.get(event.event_id):
            # The same name outweighs any evidence, an alias only breaks ties.
            votes[heir.event_id] += BY_NAME if heir.event_id == event.event_id else 1
        offers += [(-count, event.event_id, name, event, named[name]) for name, count in votes.items()]
    taken: set[tuple[str, str]] = set()
    pairs = []
    for _, was, is_now, event, other in sorted(offers, key=lambda offer: offer[:3]):
        if ("old", was) not in taken and ("new", is_now) not in taken:
            taken |= {("old", was), ("new", is_now)}
            pairs.append((event, other))
    return pairs


def _fields(one: Event, other: Event, names: dict[str, str]) -> dict[str, tuple[Any, Any]]:
    old, new = _values(one, names), _values(other, {})
    return {name: (old[name], new[name]) for name in FIELDS if _face(name, old[name]) != _face(name, new[name])}


def _values(event: Event, names: dict[str, str]) -> dict[str, Any]:
    row = event.model_dump(mode="json", include=set(FIELDS))
    links = [{"type": link["type"], "to": names.get(link["to"], link["to"])} for link in row["links"]]
    return row | {"links": sorted(links, key=lambda link: (link["type"], link["to"]))}


def _face(name: str, value: Any) -> Any:
    return sorted(value) if name in UNORDERED else value
