"""``timeline merge``: these two are one."""

from __future__ import annotations

from timeline.cli.judging import EventId, Other, Word, tell
from timeline.cli.options import STORE, Store


def merge(event: EventId, other: Other, word: Word, store: Store = STORE) -> None:
    """Say that two events are one; the older id stays, and the other leads to it."""
    with word.desk(store) as desk:
        tell(desk.merge(event, other, word.why))
