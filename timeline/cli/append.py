"""``timeline append``: read articles into the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.cli.judging import tell_ground
from timeline.cli.opening import opened
from timeline.cli.options import STORE, Sources, Store, Web
from timeline.cli.output import complain, count, note, write_json
from timeline.cli.progress import follow

if TYPE_CHECKING:
    from timeline import AppendResult


Form = Annotated[
    Literal["text", "json"],
    typer.Option("--format", help="What was done: text on standard error, or one JSON object on standard output."),
]


def append(sources: Sources, web: Web, store: Store = STORE, form: Form = "text") -> None:
    """Read articles into the timeline; the same text twice changes nothing.

    What cannot be read is listed at the end and stops nothing else. `timeline append -` reads one JSON object a line from standard input,
    with the fields that `timeline extract` takes.
    """
    from parsers.readers import read_all

    with opened(store) as timeline:
        result = timeline.append(follow(read_all(sources, web.manners()), "Reading articles"))
        now = timeline.summary()
        if form == "json":
            write_json(vars(result) | {"store": store, "now": now})
        else:
            for line in (*told(result), total(store, now)):
                note(line)
        tell_ground(timeline)
    for name, error in result.failures:
        complain(f"{name}: {error}")
    raise typer.Exit(code(result))


def told(result: AppendResult) -> Iterator[str]:
    """What the append did, and how many articles a warning was given for."""
    if result.changed:
        updated = f", {result.events_updated} updated" if result.events_updated else ""
        yield f"articles: {result.added} added, {result.corrected} corrected, {result.unchanged} unchanged"
        yield f"mentions: {result.mentions}; events: {result.events_new} new ({result.dated} dated, {result.undated} undated){updated}"
        yield f"seen, but no event: {count(result.skipped, 'passage')} (`timeline skipped` says why)"
    else:
        yield (
            f"nothing changed: {count(result.unchanged, 'article')} read, all of them there already" if result.unchanged else "nothing read"
        )
    for warning, number in sorted(Counter(warning for _, warning in result.warnings).items()):
        yield f"warning: {warning} ({count(number, 'article')})"
    if result.failures:
        yield f"failed: {len(result.failures)} (listed below)"


def total(store: str, now: dict[str, int]) -> str:
    """What the timeline holds."""
    events = f"{count(now['events'], 'event')} ({now['dated']} dated, {now['undated']} undated)"
    told = f"{count(now['articles'], 'article')}, {count(now['mentions'], 'mention')}, {events}"
    return f"{store}: {told}, {count(now['skipped'], 'passage')} that gave no event"


def code(result: AppendResult) -> int:
    """Exit code: 0 all read, 1 some failed, 2 none could be read."""
    if not result.failures:
        return 0
    return 1 if result.added or result.corrected or result.unchanged else 2
