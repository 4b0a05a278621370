"""The report: events and articles in, one self-contained HTML page out, with every measure one click from its evidence."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from parsers.article import Article
from timeline.event import Event
from timeline.report.plotly import put_beside

if TYPE_CHECKING:
    from timeline.report.content import Look


def write_report(events: Iterable[Event], articles: Iterable[Article], path: str | Path, **look: Unpack[Look]) -> Path:
    """Write the page to ``path`` (folders are made) and return it. Raises OSError where it cannot be written.

    The same events and articles give the same bytes, in whatever order they come. ``title`` replaces the headline made from the data.
    ``figures`` names the charts to show below the timeline (``timeline.charts.FIGURES``; all by default); an unknown one is an InputError.
    ``plotlyjs`` says where the page takes plotly.js from: ``inline`` (the default) carries it, ``file`` has it written beside the page, so
    that many pages share it, ``cdn`` asks a public address, so that the page is small and needs the network.
    """
    target = Path(path)
    page = report_page(events, articles, **look)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8", newline="\n")
    if look.get("plotlyjs") == "file":
        put_beside(target)
    return target


def report_page(events: Iterable[Event], articles: Iterable[Article], **look: Unpack[Look]) -> str:
    """The page as text; arguments as for ``write_report``."""
    from timeline.frame import date_order, to_frame
    from timeline.report.content import chosen, content, page_data
    from timeline.report.page import render

    with _nothing_collected():
        ordered = sorted(events, key=date_order)
        frame, charts = to_frame(ordered), chosen(look.get("figures"))
        data: dict[str, Any] = page_data(ordered, list(articles), frame, charts)
        return render(content(ordered, data, frame, look), data, look.get("plotlyjs") or "inline")


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """No search for garbage meanwhile: a page makes much and drops nothing, and a quarter of the time would go into looking."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
