"""``timeline reject``: this is no event."""

from __future__ import annotations

from timeline.cli.judging import EventIds, Word, tell
from timeline.cli.options import STORE, Store


def reject(events: EventIds, word: Word, store: Store = STORE) -> None:
    """Strike events from the table. Nothing is deleted: `timeline review --undo` brings them back."""
    with word.desk(store) as desk:
        for name in events:
            tell(desk.reject(name, word.why))
