"""Time cut into months for counting, or into quarters or years where months would be too many to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.charts.days import MONTHS

if TYPE_CHECKING:
    import pandas as pd

MOST = 48
UNITS = {"M": "month", "Q": "quarter", "Y": "year"}


class Periods:
    """The periods that a set of dated rows spans, without gaps, and the period of each row.

    Only rows whose date lies within one period are placed; ``unplaced`` says how many are not (undated, or too coarse).
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        dated = frame[frame["date_basis"].ne("undated") & frame["date_from"].notna() & frame["date_to"].notna()]
        self.unit = next((unit for unit in "MQ" if _span(dated, unit) <= MOST), "Y")
        first, last = dated["date_from"].dt.to_period(self.unit), dated["date_to"].dt.to_period(self.unit)
        self.rows = dated.assign(period=first)[first.eq(last)]
        self.unplaced = len(frame) - len(self.rows)

    @property
    def all(self) -> list[pd.Period]:
        """Every period from the first to the last row, also the empty ones."""
        import pandas as pd

        if self.rows.empty:
            return []
        return list(pd.period_range(self.rows["period"].min(), self.rows["period"].max(), freq=self.unit))

    @property
    def labels(self) -> list[str]:
        """The periods as people read them: "Feb 2022", "Q1 2022", "2022"."""
        return [label(period, self.unit) for period in self.all]

    @property
    def word(self) -> str:
        """ "month", "quarter" or "year"."""
        return UNITS[self.unit]


def label(period: pd.Period, unit: str) -> str:
    """One period as people read it."""
    if unit == "Y":
        return str(period.year)
    return f"Q{period.quarter} {period.year}" if unit == "Q" else f"{MONTHS[period.month][:3]} {period.year}"


def sparse(labels: list[str], most: int = 12) -> list[str]:
    """Those labels that fit on an axis: every first, second, third..., always the same step."""
    return labels[:: max(1, -(-len(labels) // most))]


def _span(dated: pd.DataFrame, unit: str) -> int:
    if dated.empty:
        return 0
    first, last = dated["date_from"].min().to_period(unit), dated["date_to"].max().to_period(unit)
    return int((last - first).n) + 1
