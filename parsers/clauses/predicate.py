"""What the clause rules find: a predicate is one measure as one clause tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.lexicon import Measure
from parsers.verbs import VerbAt

# Stands for a measure that was told before; discourse says which.
SAME = Measure("the measure told before", "sanctions_package", ())


@dataclass(slots=True)
class Predicate:
    """One measure in one clause. ``head`` is where the governing words stand before; ``kind`` is verbal, nominal, measure or phrase."""

    start: int
    end: int
    head: int
    measure: Measure
    kind: str
    action: str
    verb: VerbAt | None = None
    governor: VerbAt | None = None
    weak: bool = False
    objects: list[tuple[int, int]] = field(default_factory=list)
    bare: bool = False  # a measure noun that no verb governs
    idle: VerbAt | None = None  # a verb that governs a measure noun and does nothing to measures ("criticised the ban")

    @property
    def main(self) -> VerbAt | None:
        """The verb whose subject acts: the governor of a noun, else the verb itself."""
        if self.governor is not None:
            return self.governor
        return self.verb if self.verb is not None and not self.verb.nominal else None


class Thing(NamedTuple):
    """An object in its place, with all its classes."""

    start: int
    end: int
    classes: tuple[str, ...]


@dataclass(slots=True)
class Field:
    verbs: list[VerbAt]
    things: list[Thing]
