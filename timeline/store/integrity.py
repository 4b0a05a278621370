"""Whether a store is whole: the file, every quote against its article, every row against those that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, select

from timeline.review.judgement import BY_HAND
from timeline.store.codes import code_rows
from timeline.store.database import reading
from timeline.store.reading import nested_of
from timeline.store.rows import event_of_row
from timeline.store.tables import articles, event_codes, event_ids, event_mentions, events, links, mentions, skipped

AT_ONCE = 1_000  # rows held in memory


class Fault(NamedTuple):
    """Something that is not as it has to be: where it stands in the store, and what is wrong."""

    place: str
    fault: str


def faults_of(engine: Engine) -> Iterator[Fault]:
    """Every fault of a store, as of one moment, also while others write; none where it is whole. Holds a bounded number of rows."""
    with reading(engine) as connection:
        for check in CHECKS:
            yield from check(connection)


def _file(connection: Connection) -> Iterator[Fault]:
    """What SQLite itself says of its pages, indexes and foreign keys; PostgreSQL keeps its own in order."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield Fault("database", str(line))
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(f"{table} {row}", f"belongs to a row of {parent} that is not there")


def _articles(connection: Connection) -> Iterator[Fault]:
    """The text of each article is the one that came in, by its hash."""
    query = select(articles.c.article_id, articles.c.digest, articles.c.text).where(articles.c.digest.not_like(f"{BY_HAND}%"))
    for row in _rows(connection, query.order_by(articles.c.article_id)):
        if sha256(row.text.encode("utf-8", "surrogatepass")).hexdigest() != row.digest:
            yield Fault(f"article {row.article_id}", "its text is not the one that was appended")


def _quotes(connection: Connection) -> Iterator[Fault]:
    """Every mention and every skipped passage stands word for word in its article."""
    for table, key in ((mentions, mentions.c.mention_id), (skipped, skipped.c.skipped_id)):
        query = select(key.label("key"), table.c.start, table.c.end, table.c.quote, articles.c.text, articles.c.source_id)
        for row in _rows(connection, query.join(articles, articles.c.article_id == table.c.article_id).order_by(key)):
            if row.text[row.start : row.end] != row.quote:
                yield Fault(f"{_name(table)} {row.key}", f"its quote does not stand at {row.start} to {row.end} of {row.source_id}")


def _mentions(connection: Connection) -> Iterator[Fault]:
    """Every mention is evidence of an event, and of an article's current version."""
    homeless = _without(mentions, event_mentions, event_mentions.c.mention_id == mentions.c.mention_id)
    yield from _told(connection, homeless, "mention", "stands under no event")
    old = select(mentions.c.mention_id).join(articles, articles.c.article_id == mentions.c.article_id)
    outlived = old.where(articles.c.is_current == 0, articles.c.digest.not_like(f"{BY_HAND}%"))
    yield from _told(connection, outlived, "mention", "comes from a text that a corrected version replaced")


def _events(connection: Connection) -> Iterator[Fault]:
    """Every event has evidence and shows the best of it; its lookup codes are those of its fields."""
    bare = _without(events, event_mentions, event_mentions.c.event_id == events.c.event_id)
    yield from _told(connection, bare, "event", "has no evidence")
    best = select(events.c.event_id).select_from(events.join(event_mentions).join(mentions))
    wrong = (event_mentions.c.rank == 0, mentions.c.quote != events.c.quote)
    yield from _told(connection, best.where(*wrong), "event", "shows a quote not its own")
    for rows in _rows(connection, select(events).order_by(events.c.event_id)).partitions(AT_ONCE):
        yield from _codes(connection, [row._mapping for row in rows])


def _codes(connection: Connection, rows: Sequence[Any]) -> Iterator[Fault]:
    names = [row["event_id"] for row in rows]
    kept: dict[str, set[tuple[Any, ...]]] = {name: set() for name in names}
    for row in connection.execute(select(event_codes).where(event_codes.c.event_id.in_(names))):
        kept[row.event_id].add(tuple(row))
    for row in rows:
        name = row["event_id"]
        try:
            event = event_of_row(row, **nested_of(connection, [name])[name])
            wanted = {tuple(one[column.name] for column in event_codes.columns) for one in code_rows(event)}
        except (ValueError, TypeError, KeyError) as error:
            yield Fault(f"event {name}", f"cannot be read ({error})")
            continue
        if wanted != kept[name]:
            yield Fault(f"event {name}", "is not looked up under the codes that it has")


def _ids(connection: Connection) -> Iterator[Fault]:
    """Every id that was ever given is an event, leads to one, or is known to be gone; every link ends at an event."""
    heirs = event_ids.alias()
    lost = select(event_ids.c.event_id).outerjoin(heirs, heirs.c.event_id == event_ids.c.leads_to)
    yield from _told(connection, lost.where(event_ids.c.leads_to.is_not(None), heirs.c.event_id.is_(None)), "id", "leads nowhere")
    query = select(links.c.event_id, links.c.to_event).outerjoin(events, events.c.event_id == links.c.to_event)
    for row in _rows(connection, query.where(events.c.event_id.is_(None)).order_by(links.c.event_id, links.c.to_event)):
        yield Fault(f"event {row.event_id}", f"is linked to {row.to_event}, which is no event")


def _without(table: Table, other: Table, condition: ColumnElement[bool]) -> Select[Any]:
    """The keys of rows to which another table has none."""
    key = next(iter(table.primary_key.columns))
    return select(key).outerjoin(other, condition).where(next(iter(other.primary_key.columns)).is_(None)).order_by(key)


def _told(connection: Connection, query: Select[Any], kind: str, fault: str) -> Iterator[Fault]:
    return (Fault(f"{kind} {row[0]}", fault) for row in _rows(connection, query))


def _rows(connection: Connection, query: Select[Any]) -> Any:
    return connection.execute(query.execution_options(yield_per=AT_ONCE))


def _name(table: Table) -> str:
    return table.name if table is skipped else "mention"


CHECKS: tuple[Callable[[Connection], Iterable[Fault]], ...] = (_file, _articles, _quotes, _mentions, _events, _ids)
