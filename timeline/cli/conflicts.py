"""``timeline conflicts``: where articles contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from timeline.cli.options import Filters, Rows
from timeline.cli.output import count, note, write_rows
from timeline.cli.place import Place

if TYPE_CHECKING:
    from timeline.event import Event


def conflicts(filters: Filters, place: Place, form: Rows = "table") -> None:
    """List the events whose articles disagree: every value with its articles, which one was chosen, and by which rule.

    json and jsonl give one object a conflict, the table and csv one line a value.
    """
    with place.asked() as timeline:
        found = timeline.contested(**filters.given())
        write_rows([row for event in found for row in (_objects(event) if form.startswith("json") else _lines(event))], form)
        if form == "table":
            note(_total(found))


def _total(found: Sequence[Event]) -> str:
    number = sum(len(event.conflicts) for event in found)
    return f"{count(number, 'conflict')} on {count(len(found), 'event')}" if found else "No article contradicts another."


def _lines(event: Event) -> Iterator[dict[str, Any]]:
    for one in event.conflicts:
        for value in one.values:
            chosen = one.rule if value == one.chosen else ""
            yield {
                "event": event.event_id,
                "field": one.field,
                "value": value,
                "chosen": "yes" if value == one.chosen else "",
                "articles": list(one.articles.get(value, ())),
                "rule": chosen,
            }


def _objects(event: Event) -> Iterator[dict[str, Any]]:
    for one in event.conflicts:
        values = [{"value": value, "articles": list(one.articles.get(value, ()))} for value in one.values]
        yield {"event_id": event.event_id, "field": one.field, "chosen": one.chosen, "rule": one.rule, "values": values}
