"""A temporal expression: where it stands, what it means, and how the meaning was reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Timex(NamedTuple):
    """One temporal expression of a text.

    ``start`` and ``end`` count code points. ``type`` is DATE, TIME, DURATION or SET and ``value`` the TIMEX3 value. ``edtf`` is the
    date as precise as the words (day, month, year, interval ``a/b``, ``XXXX-02-25``), None for durations, sets and vague references.
    ``basis`` is a date basis of the vocabulary, ``rule`` the rule that read it, ``note`` one clause on how the date was reached.
    ``other`` is set on a span such as "a fortnight after Obama froze the assets": the date (EDTF) of the event named behind it,
    counted back from the day of the main clause.
    """

    start: int
    end: int
    type: str
    value: str
    edtf: str | None
    basis: str
    rule: str
    note: str
    other: str | None = None


@dataclass(slots=True)
class Reading:
    """What a rule makes of the words it matched: the fields of a Timex but for its place."""

    type: str
    value: str
    edtf: str | None = None
    basis: str = "relative"
    note: str = ""
