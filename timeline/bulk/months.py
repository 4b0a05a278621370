"""Parquet by month: ``events``, ``mentions`` and ``links``, each a folder with one file a month (``month=2022-02/part-0.parquet``).

The month is that of the first day that the event's date can mean (``undated`` where it can mean none), in all three, so that what belongs
together lies under one name. DuckDB, Spark and pandas read the folders as they are.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from timeline.event import Event, Evidence
from timeline.query import Timeline
from timeline.store.database import reading
from timeline.store.monthly import months, of_month

TABLES = ("events", "mentions", "links")
DRAFT = "_draft"
SAID = (
    "imposer authority targets target_names instrument scope action status announced effective expires earliest latest date_basis "
    "response_to count legal_ref attribution confidence quote start end"
).split()
ABOUT = ("article", "digest", "title", "publisher", "url", "published", "language")


def write_months(timeline: Timeline, folder: Path) -> Iterator[tuple[int, int]]:
    """Write all months of a timeline, then put them in the place of those of before; yields (events written, events in all)."""
    draft = folder / DRAFT
    shutil.rmtree(draft, ignore_errors=True)
    with reading(timeline._engine) as connection:
        known = months(connection)
        total = sum(known.values())
        for month in known:
            with _Month(draft, month) as out:
                for part in of_month(connection, month):
                    out.add(part)
                    yield len(part), total
    _replace(folder, draft)


def _replace(folder: Path, draft: Path) -> None:
    for table in TABLES:
        shutil.rmtree(folder / table, ignore_errors=True)
        (draft / table).mkdir(parents=True, exist_ok=True)
        (draft / table).rename(folder / table)
    draft.rmdir()


class _Month:
    """The files of one month, written part by part."""

    def __init__(self, folder: Path, month: str) -> None:
        self.places = {table: folder / table / f"month={month}" for table in TABLES}
        self.schemas, self.writers = schemas(), dict[str, Any]()

    def __enter__(self) -> _Month:
        import pyarrow.parquet as pq

        for table, place in self.places.items():
            place.mkdir(parents=True)
            self.writers[table] = pq.ParquetWriter(place / "part-0.parquet", self.schemas[table], compression="zstd")
        return self

    def __exit__(self, *_: object) -> None:
        for writer in self.writers.values():
            writer.close()

    def add(self, events: Sequence[Event]) -> None:
        """A row group for these events in each table."""
        import pyarrow as pa

        from timeline.frame import to_frame

        self.writers["events"].write_table(pa.Table.from_pandas(to_frame(events), schema=self.schemas["events"], preserve_index=False))
        for table, rows in (("mentions", _mentions(events)), ("links", _links(events))):
            self.writers[table].write_table(pa.Table.from_pylist(rows, schema=self.schemas[table]))


@cache
def schemas() -> dict[str, Any]:
    """Columns and types of the three tables."""
    import pyarrow as pa

    from timeline.exports.parquet import schema

    events = schema(pa)
    types = {field.name: field.type for field in events} | {name: pa.int64() for name in ("rank", "start", "end")}
    types |= dict.fromkeys(("published", "earliest", "latest"), pa.date32())
    types |= dict.fromkeys(("imposer", "instrument", "action", "status", "date_basis"), pa.string())
    mentions = [pa.field(name, types.get(name, pa.string())) for name in ("event_id", "rank", *ABOUT, *SAID)]
    links = [("event_id", pa.string()), ("type", pa.string()), ("to", pa.string()), ("cue", pa.string()), ("basis", pa.string())]
    return {"events": events, "mentions": pa.schema(mentions), "links": pa.schema([*links, ("confidence", pa.float64())])}


def _mentions(events: Sequence[Event]) -> list[dict[str, Any]]:
    return [{"event_id": event.event_id, "rank": rank} | _said(one) for event in events for rank, one in enumerate(event.mentions)]


def _said(one: Evidence) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in (*ABOUT, *SAID)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}


def _links(events: Sequence[Event]) -> list[dict[str, Any]]:
    return [{"event_id": event.event_id} | link.model_dump() for event in events for link in event.links]
