"""``timeline skipped``: what was seen and left out."""

from __future__ import annotations

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Rows, Store
from timeline.cli.output import write_rows

COLUMNS = ("article", "rule", "reason", "start", "end", "quote")


def skipped(store: Store = STORE, form: Rows = "table") -> None:
    """List the sentences that speak of sanctions and gave no event, each with the reason."""
    with existing(store) as timeline:
        found = timeline.skipped()
    write_rows([{name: getattr(passage, name) for name in COLUMNS} for passage in found], form)
