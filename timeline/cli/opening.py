"""Opening a timeline that must be there: a question never makes a new store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline import Timeline


def existing(store: str) -> Timeline:
    """The timeline at ``store``; InputError where a path holds none."""
    from parsers.errors import InputError
    from timeline import Timeline

    if "://" not in store and not Path(store).is_file():
        raise InputError(f"{store}: no timeline here; `timeline append SOURCE` makes one, --store names another")
    return Timeline.open(store)
