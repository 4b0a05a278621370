"""What questions about time and links need from the store: who extends or lifts what, who links to whom, what is known of the articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, func, or_, select

from timeline.event import Event
from timeline.filters import Selection
from timeline.force import Follower
from timeline.merge import Source
from timeline.store.reading import CHUNK, select_events
from timeline.store.rows import source_of_row
from timeline.store.tables import articles, event_ids, links, runs


def followers(connection: Connection, ids: Sequence[str]) -> dict[str, list[Follower]]:
    """For each of the events that others extend or lift, those others."""
    arrows = [row for part in _parts(ids) for row in connection.execute(_arrows_to(part))]
    sources = _events(connection, sorted({row.event_id for row in arrows}), deep=False)
    found: dict[str, list[Follower]] = {}
    for row in arrows:
        found.setdefault(row.to_event, []).append(Follower(row.type, sources[row.event_id], row.confidence))
    return found


def _arrows_to(ids: Sequence[str]) -> Any:
    query = select(links).where(links.c.to_event.in_(ids), links.c.type.in_(("extends", "lifts")))
    return query.order_by(links.c.to_event, links.c.event_id)


def neighbours(connection: Connection, ids: Sequence[str]) -> dict[str, Event]:
    """All events that some events link to or that link to these, with their own links."""
    either = or_(links.c.event_id.in_(ids), links.c.to_event.in_(ids))
    pairs = connection.execute(select(links.c.event_id, links.c.to_event).where(either)).all()
    return _events(connection, sorted({name for pair in pairs for name in pair}), deep=True)


def _events(connection: Connection, ids: Sequence[str], *, deep: bool) -> dict[str, Event]:
    return {event.event_id: event for part in _parts(ids) for event in select_events(connection, Selection(ids=tuple(part)), deep=deep)}


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def sources(connection: Connection) -> dict[str, Source]:
    """The facts of all articles that count, by digest."""
    query = select(*(column for column in articles.c if column.name != "text")).where(articles.c.is_current == 1)
    return {row["digest"]: source_of_row(row) for row in connection.execute(query).mappings()}


class PastRun(NamedTuple):
    """One append or reparse that changed the table: its number, its kind, the articles that came in, the events first seen."""

    run: int
    kind: str
    articles: int
    events: int


def all_runs(connection: Connection) -> list[PastRun]:
    """The runs, oldest first."""
    came, seen = _by_run(connection, articles.c.run), _by_run(connection, event_ids.c.run)
    rows = connection.execute(select(runs).order_by(runs.c.run))
    return [PastRun(row.run, row.kind, came.get(row.run, 0), seen.get(row.run, 0)) for row in rows]


def _by_run(connection: Connection, column: Column[int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(select(column, func.count()).group_by(column))}
