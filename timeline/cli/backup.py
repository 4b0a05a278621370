"""``timeline backup``: the store as one file to keep."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Store
from timeline.cli.output import note

Kept = Annotated[str, typer.Argument(metavar="FILE", help="The new file; it appears when it is whole.", show_default=False)]


def backup(file: Kept, store: Store = STORE) -> None:
    """Copy the store, wherever it lives, into one new file that is a timeline itself; others may read and write meanwhile.

    The file of judgements beside the store is text of yours: keep it in version control. The backup holds what it said as well.
    """
    with existing(store) as timeline:
        timeline.backup(file)
    note(f"{file}: a copy of {store}; `timeline check --store {file}` proves it")
