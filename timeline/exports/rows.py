"""The table as plain rows: the columns of ``timeline.frame.COLUMNS``, days as ISO 8601 text, nothing where a value is
missing or an address leads elsewhere than to the web."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from timeline.event import Event
from timeline.safe import safe_url


def column_names() -> list[str]:
    """The names of the columns, in order."""
    from timeline.frame import COLUMNS

    return [column.name for column in COLUMNS]


def flat(events: Iterable[Event]) -> list[dict[str, Any]]:
    """One row an event, in the order of the table."""
    from timeline.frame import date_order, row_of

    rows = (row_of(event) for event in sorted(events, key=date_order))
    return [{name: _plain(row[name]) for name in column_names()} | {"url": safe_url(row["url"])} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
