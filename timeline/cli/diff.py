"""``timeline diff``: what changed between two tables."""

from __future__ import annotations

import re
from contextlib import ExitStack
from typing import Annotated

import typer

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Store
from timeline.cli.output import count, note, write_json, write_rows
from timeline.cli.verify import Form

Old = Annotated[str, typer.Argument(metavar="OLD", help="A timeline, or a day such as 2022-03-01.", show_default=False)]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, for what it is compared with.", show_default=False)]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def diff(old: Old, new: New, store: Store = STORE, form: Form = "table") -> None:
    """Show what came, what is gone and which fields changed between two timelines, or between two days of one.

    A day stands for the timeline of --store as the articles published until then tell it. Two timelines know an event for the same by its
    id, else by its evidence.
    """
    with ExitStack() as opened:
        before, after = (which if DAY.match(which) else opened.enter_context(existing(which)) for which in (old, new))
        # Days are days of --store; two timelines need no third one.
        home = opened.enter_context(existing(store)) if isinstance(before, str) or isinstance(after, str) else before
        found = home.diff(before, after)
    if form == "json":
        write_json(found.as_json())
        return
    write_rows(list(found.rows()), form)
    if form == "table":
        note(
            f"{len(found.added)} added, {len(found.gone)} gone, {count(len(found.changed), 'event')} changed" if found else "No difference."
        )
