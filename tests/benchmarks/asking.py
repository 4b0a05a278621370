"""``events()`` by imposer, instrument and period, beside DuckDB over the same table in Parquet, in the same run.

The table is made of the sample's own events, told again with other imposers and days, and put into the store as rows: what is measured
is the asking, not the merging.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.crowd import IMPOSERS
from timeline import Timeline
from timeline.bulk.months import write_months
from timeline.store.codes import code_rows
from timeline.store.putting import put
from timeline.store.rows import event_row
from timeline.store.tables import event_codes, event_ids, events

ROOT = Path(__file__).parents[2]
FIRST, DAYS = date(2010, 1, 1), 5000
WHICH = {"imposer": "US", "instrument": "asset_freeze", "since": "2012-01", "until": "2020-12"}
BATCH = 5_000


def times(size: int, rounds: int) -> tuple[int, float, float]:
    """Rows that the question finds, and the milliseconds of the processor that the store and DuckDB need, at their best."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder, Timeline.open(Path(folder) / "bench.db") as timeline:
        fill(timeline, size)
        list(write_months(timeline, Path(folder)))
        rows = len(timeline.events(**WHICH))
        with duckdb.connect() as base:
            base.execute("SET threads = 1")
            question = f"""SELECT * FROM read_parquet('{folder}/events/*/*.parquet', hive_partitioning = true) WHERE imposer = 'US'
                AND instrument = 'asset_freeze' AND coalesce(date_to, date_from) >= '2012-01-01'
                AND coalesce(date_from, date_to) <= '2020-12-31'"""
            assert len(base.execute(question).df()) == rows
            return rows, best(lambda: timeline.events(**WHICH), rounds), best(lambda: base.execute(question).df(), rounds)


def fill(timeline: Timeline, size: int) -> None:
    """``size`` events as rows of the tables that questions go to."""
    with Timeline.open("sqlite://") as sample:
        sample.append(ROOT / "data" / "articles")
        told = [event for event in sample.event_list(deep=False) if event.announced]
    for start in range(0, size, BATCH):
        made = [_again(told[n % len(told)], n) for n in range(start, min(size, start + BATCH))]
        with timeline._engine.begin() as connection:
            put(connection, event_ids, [{"event_id": one.event_id, "age": start + n} for n, one in enumerate(made)])
            put(connection, events, [event_row(one) for one in made])
            put(connection, event_codes, [row for one in made for row in code_rows(one)])


def _again(event: Any, number: int) -> Any:
    day = FIRST + timedelta(days=number * 7919 % DAYS)
    other = {"event_id": f"event-{number}", "imposer": IMPOSERS[number // 3 % len(IMPOSERS)], "announced": day.isoformat()}
    return event.model_copy(update=other | {"effective": None, "earliest": day, "latest": day})


def best(work: Callable[[], object], rounds: int) -> float:
    """Milliseconds of processor time of the quickest of some runs."""
    found = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        found.append((time.process_time() - began) * 1000)
    return min(found)
