"""``timeline verify``: the table held against reference facts."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from timeline.cli.output import note, write_json, write_rows
from timeline.cli.place import Place

Reference = Annotated[
    str,
    typer.Argument(metavar="REFERENCE.csv", help="Known measures, one a line, such as data/reference/measures.csv.", show_default=False),
]
Form = Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="How it is written.")]


def verify(reference: Reference, place: Place, form: Form = "table") -> None:
    """Hold the table against reference facts: matched, date differs, missing, or extra (in the table alone). Exit code 1 on findings.

    The file needs the columns ref_id, imposer, instrument and announced, in the codes of `timeline vocabulary`; data/reference/README.md
    lists the others that are read.
    """
    with place.asked() as timeline:
        found = timeline.verify(reference)
        if form == "json":
            write_json(found.as_json())
        else:
            write_rows([row for one in found.findings for row in one.rows()], form)
        if form == "table":
            note(", ".join(f"{number} {result}" for result, number in found.counts.items()))
        raise typer.Exit(0 if found.agrees else 1)
