"""``timeline vocabulary``: the codes that filters take and events carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import typer

from timeline.cli.options import STORE, Rows, Store
from timeline.cli.output import write_rows

Field = Annotated[
    Literal["instrument", "scope", "action", "status", "date_basis", "bloc", "all"],
    typer.Argument(metavar="[FIELD]", help="instrument, scope, action, status, date_basis or bloc; all of them if left out."),
]


def vocabulary(field: Field = "all", form: Rows = "table", store: Store = STORE) -> None:
    """List the codes with their labels and definitions, and how each instrument differs from its neighbours."""
    del store  # every verb takes the option; this one opens no store
    rows = [row for row in _rows() if field in ("all", row["field"])]
    write_rows(rows, form)


def _rows() -> Iterator[dict[str, Any]]:
    from parsers.vocabulary import vocabulary as load

    words = load()
    for one in words.instruments.values():
        yield _row("instrument", one.code, one.label, f"{one.definition} {one.boundary}")
    for field, labels in (("scope", words.scopes), ("action", words.actions), ("status", words.statuses), ("date_basis", words.date_bases)):
        for code, label in labels.items():
            yield _row(field, code, label, words.definitions.get(code, ""))
    for code, label in words.blocs.items():
        yield _row("bloc", code, label, "")


def _row(field: str, code: str, label: str, definition: str) -> dict[str, Any]:
    return {"field": field, "code": code, "label": label, "definition": definition}
