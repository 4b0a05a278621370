"""Every word of the charts and of the page, from one file (``words.toml``), so that they can be translated in one place."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, Any]:
    """The words by section: ``words()["finding"]["undated"]``."""
    return tomllib.loads(files("timeline.charts").joinpath("words.toml").read_text(encoding="utf-8"))


def number(count: int, forms: list[str]) -> str:
    """A count with its noun: ``number(1, ["measure", "measures"]) == "1 measure"``; thousands get a comma."""
    return f"{count:,} {forms[0] if count == 1 else forms[1]}"


def number_in(count: int, forms: list[str]) -> str:
    """A count within its phrase: ``number_in(2, ["{count} is", "{count} are"]) == "2 are"``."""
    return forms[count != 1].format(count=f"{count:,}")
