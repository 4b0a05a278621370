"""Small multiples: the same columns for each family of measures, one under the other on one time axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parsers.vocabulary import vocabulary
from timeline.charts.counts import bars, time_axis
from timeline.charts.periods import Periods, kinds
from timeline.charts.sides import sides, taken
from timeline.charts.style import SIDES, ZERO, axis, figure
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

ROW = 78


def families(frame: pd.DataFrame) -> dict[str, Any]:
    """Measures above and counter-measures below the line by month, a strip for each family of instruments that was used."""
    periods = Periods(taken(frame))
    side = sides(frame).reindex(periods.rows.index)
    used = kinds(periods.rows["category"])
    traces = [trace for place, code in enumerate(used) for trace in _strip(periods, side, (place, code))]
    heights = [value for trace in traces for value in trace["y"]] or [0, 1]
    names = [vocabulary().categories[code] for code in used]
    axes = {_axis_name("yaxis", place): _strip_axis(place, names, heights) for place in range(len(used))}
    return figure(
        traces,
        words()["titles"]["families"],
        height=90 + ROW * len(used),
        barmode="relative",
        bargap=0.25,
        xaxis=time_axis(periods, anchor=f"y{len(used)}" if len(used) > 1 else "y"),
        **axes,
    )


def _strip(periods: Periods, side: pd.Series[str], strip: tuple[int, str]) -> list[dict[str, Any]]:
    place, code = strip
    rows, say = periods.rows[periods.rows["category"].eq(code)], words()["charts"]
    traces = []
    for key, name in zip(SIDES, (say["measures"], say["counters"]), strict=True):
        trace = bars(periods, rows[side.reindex(rows.index).eq(key)], (key, name))
        where = {"yaxis": _axis_name("y", place), "showlegend": place == 0}
        traces.append(trace | where | {"meta": trace["meta"] | {"row": vocabulary().categories[code]}})
    return traces


def _strip_axis(place: int, names: list[str], heights: list[int]) -> dict[str, Any]:
    low, high = 1 - (place + 0.94) / len(names), 1 - (place + 0.06) / len(names)
    scale = {"range": [min(heights) * 1.1, max(heights) * 1.1], **ZERO}
    return axis(domain=[max(0, low), high], tickvals=[0], ticktext=[names[place]], ticklabelstandoff=6, **scale)


def _axis_name(stem: str, place: int) -> str:
    """plotly counts axes from two: y, y2, y3."""
    return f"{stem}{place + 1}" if place else stem
