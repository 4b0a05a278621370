"""Time cut into months for counting, or into quarters or years where months would be too many to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.charts.days import MONTHS
from timeline.charts.spans import window

if TYPE_CHECKING:
    import pandas as pd

MOST = 48
UNITS = {"M": "month", "Q": "quarter", "Y": "year"}
EARLIER, LATER = "earlier", "later"


class Periods:
    """The periods that a set of dated rows spans, without gaps, and the period of each row.

    Only rows whose date lies within one period are placed; undated and coarser ones are not. A few rows far from all others go to
    one column "earlier" or "later" instead of stretching the axis.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        dated = frame[frame["date_basis"].ne("undated") & frame["date_from"].notna() & frame["date_to"].notna()]
        self.unit, self.inner = _cut(dated)
        first, last = dated["date_from"].dt.to_period(self.unit), dated["date_to"].dt.to_period(self.unit)
        self.rows = dated.assign(period=first.map(self._name))[first.eq(last)]

    @property
    def labels(self) -> list[str]:
        """The periods as people read them, also the empty ones: "Feb 2022", "Q1 2022", "2022"."""
        found = set(self.rows["period"])
        inner = [label(period, self.unit) for period in self.inner]
        return [EARLIER] * (EARLIER in found) + inner + [LATER] * (LATER in found)

    @property
    def word(self) -> str:
        """The unit in words: month, quarter or year."""
        return UNITS[self.unit]

    def _name(self, period: pd.Period) -> str:
        if period < self.inner[0]:
            return EARLIER
        return LATER if period > self.inner[-1] else label(period, self.unit)


def label(period: pd.Period, unit: str) -> str:
    """One period as people read it."""
    if unit == "Y":
        return str(period.year)
    return f"Q{period.quarter} {period.year}" if unit == "Q" else f"{MONTHS[period.month][:3]} {period.year}"


def sparse(labels: list[str], most: int = 12) -> list[str]:
    """Those labels that fit on an axis: every first, second, third..., always the same step."""
    return labels[:: max(1, -(-len(labels) // most))]


def _cut(dated: pd.DataFrame) -> tuple[str, list[pd.Period]]:
    import pandas as pd

    inside = window(sorted(dated["date_from"].dt.date))
    cuts = [(unit, list(pd.period_range(*inside, freq=unit))) for unit in UNITS] if inside else [("M", [])]
    return next((cut for cut in cuts if len(cut[1]) <= MOST), cuts[-1])
