"""How the web is asked, and what day it is: what a caller decides and a reader must not decide by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Manners:
    """The ways of a visitor.

    ``allow_private`` lets addresses point into the local network. ``cache`` is a folder for pages that were fetched. ``pause`` is the
    least time in seconds between two requests to a host, ``tries`` how often a server that is busy is asked, ``seconds`` how long it may
    take to answer. ``today`` lets a date of publication be recognised as lying in the future, and a page as fetched today; None leaves
    both open.
    """

    allow_private: bool = False
    cache: Path | None = None
    pause: float = 1.0
    tries: int = 3
    seconds: float = 30.0
    today: date | None = None
