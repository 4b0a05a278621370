"""``timeline restore``: a backup as the store."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.options import STORE, Store
from timeline.cli.output import note

Kept = Annotated[str, typer.Argument(metavar="FILE", help="What `timeline backup` wrote; it is left as it is.", show_default=False)]
Replace = Annotated[bool, typer.Option("--replace", help="Take the place of a store that is there; one in a file is kept beside.")]


def restore(file: Kept, store: Store = STORE, replace: Replace = False) -> None:
    """Make the store what a backup holds. The file of judgements is not touched, and is laid over the store when it is next opened."""
    from timeline import Timeline

    aside = Timeline.restore(file, store, replace=replace)
    note(f"{store}: restored from {file}")
    if aside:
        note(f"{aside}: what was there before")
