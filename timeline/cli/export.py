"""``timeline export``: the events in the formats of other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.cli.options import Filters, When
from timeline.cli.output import complain, count, note, say
from timeline.cli.place import Place

if TYPE_CHECKING:
    from timeline.exports import Exporter, Written

# The names of EXPORTERS, written out so that the help needs to load none of them; a test holds the two lists equal.
Format = Literal["csv", "jsonl", "parquet", "xlsx", "ftm", "timelinejs", "ics", "atom", "markdown", "jsonld"]
Form = Annotated[Format | None, typer.Argument(metavar="FORMAT", help="What to write; --list says what each format holds and leaves out.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The file to write; its folder is made if missing. - is a pipe.")]
Listed = Annotated[bool, typer.Option("--list", help="List the formats with what they hold, leave out and need, and exit.")]


@dataclass(frozen=True)
class Wanted:
    """What is to be written, and where."""

    form: Form = None
    out: Out = None
    listed: Listed = False


def export(wanted: Wanted, filters: Filters, when: When, place: Place) -> None:
    """Write the events in a format that other programs read, and say how many were left out and why.

    Filters as for `timeline events`. The same timeline gives the same bytes.
    """
    if wanted.listed:
        for line in _formats():
            say(line)
        return
    if not wanted.form or not wanted.out:
        raise typer.BadParameter("name a FORMAT and --out FILE (- for a pipe), or look at --list")
    path = None if str(wanted.out) == "-" else wanted.out
    with place.asked() as timeline:
        written = timeline.export(wanted.form, path, **filters.given(), **when.given())
        if path:
            note(f"{count(written.events, 'event')} in {path}")
        else:
            sys.stdout.buffer.write(written.data)
        for line in _left_out(written):
            complain(line)


def _left_out(written: Written) -> Iterator[str]:
    if written.left_out:
        reasons = "; ".join(f"{number} {reason}" for reason, number in written.left_out.items())
        yield f"{count(sum(written.left_out.values()), 'event')} left out: {reasons}"


def _formats() -> Iterator[str]:
    from timeline.exports import EXPORTERS

    for exporter in EXPORTERS:
        yield from _about(exporter)


def _about(exporter: Exporter) -> Iterator[str]:
    from textwrap import wrap

    yield f"{exporter.name} ({exporter.suffix}): {exporter.label}"
    yield from wrap(f"holds: {exporter.holds}", 100, initial_indent="  ", subsequent_indent="    ")
    yield "  leaves out:"
    for words in exporter.leaves_out:
        yield from wrap(words, 100, initial_indent="    - ", subsequent_indent="      ")
    if exporter.extra:
        yield f"  needs: pip install 'sanctions-timeline[{exporter.extra}]'"
    yield ""
