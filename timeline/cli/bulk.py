"""``timeline bulk``: many articles, by many processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.append import Form
from timeline.cli.options import Sources, Web
from timeline.cli.output import complain, count, note, write_json
from timeline.cli.progress import steps

if TYPE_CHECKING:
    from timeline.bulk import Result

OUT = typer.Option(
    "--out", metavar="OUT", help="A folder for Parquet by month, or a store: a file ending in .db or .sqlite, or an SQLAlchemy URL."
)


@dataclass(frozen=True)
class Way:
    """How the run goes about it."""

    processes: Annotated[int | None, typer.Option(help="How many processes read; as many as there are processors unless told.", min=1)] = (
        None
    )
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A dask scheduler, such as tcp://host:8786, whose workers read instead.")
    ] = None
    limit: Annotated[float, typer.Option(metavar="SECONDS", help="How long a process may be over one article.", min=0.1)] = 60
    told_only: Annotated[bool, typer.Option("--told-only", help="Leave out articles that tell of nothing.")] = False
    work: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Where the work under way lies; beside the output unless told.")] = (
        None
    )


def bulk(sources: Sources, web: Web, way: Way, out: Annotated[str, OUT], form: Form = "text") -> None:
    """Read any number of articles by many processes, and merge them into Parquet by month or into a store.

    What fails is listed at the end and stops nothing else. A run that was stopped goes on where it was when the command is given again.
    """
    from timeline.bulk import Plan, bulk

    with steps(sources) as progress:
        result = bulk(sources, out, Plan(**vars(way), manners=web.manners()), progress)
    if form == "json":
        write_json(vars(result) | {"out": out})
    else:
        for line in told(result, out):
            note(line)
    for name, error in result.failures:
        complain(f"{name}: {error}")
    raise typer.Exit(code(result))


def told(result: Result, out: str) -> Iterator[str]:
    """What the run did."""
    left_out = f", {result.left_out} that tell of nothing left out" if result.left_out else ""
    yield f"articles: {result.added} added, {result.corrected} corrected, {result.unchanged} unchanged{left_out}"
    if result.resumed:
        yield f"{count(result.resumed, 'article')} had been read before the run was stopped"
    events = f"events: {result.events - result.events_before:+d}"
    yield f"mentions: {result.mentions}; {events}; {count(result.skipped, 'passage')} gave no event"
    for warning, number in sorted(result.warnings.items()):
        yield f"warning: {warning} ({count(number, 'article')})"
    if result.failures:
        yield f"failed: {len(result.failures)} (listed below)"
    yield f"{out}: {count(result.events, 'event')}"


def code(result: Result) -> int:
    """Exit code: 0 all read, 1 some failed, 2 none could be read."""
    if not result.failures:
        return 0
    return 1 if result.added or result.corrected or result.unchanged or result.left_out else 2
