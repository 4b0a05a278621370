"""``timeline chain``: the exchange of blows around an event."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from timeline.cli.explain import EventId
from timeline.cli.opening import existing
from timeline.cli.options import STORE, Store
from timeline.cli.output import note, printable, say, write_json

Depth = Annotated[int | None, typer.Option("--depth", metavar="LINKS", min=0, help="How many links away from the event; 4 unless told.")]
Form = Annotated[Literal["text", "json"], typer.Option("--format", help="How the chain is written.")]


def chain(event: EventId, store: Store = STORE, depth: Depth = None, form: Form = "text") -> None:
    """Show who answered what around an event, in order of time: what it answers, what answers it, and how each was prolonged, eased or
    ended."""
    with existing(store) as timeline:
        found = timeline.chain(event, depth=depth)
    if form == "json":
        write_json(found.as_json())
        return
    for line in found.lines():
        say(line[: len(line) - len(line.lstrip())] + printable(line))
    if len(found.events) == 1:
        note("No link leads from it or to it.")
