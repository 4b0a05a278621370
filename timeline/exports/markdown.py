"""Markdown: the table and its evidence, for repositories, wikis and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.charts.names import instrument, jurisdiction, jurisdictions, scopes
from timeline.event import Event, Evidence
from timeline.exports.exporter import Content, Exporter, Written
from timeline.exports.wording import dates, details, headline, quoted, source, standing, when
from timeline.safe import link, one_line

SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|&~$^@]|(?<=http):|(?<=https):|(?<=www)\.", re.IGNORECASE)
HEADER = ("Date", "Imposer", "Measure", "Against", "Goods and groups", "Standing", "Sources")


def write(content: Content) -> Written:
    """A table of the events, then the evidence of each under a heading of its own."""
    lines = [
        f"# {text(content.title)}",
        "",
        *_table(content.events),
        *(line for event in content.events for line in _section(event, content)),
    ]
    return Written(("\n".join(lines).rstrip("\n") + "\n").encode(), len(content.events))


def text(words: str) -> str:
    """Words that Markdown shows as they are: no markup, no HTML, no link of its own.

    >>> text("*a* <b> [c](d)")
    '\\\\*a\\\\* \\\\<b\\\\> \\\\[c\\\\]\\\\(d\\\\)'
    """
    return SPECIAL.sub(lambda found: f"\\{found[0]}", one_line(words))


def _table(events: tuple[Event, ...]) -> Iterator[str]:
    if not events:
        yield from ("No events.", "")
        return
    yield _line(HEADER)
    yield _line(("---",) * len(HEADER))
    yield from (_line(_cells(event)) for event in events)
    yield ""


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(event: Event) -> tuple[str, ...]:
    words = (when(event), jurisdiction(event.imposer), instrument(event.instrument), jurisdictions(event.targets), scopes(event.scope))
    return (*map(text, words), text(standing(event)), str(event.n_sources))


def _section(event: Event, content: Content) -> Iterator[str]:
    yield from (f"## {text(headline(event))}", "")
    sure = [": ".join(content.certainty(event.event_id).values())] if content.answers else []
    yield from (
        f"- {text(line)}" for line in (*dates(event), *details(event), *(f"certain: {line}" for line in sure), f"event: {event.event_id}")
    )
    yield ""
    for one in event.mentions:
        yield from (f"> {text(quoted(one))}", ">", f"> {_source(one)}", "")


def _source(one: Evidence) -> str:
    url = link(one.url)
    if not url:
        return f"Source: {text(source(one))}"
    return f"Source: [{text(source(one))}](<{url}>)"


EXPORTER = Exporter(
    name="markdown",
    suffix=".md",
    label="Markdown, for repositories, wikis and notes",
    holds=(
        "A table in words (CommonMark with GitHub's tables), then for each event its dates, its details and every quote with its source."
    ),
    leaves_out=(
        "codes, offsets, links, history, confidence; of conflicts all but the names of the fields",
        "line breaks inside quotes, and addresses other than http and https",
    ),
    write=write,
)
