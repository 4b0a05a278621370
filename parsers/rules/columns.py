"""Tables told as text: what the heads of their columns say of the days below them."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.dates import Timex
from parsers.view import View
from parsers.words import wordset

SEPARATORS = ("|", "\t", "; ", " / ")
INTRO = re.compile(r".*?\b(?:columns|fields|format)\b[^:]{0,20}: *")
EDGES = " |[](){}.\t"


class Columns(NamedTuple):
    """The separator of a table's cells, and what a day in each of them says; None where the head does not tell."""

    separator: str
    roles: tuple[str | None, ...]

    def role(self, view: View, timex: Timex) -> str | None:
        """announced, effective or expires for a day that opens its cell."""
        if timex.edtf is None:
            return None
        start = view.text.rfind("\n", 0, timex.start) + 1
        cells = view.text[start : timex.start].split(self.separator)
        opens = not cells[-1].strip(EDGES)
        return self.roles[len(cells) - 1] if opens and len(cells) <= len(self.roles) else None


def read_head(line: str) -> Columns | None:
    """The columns of a line that names them, one of them for when a measure applies or ends; None for any other line."""
    if len(line) > 200 or any(c.isdigit() for c in line):
        return None
    intro = INTRO.match(line)
    line = line[intro.end() :] if intro else line
    for separator in SEPARATORS:
        cells = [cell.strip(EDGES) for cell in line.strip("[](){}. ").split(separator)]
        roles = tuple(_role(cell) for cell in cells)
        if len(cells) >= 3 and {"effective", "expires"} & set(roles):
            return Columns(separator, roles)
    return None


def _role(cell: str) -> str | None:
    if len(cell.split()) > 4:
        return None
    heads = {"effective": wordset("column_effective"), "expires": wordset("column_expires"), "announced": wordset("column_announced")}
    return next((role for role, known in heads.items() if cell in known), None)
