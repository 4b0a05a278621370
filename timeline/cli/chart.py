"""``timeline chart``: one chart alone, for a slide, a paper or another page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from timeline.cli.options import Filters
from timeline.cli.output import count, note
from timeline.cli.place import Place
from timeline.cli.report import Name

Chart = Annotated[Name, typer.Argument(metavar="NAME", help=f"The chart: {', '.join(get_args(Name))}.")]
Out = Annotated[
    Path,
    typer.Option(
        "--out", metavar="FILE", help="A .png, .svg (both need Chromium or Chrome) or .html; its folder is made.", show_default=False
    ),
]


def chart(name: Chart, out: Out, filters: Filters, place: Place) -> None:
    """Draw one chart of the events as a picture or as a page of its own."""
    from timeline.report.picture import save_chart

    with place.asked() as timeline:
        frame = timeline.events(**filters.given())
        path = save_chart(name, frame, out)
        note(f"{count(len(frame), 'event')} in {path}")
