"""The charts: each is one function from the event table to a plotly figure; ``FIGURES`` is the one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.charts.counts import cumulative, exchange, instruments, matrix
from timeline.charts.delays import alignment, expiries, leads
from timeline.charts.families import families
from timeline.charts.lanes import timeline
from timeline.charts.style import CONFIG
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "CONFIG",
    "FIGURES",
    "Chart",
    "alignment",
    "chart",
    "cumulative",
    "exchange",
    "expiries",
    "families",
    "instruments",
    "leads",
    "matrix",
    "named",
    "timeline",
]


@dataclass(frozen=True)
class Chart:
    """A chart by name: how it is drawn and how it is read."""

    name: str
    draw: Callable[[pd.DataFrame], Any]
    reading: str


FIGURES: tuple[Chart, ...] = tuple(
    Chart(draw.__name__, draw, words()["readings"][draw.__name__])
    for draw in (timeline, exchange, cumulative, matrix, instruments, families, alignment, leads, expiries)
)


def chart(name: str, frame: pd.DataFrame) -> Any:
    """The figure of that name. Raises InputError for a name that is not in FIGURES."""
    return named(name).draw(frame)


def named(name: str) -> Chart:
    """The chart of that name. Raises InputError for a name that is not in FIGURES."""
    from parsers.errors import InputError

    found = {entry.name: entry for entry in FIGURES}
    if name not in found:
        raise InputError(f"unknown chart {name!r}; known: {', '.join(found)}")
    return found[name]
