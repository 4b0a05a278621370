"""The charts: each is one function from the event table to a figure as plain values; ``FIGURES`` is the one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.charts.counts import cumulative, exchange, instruments, matrix
from timeline.charts.delays import alignment, expiries, leads
from timeline.charts.families import families
from timeline.charts.hover import with_cards
from timeline.charts.lanes import timeline
from timeline.charts.style import CONFIG
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["CONFIG", "FIGURES", "Chart", "chart", "named"]


@dataclass(frozen=True)
class Chart:
    """A chart by name: how it is planned, and how it is read."""

    name: str
    plan: Callable[..., dict[str, Any]]
    reading: str

    def draw(self, frame: pd.DataFrame, **options: Any) -> Any:
        """The plotly figure, checked by plotly, with a card on every mark; ``options`` as the chart's function takes them."""
        import plotly.graph_objects as go

        figure = with_cards(self.plan(frame, **options), frame)
        return go.Figure(figure["data"], layout={"template": go.layout.Template()} | figure["layout"])


FIGURES: tuple[Chart, ...] = tuple(
    Chart(plan.__name__, plan, words()["readings"][plan.__name__])
    for plan in (timeline, exchange, cumulative, matrix, instruments, families, alignment, leads, expiries)
)


def chart(name: str, frame: pd.DataFrame, **options: Any) -> Any:
    """The figure of that name; ``chart("timeline", frame, lanes="instrument")``. Raises InputError for a name that is not in FIGURES."""
    return named(name).draw(frame, **options)


def named(name: str) -> Chart:
    """The chart of that name. Raises InputError for a name that is not in FIGURES."""
    from parsers.errors import InputError

    found = {entry.name: entry for entry in FIGURES}
    if name not in found:
        raise InputError(f"unknown chart {name!r}; known: {', '.join(found)}")
    return found[name]
