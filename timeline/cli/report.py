"""``timeline report``: the page that people look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Filters, Store
from timeline.cli.output import count, say

Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The page to write; its folder is made if missing.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Headline, instead of the one made from the events.")]
Open = Annotated[bool, typer.Option("--open", help="Show the page in the browser.")]


def report(filters: Filters, store: Store = STORE, out: Out = Path("reports/index.html"), title: Title = None, show: Open = False) -> None:
    """Write the events as one self-contained page with charts, table and evidence."""
    from timeline.report import write_report

    with existing(store) as timeline:
        events = timeline.event_list(**filters.given())
        page = write_report(events, timeline.articles(), out, title)
    say(f"{count(len(events), 'event')} in {page}")
    if show:
        typer.launch(page.resolve().as_uri())
