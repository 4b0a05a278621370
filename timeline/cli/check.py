"""``timeline check``: is the store whole, and does every quote stand in its article."""

from __future__ import annotations

import typer

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Rows, Store
from timeline.cli.output import count, note, write_rows


def check(store: Store = STORE, form: Rows = "table") -> None:
    """Prove the store: its file, each quote against its article, each row against those that it belongs to. Exit code 1 on faults."""
    with existing(store) as timeline:
        found = timeline.check()
        now = timeline.summary()
    write_rows([one._asdict() for one in found], form)
    if form == "table":
        held = f"{count(now['articles'], 'article')}, {count(now['mentions'], 'mention')}, {count(now['events'], 'event')}"
        told = (
            f"{count(len(found), 'fault')}; `timeline restore` puts a backup in its place"
            if found
            else "whole, every quote stands in its article"
        )
        note(f"{store}: {held}: {told}")
    raise typer.Exit(1 if found else 0)
