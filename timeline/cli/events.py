"""``timeline events``: the table, filtered, for reading or for other programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.options import Filters, Rows, When
from timeline.cli.output import count, note, write_rows
from timeline.cli.place import Place

if TYPE_CHECKING:
    from timeline.event import Event
    from timeline.force import Answer

WithMentions = Annotated[bool, typer.Option("--with-mentions", help="Give each event's mentions as well (json and jsonl).")]


def events(filters: Filters, when: When, place: Place, form: Rows = "table", with_mentions: WithMentions = False) -> None:
    """List events in order of time; undated ones come last.

    --in-force-on and --effective-within say of each event whether the answer is certain, and why. Articles given as SOURCE, or sent down a
    pipe where no timeline is named and none lies here, are asked without being kept.
    """
    if with_mentions and form not in ("json", "jsonl"):
        raise typer.BadParameter("--with-mentions needs --format json or jsonl")
    with place.asked() as timeline:
        asked = filters.given() | when.given()
        found = timeline.event_list(deep=form in ("json", "jsonl"), **asked)
        _write(found, timeline.answers(**asked), form, with_mentions)


def _write(found: Sequence[Event], answers: Mapping[str, Answer], form: str, with_mentions: bool) -> None:
    if form == "csv":
        _write_csv(found, answers)
        return
    rows = [_line(event) if form == "table" else event.as_json(with_mentions=with_mentions) for event in found]
    write_rows([_certain(answers, event) | row for event, row in zip(found, rows, strict=True)] if answers else rows, form)
    if form == "table":
        note(count(len(found), "event") if found else "No events match; `timeline vocabulary` lists the codes that filters take.")


def _certain(answers: Mapping[str, Answer], event: Event) -> dict[str, Any]:
    answer = answers[event.event_id]
    return {"certainty": answer.certainty, "certainty_reason": answer.reason}


def _write_csv(found: Sequence[Event], answers: Mapping[str, Answer]) -> None:
    from timeline.exports import export

    sys.stdout.write(export("csv", found, answers=answers).data.decode())


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
