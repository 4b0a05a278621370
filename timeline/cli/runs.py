"""``timeline runs``: every append that changed the table, by number."""

from __future__ import annotations

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Rows, Store
from timeline.cli.output import note, write_rows


def runs(store: Store = STORE, form: Rows = "table") -> None:
    """List the appends and reparses that changed the table; `timeline events --new-since RUN` takes their numbers."""
    with existing(store) as timeline:
        found = timeline.runs()
    write_rows([one._asdict() for one in found], form)
    if form == "table" and not found:
        note("Nothing was appended yet.")
