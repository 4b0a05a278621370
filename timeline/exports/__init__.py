"""The table in the formats that people's own programs read; ``EXPORTERS`` is the one list, one module a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from parsers.article import Article
from parsers.errors import InputError
from timeline.event import Event
from timeline.exports import atom, csv_rows, followthemoney, icalendar, jsonl, linked_data, markdown, parquet, timelinejs, xlsx
from timeline.exports.exporter import Content, Exporter, Written
from timeline.force import Answer

__all__ = ["EXPORTERS", "Content", "Exporter", "Written", "export", "named"]

EXPORTERS: tuple[Exporter, ...] = (
    csv_rows.EXPORTER,
    jsonl.EXPORTER,
    parquet.EXPORTER,
    xlsx.EXPORTER,
    followthemoney.EXPORTER,
    timelinejs.EXPORTER,
    icalendar.EXPORTER,
    atom.EXPORTER,
    markdown.EXPORTER,
    linked_data.EXPORTER,
)


def export(
    name: str,
    events: Iterable[Event],
    articles: Iterable[Article] = (),
    filters: Mapping[str, Any] | None = None,
    answers: Mapping[str, Answer] | None = None,
) -> Written:
    """The events in a format of ``EXPORTERS``, with their evidence where the format has a place for it.

    ``answers`` says by event id how certain each is where ``filters`` ask about days. The same events and articles give the same bytes, in
    whatever order they come. Raises InputError for an unknown format, and where the
    optional library of the format is not installed.
    """
    from timeline.frame import date_order

    exporter = named(name)
    ordered = tuple(sorted(events, key=date_order))
    content = Content(ordered, tuple(sorted(articles, key=lambda article: article.digest)), dict(filters or {}), answers or {})
    try:
        return exporter.write(content)
    except ModuleNotFoundError as error:
        if not exporter.needs or error.name != exporter.needs:
            raise
        advice = f"pip install 'sanctions-timeline[{exporter.extra}]'"
        raise InputError(f"{name} needs {exporter.needs}, which is not installed: {advice}") from error


def named(name: str) -> Exporter:
    """The exporter of that name. Raises InputError for a name that is not in EXPORTERS."""
    found = {exporter.name: exporter for exporter in EXPORTERS}
    if name not in found:
        raise InputError(f"unknown format {name!r}; known: {', '.join(found)}")
    return found[name]
