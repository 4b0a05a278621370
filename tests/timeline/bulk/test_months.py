"""Parquet by month, read by what people read it with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.dataset as ds
import pytest

from parsers import Article
from timeline import Timeline
from timeline.bulk import Plan, bulk


@pytest.fixture(scope="module")
def out(many: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("months") / "out"
    bulk(many, folder, Plan(processes=2))
    return folder


@pytest.fixture(scope="module")
def table(out: Path) -> Any:
    with Timeline.open(out / "_timeline.db") as timeline:
        return timeline.events()


def month_of(row: Any) -> str:
    first = row.date_from if pd.notna(row.date_from) else row.date_to
    return f"{first:%Y-%m}" if pd.notna(first) else "undated"


def test_pandas_reads_the_table_of_the_store_month_by_month(out: Path, table: Any) -> None:
    found = pd.read_parquet(out / "events").set_index("event_id")
    wanted = table.set_index("event_id")
    assert sorted(found.index) == sorted(wanted.index)
    found = found.loc[wanted.index]
    assert list(found["month"]) == [month_of(row) for row in wanted.itertuples()]
    assert [tuple(one) for one in found["targets"]] == list(wanted["targets"])
    for name in ("date_from", "announced", "count", "confidence", "quote"):
        pd.testing.assert_series_equal(found[name], wanted[name], check_dtype=name != "count")
    assert list(found["instrument"].cat.categories) == list(wanted["instrument"].cat.categories)


def test_duckdb_reads_one_month_and_counts_what_the_store_counts(out: Path, table: Any) -> None:
    months = [month_of(row) for row in table.itertuples()]
    where = f"'{out}/events/*/*.parquet', hive_partitioning = true"
    rows = duckdb.sql(f"SELECT month, count(*) FROM read_parquet({where}) GROUP BY month").fetchall()
    assert dict(rows) == {month: months.count(month) for month in months}
    query = f"SELECT count(*) FROM read_parquet({where}) WHERE imposer = 'US' AND list_contains(targets, 'RU')"
    wanted = sum(imposer == "US" and "RU" in targets for imposer, targets in zip(table["imposer"], table["targets"], strict=True))
    assert duckdb.sql(query).fetchall() == [(wanted,)]


def test_every_event_has_its_evidence_and_links_lead_to_events(out: Path, table: Any) -> None:
    mentions, links = (ds.dataset(out / name, partitioning="hive").to_table().to_pandas() for name in ("mentions", "links"))
    assert set(mentions["event_id"]) == set(table["event_id"])
    best = mentions[mentions["rank"] == 0].set_index("event_id")["quote"]
    assert best.loc[table["event_id"]].tolist() == table["quote"].tolist()
    assert set(links["to"]) <= set(table["event_id"])
    assert len(links) > 0
