"""``timeline accept``: this event is right."""

from __future__ import annotations

from timeline.cli.judging import EventIds, Word, tell
from timeline.cli.options import STORE, Store


def accept(events: EventIds, word: Word, store: Store = STORE) -> None:
    """Say that events are right as they stand; an accepted event has confidence 1."""
    with word.desk(store) as desk:
        for name in events:
            tell(desk.accept(name, word.why))
