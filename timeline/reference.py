"""Reference facts from a CSV file: measures that are known, each on a line of its own, in the codes of the event table."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from parsers.edtf import bounds
from parsers.errors import InputError
from parsers.vocabulary import check_jurisdiction, vocabulary

NEEDED = ("ref_id", "imposer", "instrument", "announced")
DAYS = ("announced", "adopted", "effective", "expires")
LISTS = ("targets", "scope")


class Fact(BaseModel):
    """One line of the reference. Dates are EDTF; ``is_sourced`` says whether its days are proved well enough to hold the table to them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ref_id: str
    imposer: str
    instrument: str
    targets: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    action: str = "impose"
    announced: str | None = None
    adopted: str | None = None
    effective: str | None = None
    expires: str | None = None
    is_sourced: bool = True


def read_reference(path: str | os.PathLike[str]) -> list[Fact]:
    """The facts of a CSV file in UTF-8 with a header. The columns ``ref_id, imposer, instrument, announced`` must be there; ``targets``,
    ``scope`` (separated by ``;``), ``action``, ``adopted``, ``effective``, ``expires``, ``basis``, ``source_1`` and ``source_2`` may be.

    Days count as proved where there is no ``basis`` or it says ``sourced`` with two sources. Raises InputError that names line and column.
    """
    name = os.fspath(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 (byte {error.start}); save it as CSV in UTF-8") from error
    try:
        found = list(_facts(name, csv.reader(text.splitlines(keepends=True), strict=True)))
    except csv.Error as error:
        raise InputError(f"{name}: is no CSV ({error}); expected a header and one measure a line") from error
    if not found:
        raise InputError(f"{name}: holds no measure below its header; expected one a line")
    _check_ids(name, found)
    return [fact for _, fact in found]


def _facts(name: str, lines: Any) -> Iterator[tuple[int, Fact]]:
    header = [cell.strip() for cell in next(lines, [])]
    missing = [column for column in NEEDED if column not in header]
    if missing:
        raise InputError(f"{name}: line 1 lacks {', '.join(missing)}; expected the columns {', '.join(NEEDED)}, separated by commas")
    for cells in lines:
        if any(cell.strip() for cell in cells):
            where = f"{name}: line {lines.line_num}"
            yield lines.line_num, _fact(where, _row(where, header, cells))


def _row(where: str, header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    if len(cells) != len(header):
        raise InputError(f"{where} has {len(cells)} cells, the header has {len(header)}; quote cells that hold a comma")
    return {column: cell.strip() for column, cell in zip(header, cells, strict=True)}


def _fact(where: str, row: Mapping[str, str]) -> Fact:
    values: dict[str, Any] = {name: row[name] for name in ("ref_id", "imposer", "instrument", "action", *DAYS) if row.get(name)}
    values |= {name: tuple(part.strip() for part in row.get(name, "").split(";") if part.strip()) for name in LISTS}
    for column in ("ref_id", "imposer", "instrument"):
        if column not in values:
            raise InputError(f"{where}, column {column}: is empty; every measure needs one")
    for column, value in values.items():
        _check(where, column, value)
    return Fact(**values, is_sourced=_is_sourced(row))


def _is_sourced(row: Mapping[str, str]) -> bool:
    return "basis" not in row or (row["basis"] == "sourced" and bool(row.get("source_1") and row.get("source_2")))


def _check(where: str, column: str, value: Any) -> None:
    try:
        if column in ("imposer", "targets"):
            for code in (value,) if column == "imposer" else value:
                check_jurisdiction(code)
        elif column in ("instrument", "action", "scope"):
            for code in value if column == "scope" else (value,):
                vocabulary().check(column, code)
        elif column in DAYS:
            bounds(value)
    except InputError as error:
        raise InputError(f"{where}, column {column}: {error}") from error


def _check_ids(name: str, found: Sequence[tuple[int, Fact]]) -> None:
    seen: dict[str, int] = {}
    for line, fact in found:
        if first := seen.get(fact.ref_id):
            raise InputError(f"{name}: line {line}, column ref_id: {fact.ref_id!r} stands in line {first} already; ids must differ")
        seen[fact.ref_id] = line
