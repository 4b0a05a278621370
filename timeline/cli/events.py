"""``timeline events``: the table, filtered, for reading or for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Filters, Rows, Store
from timeline.cli.output import count, say, write_rows

if TYPE_CHECKING:
    from timeline.event import Event

WithMentions = Annotated[bool, typer.Option("--with-mentions", help="Give each event's mentions as well (json and jsonl).")]


def events(filters: Filters, store: Store = STORE, form: Rows = "table", with_mentions: WithMentions = False) -> None:
    """List events in order of time; undated ones come last."""
    if with_mentions and form not in ("json", "jsonl"):
        raise typer.BadParameter("--with-mentions needs --format json or jsonl")
    with existing(store) as timeline:
        found = timeline.event_list(**filters.given())
    write_rows(_rows(found, form, with_mentions), form)
    if form == "table":
        say(count(len(found), "event") if found else "No events match; `timeline vocabulary` lists the codes that filters take.")


def _rows(found: Sequence[Event], form: str, with_mentions: bool) -> list[dict[str, Any]]:
    if form == "csv":
        return _flat(found)
    return [event.as_json(with_mentions=with_mentions) if form != "table" else _line(event) for event in found]


def _line(event: Event) -> dict[str, Any]:
    return {
        "event": event.event_id,
        "date": event.date,
        "imposer": event.imposer,
        "instrument": event.instrument,
        "status": event.status,
        "action": event.action,
        "targets": ",".join(event.targets),
        "sources": event.n_sources,
        "quote": event.quote,
    }


def _flat(found: Sequence[Event]) -> list[dict[str, Any]]:
    """The rows of the DataFrame, days as ISO 8601, nothing where a value is missing."""
    from timeline.frame import COLUMNS, to_frame

    frame = to_frame(found).astype(object)
    frame = frame.where(frame.notna(), None)
    return [{column.name: _day(value) for column, value in zip(COLUMNS, row, strict=True)} for row in frame.itertuples(index=False)]


def _day(value: Any) -> Any:
    return value.date().isoformat() if hasattr(value, "date") and callable(value.date) else value
