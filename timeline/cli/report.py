"""``timeline report``: the page that people look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from timeline.cli.options import Filters
from timeline.cli.output import count, note
from timeline.cli.place import Place

# The names of FIGURES, written out so that the help needs to load none of them; a test holds the two lists equal.
Name = Literal["timeline", "exchange", "cumulative", "matrix", "instruments", "families", "alignment", "leads", "expiries"]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The page to write; its folder is made if missing.")]
Open = Annotated[bool, typer.Option("--open", help="Show the page in the browser.")]


@dataclass(frozen=True)
class Look:
    """How the page looks."""

    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Headline, instead of the one made from the events.")] = None
    figure: Annotated[
        list[str], typer.Option(metavar="NAME", help="Show this chart below the timeline, instead of all. May be repeated.")
    ] = field(default_factory=list)
    plotlyjs: Annotated[
        Literal["inline", "file", "cdn"],
        typer.Option(help="Where the page has plotly.js: within itself, in a file beside it, or from a public address."),
    ] = "inline"

    def given(self) -> dict[str, Any]:
        """As ``timeline.report.write_report`` takes them."""
        return {"title": self.title, "figures": self.figure or None, "plotlyjs": self.plotlyjs}


def report(filters: Filters, look: Look, place: Place, out: Out = Path("reports/index.html"), show: Open = False) -> None:
    """Write the events as one self-contained page with charts, table and evidence."""
    from timeline.report import write_report

    with place.asked() as timeline:
        events = timeline.event_list(**filters.given())
        page = write_report(events, timeline.articles(), out, **look.given())
        note(f"{count(len(events), 'event')} in {page}")
        if show:
            typer.launch(page.resolve().as_uri())
