"""The report: events and articles in, one self-contained HTML page out, with every measure one click from its evidence."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from parsers.article import Article
from timeline.event import Event


def write_report(
    events: Iterable[Event],
    articles: Iterable[Article],
    path: str | Path,
    title: str | None = None,
    *,
    figures: Iterable[str] | None = None,
) -> Path:
    """Write the page to ``path`` (folders are made) and return it. Raises OSError where it cannot be written.

    The same events and articles give the same bytes, in whatever order they come. ``title`` replaces the headline made from the data.
    ``figures`` names the charts to show below the timeline (``timeline.charts.FIGURES``; all by default); an unknown one is an InputError.
    """
    target = Path(path)
    page = report_page(events, articles, title, figures=figures)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8", newline="\n")
    return target


def report_page(
    events: Iterable[Event], articles: Iterable[Article], title: str | None = None, *, figures: Iterable[str] | None = None
) -> str:
    """The page as text; arguments as for ``write_report``."""
    from timeline.frame import date_order, to_frame
    from timeline.report.content import chosen, content, page_data
    from timeline.report.page import render

    with _nothing_collected():
        ordered = sorted(events, key=date_order)
        frame, charts = to_frame(ordered), chosen(figures)
        data: dict[str, Any] = page_data(ordered, list(articles), frame, charts)
        return render(content(ordered, data, frame, title), data)


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
