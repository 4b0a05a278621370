"""``timeline doctor``: has this machine what is needed."""

from __future__ import annotations

import typer

from timeline.cli.options import STORE, Rows, Store
from timeline.cli.output import write_rows


def doctor(store: Store = STORE, form: Rows = "table") -> None:
    """Look at Python, packages, store, judgements, language pack, browser, fonts and PostgreSQL, change nothing, and say what to do where
    something is missing or broken. Exit code 1 where something is broken."""
    from timeline.doctor import examine
    from timeline.report.picture import find_browser

    found = examine(store, find_browser())
    write_rows([one._asdict() for one in found], form)
    raise typer.Exit(1 if any(one.state == "broken" for one in found) else 0)
