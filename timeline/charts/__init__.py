"""The charts: each is one function from the event table to a plotly figure; ``FIGURES`` is the one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.charts.counts import cumulative, exchange, instruments, matrix
from timeline.charts.lanes import timeline
from timeline.charts.style import CONFIG

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["CONFIG", "FIGURES", "Chart", "chart", "cumulative", "exchange", "instruments", "matrix", "timeline"]


@dataclass(frozen=True)
class Chart:
    """A chart by name: how it is drawn and how it is read."""

    name: str
    draw: Callable[[pd.DataFrame], Any]
    reading: str


FIGURES: tuple[Chart, ...] = (
    Chart("timeline", timeline, "One lane for each side that acts. Choose a mark to read the sentence behind it."),
    Chart("exchange", exchange, "Measures above the line, answers below it. Undated measures are not in the columns."),
    Chart("cumulative", cumulative, "Each step is a measure taken. Proposals, refusals and relief do not count; nor do undated measures."),
    Chart("matrix", matrix, "Rows act, columns are hit. A measure against two targets counts once in each column."),
    Chart("instruments", instruments, "Measures taken, by kind; the darker the cell, the more of them. Undated measures are left out."),
)


def chart(name: str, frame: pd.DataFrame) -> Any:
    """The figure of that name. Raises InputError for a name that is not in FIGURES."""
    from parsers.errors import InputError

    found = {entry.name: entry.draw for entry in FIGURES}
    if name not in found:
        raise InputError(f"unknown chart {name!r}; known: {', '.join(found)}")
    return found[name](frame)
