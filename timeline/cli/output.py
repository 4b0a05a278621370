"""What goes to the terminal or down a pipe: tables, CSV, JSON. Text of articles is never trusted to a terminal as it is."""

from __future__ import annotations

import io
import shutil
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.safe import UNSAFE, json_text, plain

GAP = "  "
LEAST = 20  # columns of a terminal that a cut text still says something in


def prepare_streams() -> None:
    """Pipes carry UTF-8 whatever the machine's language; a terminal that lacks a character shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def printable(text: str) -> str:
    """Text on one line without anything that a terminal would obey."""
    return " ".join(text.translate(UNSAFE).split())


def safe(text: str) -> str:
    """Text with its spaces as they are, line breaks as spaces, and nothing that a terminal would obey."""
    return text.translate(UNSAFE).replace("\n", " ")


def count(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"timeline: {printable(message)}", file=sys.stderr)


def note(line: str) -> None:
    """One line on standard error on what was done or found, beside the data on standard output."""
    print(line.translate(UNSAFE), file=sys.stderr)


def say(line: str = "") -> None:
    """One line on standard output."""
    print(line.translate(UNSAFE))


def write_json(value: Any) -> None:
    """One JSON value on one line; the same value gives the same bytes."""
    print(json_text(value))


def write_rows(rows: Sequence[Mapping[str, Any]], form: str) -> None:
    """Rows as ``table``, ``csv``, ``json`` (one list) or ``jsonl``; the keys of the first row are the columns."""
    if form == "jsonl":
        for row in rows:
            write_json(row)
    elif form == "json":
        print(json_text(list(rows), indent=1))
    elif form == "csv":
        write_csv(rows)
    else:
        write_table(rows)


def write_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """CSV with a header, as ``timeline.exports.csv_rows`` writes it: lists joined by ``; ``, formulas disarmed."""
    from timeline.exports.csv_rows import csv_text

    sys.stdout.write(csv_text(list(rows[0]) if rows else [], rows))


def write_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Columns under their names; on a terminal the last one is cut to the width, in a pipe nothing is."""
    for line in table(rows, shutil.get_terminal_size().columns if sys.stdout.isatty() else None):
        print(line)


def table(rows: Sequence[Mapping[str, Any]], columns: int | None = None) -> list[str]:
    """The lines of a table with a header; none without rows. To fit into ``columns``, the last column is cut, or left out and so on."""
    if not rows:
        return []
    cells = [[name.upper() for name in rows[0]], *([printable(plain(value)) for value in row.values()] for row in rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    while columns and len(widths) > 1 and sum(widths[:-1]) + len(GAP) * len(widths) + min(widths[-1], LEAST) > columns:
        widths.pop()
    room = columns - sum(widths[:-1]) - len(GAP) * (len(widths) - 1) if columns else None
    return [_joined(line[: len(widths)], widths, room) for line in cells]


def _joined(line: Sequence[str], widths: Sequence[int], room: int | None) -> str:
    padded = [cell + " " * (wide - width(cell)) for cell, wide in zip(line[:-1], widths, strict=False)]
    return GAP.join([*padded, cut(line[-1], room)]).rstrip()


def width(text: str) -> int:
    """Columns that a text takes on a terminal: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def cut(text: str, room: int | None) -> str:
    """Text within ``room`` columns, with an ellipsis where something was left out; never in less than ``LEAST``."""
    if room is None or width(text) <= max(room, LEAST):
        return text
    kept = text[: max(room, LEAST) - 1]
    while width(kept) > max(room, LEAST) - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
