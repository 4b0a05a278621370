"""``timeline stats``: what came in by which door, which rules read it, and what failed."""

from __future__ import annotations

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Rows, Store
from timeline.cli.output import write_rows


def stats(store: Store = STORE, form: Rows = "table") -> None:
    """Count articles by reader, language and where their date came from, mentions by instrument and rule, passages by the rule that left
    them out, warnings, and the inputs that failed."""
    with existing(store) as timeline:
        found = timeline.tallies()
    write_rows([one._asdict() for one in found], form)
