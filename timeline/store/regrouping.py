"""All events made anew from the mentions that are stored, as after a change of layout: what is derived is never carried over by hand."""

from __future__ import annotations

from sqlalchemy import Connection, select

from timeline.store.merging import Arrival, remerge
from timeline.store.statements import blocks_of
from timeline.store.tables import events

AT_ONCE = 500  # events


def regroup_all(connection: Connection) -> None:
    """Group, link and index every event again, by the rules of today; each keeps its id."""
    names = list(connection.scalars(select(events.c.event_id).order_by(events.c.event_id)))
    for start in range(0, len(names), AT_ONCE):
        part = set(names[start : start + AT_ONCE])
        standing = set(connection.scalars(select(events.c.event_id).where(events.c.event_id.in_(part))))
        blocks = set(connection.scalars(blocks_of(), {"names": sorted(standing)}))
        remerge(connection, Arrival(blocks=blocks, bereft=standing))
