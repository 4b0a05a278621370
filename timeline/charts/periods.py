"""Time cut into months for counting, or into quarters or years where months would be too many to see."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.charts.days import month_name
from timeline.charts.spans import window
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

MOST = 48
UNITS = {"M": "month", "Q": "quarter", "Y": "year"}


class Periods:
    """The periods that a set of dated rows spans, without gaps, and the period of each row.

    Only rows whose date lies within one period are placed; undated and coarser ones are not. A few rows far from all others go to
    one column "earlier" or "later" instead of stretching the axis.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        dated = frame[frame["date_basis"].ne("undated") & frame["date_from"].notna() & frame["date_to"].notna()]
        self.unit, self.inner = _cut(dated)
        first, last = dated["date_from"].dt.to_period(self.unit), dated["date_to"].dt.to_period(self.unit)
        placed = dated[first.eq(last)]
        named = {period: self._name(period) for period in first.unique()}
        self.rows = placed.assign(period=first[first.eq(last)].map(named))

    @cached_property
    def labels(self) -> list[str]:
        """The periods as people read them, also the empty ones: "Feb 2022", "Q1 2022", "2022"."""
        found, say_it = set(self.rows["period"]), words()["charts"]
        inner = [label(period, self.unit) for period in self.inner]
        return [say_it["earlier"]] * (say_it["earlier"] in found) + inner + [say_it["later"]] * (say_it["later"] in found)

    @property
    def word(self) -> str:
        """The unit in words: month, quarter or year."""
        return str(words()["charts"][UNITS[self.unit]])

    def behind(self, rows: pd.DataFrame) -> list[list[str]]:
        """The ids of these rows by period, sorted; an empty list where there are none."""
        found: dict[str, list[str]] = {}
        for period, name in zip(rows["period"].tolist(), rows["event_id"].tolist(), strict=True):
            found.setdefault(period, []).append(name)
        return [sorted(found.get(name, ())) for name in self.labels]

    def _name(self, period: pd.Period) -> str:
        if period < self.inner[0]:
            return str(words()["charts"]["earlier"])
        return str(words()["charts"]["later"]) if period > self.inner[-1] else label(period, self.unit)


def label(period: pd.Period, unit: str) -> str:
    """One period as people read it."""
    if unit == "Y":
        return str(period.year)
    form = words()["dates"]["quarter" if unit == "Q" else "month"]
    return str(form.format(quarter=period.quarter, month=month_name(period.month, short=True), year=period.year))


def sparse(labels: list[str], most: int = 12) -> list[str]:
    """Those labels that fit on an axis: every first, second, third..., always the same step."""
    return labels[:: max(1, -(-len(labels) // most))]


def kinds(codes: pd.Series[str]) -> list[str]:
    """The codes of a closed list that occur, in the order of the vocabulary."""
    found = set(codes)
    return [str(code) for code in codes.cat.categories if code in found]


def busiest(codes: Iterable[str]) -> list[str]:
    """Codes from the most frequent down; equally frequent ones by the alphabet."""
    from collections import Counter

    return sorted((counts := Counter(map(str, codes))), key=lambda code: (-counts[code], code))


def _cut(dated: pd.DataFrame) -> tuple[str, list[pd.Period]]:
    import pandas as pd

    inside = window(sorted(dated["date_from"].dt.date))
    cuts = [(unit, list(pd.period_range(*inside, freq=unit))) for unit in UNITS] if inside else [("M", [])]
    return next((cut for cut in cuts if len(cut[1]) <= MOST), cuts[-1])
