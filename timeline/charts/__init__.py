"""The charts: each is one function from the event table to a figure as plain values; ``FIGURES`` is the one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.charts.counts import busiest_only, cumulative, exchange, instruments, matrix
from timeline.charts.delays import CROWD, alignment, leads, leads_counted
from timeline.charts.ends import MOST, ends_counted, expiries
from timeline.charts.families import families
from timeline.charts.hover import with_cards
from timeline.charts.lanes import timeline
from timeline.charts.style import CONFIG
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["CONFIG", "FIGURES", "Chart", "chart", "drawn", "named"]


@dataclass(frozen=True)
class Chart:
    """A chart by name: how it is planned, and how it is read; above ``most`` events ``crowd`` plans it instead, and counts."""

    name: str
    plan: Callable[..., dict[str, Any]]
    crowd: Callable[..., dict[str, Any]] | None = None
    most: int = 0

    @property
    def reading(self) -> str:
        """How it is read, in a sentence or two."""
        return str(words()["readings"][self.name])

    def figure(self, frame: pd.DataFrame, **options: Any) -> dict[str, Any]:
        """The figure as plain values, with no more rows than can be read; ``options`` as the chart's function takes them."""
        planned = self.plan(frame, **options)
        return self.crowd(frame) if self.crowd and drawn(planned) > self.most else busiest_only(planned)

    def draw(self, frame: pd.DataFrame, **options: Any) -> Any:
        """The plotly figure, checked by plotly, with a card on every mark; ``options`` as the chart's function takes them."""
        import plotly.graph_objects as go

        figure = with_cards(self.figure(frame, **options), frame)
        return go.Figure(figure["data"], layout={"template": go.layout.Template()} | figure["layout"])


def drawn(figure: dict[str, Any]) -> int:
    """How many events have a mark of their own in a figure."""
    return len({name for trace in figure["data"] for name in trace["customdata"]})


FIGURES: tuple[Chart, ...] = (
    *(Chart(plan.__name__, plan) for plan in (timeline, exchange, cumulative, matrix, instruments, families, alignment)),
    Chart("leads", leads, leads_counted, CROWD),
    Chart("expiries", expiries, ends_counted, MOST),
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
