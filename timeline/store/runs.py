"""Runs: every append or reparse that changes the table has a number, so that one can ask what is new since then without any clock."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert

from timeline.store.statements import highest
from timeline.store.tables import runs


@dataclass
class Run:
    """One append (or reparse) under way; it takes the next number when it changes something for the first time."""

    kind: str = "append"
    number: int | None = None

    def begun(self, connection: Connection) -> int:
        """The run's number, noted in the store by the same transaction that needs it."""
        last = connection.scalar(highest(runs.c.run)) or 0
        # A transaction that failed took the note with it, so it is made again.
        if self.number is None or self.number > last:
            self.number = last + 1
            connection.execute(insert(runs).values(run=self.number, kind=self.kind))
        return self.number
