"""Opening a timeline that must be there: a question never makes a new store."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline import Timeline


def existing(store: str, judgements: str | None = None) -> Timeline:
    """The timeline at ``store``; InputError where a path holds none."""
    from parsers.errors import InputError

    if "://" not in store and not Path(store).is_file():
        raise InputError(f"{store}: no timeline here; `timeline append SOURCE` makes one, --store names another")
    return opened(store, judgements)


def opened(store: str, judgements: str | None = None) -> Timeline:
    """The timeline at ``store``, made if missing, with its file of judgements: the one named, else the environment's, else the one beside
    it."""
    from timeline import Timeline

    return Timeline.open(store, judgements or os.environ.get("TIMELINE_JUDGEMENTS") or None)
