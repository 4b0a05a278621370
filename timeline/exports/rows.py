"""The table as plain rows: the columns of ``timeline.frame.COLUMNS``, days as ISO 8601 text, nothing where a value is
missing or an address leads elsewhere than to the web."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.event import Event
from timeline.safe import safe_url


def column_names() -> list[str]:
    """The names of the columns, in order."""
    from timeline.frame import COLUMNS

    return [column.name for column in COLUMNS]


def flat(events: Iterable[Event]) -> list[dict[str, Any]]:
    """One row an event, in the order of the table."""
    from timeline.frame import to_frame

    frame = to_frame(events).astype(object)
    frame = frame.where(frame.notna(), None)
    rows = [dict(zip(column_names(), map(_day, row), strict=True)) for row in frame.itertuples(index=False)]
    return [row | {"url": safe_url(row["url"])} for row in rows]


def _day(value: Any) -> Any:
    return value.date().isoformat() if hasattr(value, "date") and callable(value.date) else value
