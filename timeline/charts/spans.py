"""Where an event lies on the time axis, and which events share a line so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

DAY = timedelta(days=1)
OPEN = timedelta(days=60)


@dataclass(frozen=True)
class Span:
    """One event on the axis, in days.

    ``low``-``high`` is what the date can mean (one day if exact), ``at`` the day of its mark, ``begin``-``end`` all that is drawn:
    from the announcement to the expiry. ``open_low`` and ``open_high`` tell that a bound is missing and the bar only fades out.
    """

    index: int
    low: date
    high: date
    begin: date
    end: date
    announced: date | None
    expires: date | None
    open_low: bool = False
    open_high: bool = False

    @property
    def exact(self) -> bool:
        """Whether the date is one day."""
        return self.low == self.high

    @property
    def at(self) -> date:
        """The day of the mark: the day itself, or the middle of the bounds."""
        return self.low + (self.high - self.low) / 2


def spans(frame: pd.DataFrame) -> list[Span]:
    """The spans of all rows that have a date or a bound, in the order of the frame; ``index`` is the row's position."""
    columns = ["date_from", "date_to", "announced_from", "announced_to", "expires_to"]
    rows = frame[columns].itertuples(index=False, name=None)
    found = (_span(index, [as_day(value) for value in row]) for index, row in enumerate(rows))
    return [span for span in found if span]


def window(days: list[date]) -> tuple[date, date] | None:
    """First and last of these sorted days, without up to one in twenty at either end where they would squeeze the others to half."""
    if not days:
        return None
    cut = len(days) // 20
    first, last = days[cut], days[-1 - cut]
    return (first, last) if days[-1] - days[0] > 2 * (last - first) else (days[0], days[-1])


def view(found: list[Span]) -> tuple[date, date] | None:
    """The part of the axis to open with, with a margin on either side."""
    inner = window(sorted(span.at for span in found))
    if not inner:
        return None
    margin = max((inner[1] - inner[0]) / 30, 5 * DAY)
    return inner[0] - margin, inner[1] + margin


def pack(found: Iterable[Span], gap: timedelta) -> dict[int, int]:
    """A line (0, 1, ...) for each span so that two on the same line lie ``gap`` apart; short spans come first, on top.

    The page does the same for the width of its screen (``pack`` in charts.js).
    """
    ends: list[date] = []
    lines: dict[int, int] = {}
    for span in sorted(found, key=lambda span: (span.end - span.begin > gap * 3, span.begin, span.index)):
        line = next((n for n, end in enumerate(ends) if end + gap <= span.begin), len(ends))
        ends[line:] = [span.end, *ends[line + 1 :]]
        lines[span.index] = line
    return lines


def _span(index: int, days: list[date | None]) -> Span | None:
    low, high, announced, announced_to, expires = days
    if not low and not high:
        return None
    first, last = low or (high or date.max) - OPEN, high or (low or date.min) + OPEN
    told = announced if announced and announced == announced_to and announced < first else None
    until = expires if expires and expires > last else None
    return Span(index, first, last, told or first, until or last, told, until, open_low=not low, open_high=not high)


def as_day(value: Any) -> date | None:
    """A day of the table as a date; None for NaT."""
    import pandas as pd

    return None if pd.isna(value) else value.date()
