"""``timeline edit``: this field has another value."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.judging import EventId, Word, tell
from timeline.cli.options import STORE, Store

Field = Annotated[str, typer.Argument(metavar="FIELD", help="announced, targets, status and so on, as docs/event-table.md names them.")]
Value = Annotated[
    str,
    typer.Argument(
        metavar="VALUE", help='The value; lists with commas (target_names with semicolons), "" clears a field.', show_default=False
    ),
]


def edit(event: EventId, field: Field, value: Value, word: Word, store: Store = STORE) -> None:
    """Set a field of an event. The value stays whatever is read later, and the machine's own stays beside it; needs --why."""
    from timeline.review.fields import from_text

    if not word.why.strip():
        raise typer.BadParameter("say why, for those who read it later: --why TEXT")
    with word.desk(store) as desk:
        tell(desk.edit(event, field, from_text(field, value), word.why))
