"""Parquet: the typed table for pandas, DuckDB, Spark and R."""

from __future__ import annotations

import io
from typing import Any

from timeline.exports.exporter import CERTAINTY, Content, Exporter, Written


def write(content: Content) -> Written:
    """The DataFrame of ``timeline.frame`` in one file; needs pyarrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from timeline.frame import to_frame

    table = pa.Table.from_pandas(to_frame(content.events), schema=schema(pa), preserve_index=False)
    for name in CERTAINTY if content.answers else ():
        table = table.append_column(name, [[content.certainty(event_id)[name] for event_id in table["event_id"].to_pylist()]])
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return Written(out.getvalue(), len(content.events))


def schema(pa: Any) -> Any:
    """Columns and types of the table, for the module pyarrow."""
    from timeline.frame import CLOSED, COLUMNS, DAY

    types = {"str": pa.string(), "tuple": pa.list_(pa.string()), DAY: pa.timestamp("us"), "Int64": pa.int64()}
    types |= {"float64": pa.float64(), "int64": pa.int64()}
    codes = {name: pa.dictionary(pa.int8(), pa.string(), ordered=name in CLOSED) for name in (*CLOSED, "imposer")}
    codes["imposer"] = pa.dictionary(pa.int16(), pa.string())
    return pa.schema([pa.field(column.name, codes.get(column.name) or types[column.dtype]) for column in COLUMNS])


EXPORTER = Exporter(
    name="parquet",
    suffix=".parquet",
    label="Parquet, for pandas, DuckDB, Spark and R",
    holds=(
        "The columns of the event table with their types: lists of text, timestamps, codes as ordered categories over the whole "
        "vocabulary. Values are as they came in, addresses too. `certainty` and its reason come last, where a filter asks about days."
    ),
    leaves_out=("mentions other than the best, links, conflicts, history and the reasons of the merge (jsonl holds them)",),
    write=write,
    extra="parquet",
    needs="pyarrow",
)
