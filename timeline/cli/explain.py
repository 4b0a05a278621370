"""``timeline explain``: why an event is in the table."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Store

EventId = Annotated[str, typer.Argument(metavar="EVENT", help="The event's id, as `timeline events` shows it.", show_default=False)]


def explain(event: EventId, store: Store = STORE) -> None:
    """Show the sentences behind an event, and which rule and phrase gave each field."""
    from timeline.cli.explanation import explain_event

    with existing(store) as timeline:
        found = timeline.event(event)
        texts = {article.digest: article.text for article in timeline.articles()}
    for line in explain_event(found, texts, _bold if sys.stdout.isatty() else _bracketed):
        print(line)


def _bold(words: str) -> str:
    return f"\x1b[1;4m{words}\x1b[0m"


def _bracketed(words: str) -> str:
    return f"[{words}]"
