"""The events month by month, so that a table of any size goes through memory in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from timeline.event import Event
from timeline.filters import Selection
from timeline.store.reading import select_events
from timeline.store.tables import events

UNDATED = "undated"
PART = 1_000  # events that are in memory at once


def months(connection: Connection) -> dict[str, int]:
    """How many events each month has, oldest first and ``undated`` last. An event counts where its first possible day lies, else its
    last one; what people rejected counts nowhere."""
    month = _month()
    query = select(month, func.count()).where(events.c.is_rejected == 0).group_by(month)
    return {row[0]: row[1] for row in sorted(connection.execute(query).all())}


def of_month(connection: Connection, month: str) -> Iterator[Sequence[Event]]:
    """The events of a month in the order of the table, part by part, with evidence, links and conflicts."""
    columns = [events.c.event_id, events.c.date_from, events.c.date_to]
    rows = connection.execute(select(*columns).where(_month() == month, events.c.is_rejected == 0)).all()
    # Sorted here: not every database sorts text by its characters.
    ids = [row.event_id for row in sorted(rows, key=lambda row: (row.date_from or row.date_to or "", row.date_to or "~", row.event_id))]
    for start in range(0, len(ids), PART):
        part = ids[start : start + PART]
        found = {event.event_id: event for event in select_events(connection, Selection(ids=tuple(part)), deep=True)}
        yield [found[name] for name in part]


def _month() -> Any:
    return func.coalesce(func.substr(func.coalesce(events.c.date_from, events.c.date_to), 1, 7), UNDATED)
