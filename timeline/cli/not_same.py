"""``timeline not-same``: these two are never one."""

from __future__ import annotations

from timeline.cli.judging import EventId, Other, Word, tell
from timeline.cli.options import STORE, Store


def not_same(event: EventId, other: Other, word: Word, store: Store = STORE) -> None:
    """Say that two events are never one, whatever articles tell later."""
    with word.desk(store) as desk:
        tell(desk.not_same(event, other, word.why))
