"""``timeline split``: these mentions tell another event."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.judging import EventId, Word, tell
from timeline.cli.options import STORE, Store

Numbers = Annotated[
    list[int],
    typer.Argument(metavar="NUMBER", help="Mentions to split off, by their numbers in `timeline explain EVENT`.", show_default=False),
]


def split(event: EventId, mentions: Numbers, word: Word, store: Store = STORE) -> None:
    """Make an event of its own of some of an event's mentions; the two never become one again."""
    with word.desk(store) as desk:
        tell(desk.split(event, mentions, word.why))
