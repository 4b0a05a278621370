"""CSV: the table for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.exports.exporter import CERTAINTY, Content, Exporter, Written
from timeline.exports.rows import column_names, flat
from timeline.safe import disarmed, plain, visible


def write(content: Content) -> Written:
    """The table as UTF-8 text with a header, also where there are no events."""
    columns = [*(CERTAINTY if content.answers else ()), *column_names()]
    rows = (content.certainty(row["event_id"]) | row for row in flat(content.events))
    return Written(csv_text(columns, rows).encode(), len(content.events))


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows under a header. Lists are joined by ``; ``; a cell that a spreadsheet would take for a formula gets an apostrophe.

    >>> print(csv_text(["quote", "targets"], [{"quote": "=1+1", "targets": ("RU", "BY")}]), end="")
    quote,targets
    '=1+1,RU; BY
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    return str(value) if isinstance(value, (int, float)) else disarmed(visible(plain(value)))


EXPORTER = Exporter(
    name="csv",
    suffix=".csv",
    label="CSV, for spreadsheets and scripts",
    holds=(
        "The columns of the event table, one row an event, after `certainty` and its reason where a filter asks about days; lists "
        "joined by `; `, days as ISO 8601, other dates as EDTF. UTF-8 "
        "without a mark."
    ),
    leaves_out=(
        "mentions other than the best, links, conflicts, history and the reasons of the merge (jsonl holds them)",
        "types: everything is text (parquet and xlsx are typed)",
        "the exact text of a cell that looks like a formula: an apostrophe stands before it; control characters are written out",
        "addresses other than http and https",
    ),
    write=write,
)
