"""Articles that break whoever reads them, in another process than the one that made them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from parsers import Article


class Hostile(Article):
    """An article whose text, looked at in a process that is not ``publisher``, does what its id says."""

    def __getattribute__(self, name: str) -> Any:
        known = super().__getattribute__("__dict__")
        if name == "text" and known.get("publisher") and known["publisher"] != str(os.getpid()):
            DEEDS[known["id"]]()
        return super().__getattribute__(name)


def hostile(deed: str) -> Hostile:
    return Hostile(id=deed, text=f"Japan froze assets, and this article is {deed}.", publisher=str(os.getpid()))


def endless() -> None:
    time.sleep(3600)


def deadly() -> None:
    os._exit(9)


def broken() -> None:
    raise RuntimeError("no such luck")


DEEDS: dict[str, Callable[[], None]] = {"endless": endless, "deadly": deadly, "broken": broken}
