"""Charts that count: the exchange, the running total, the instruments over time, who acts on whom.

Every mark carries the ids of the events behind it (``customdata``) and its trace says how they are reduced (``meta``: ``count``,
``running`` or ``grid``), so that a page can filter the chart, and show what is behind a mark, without knowing what it draws.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from timeline.charts.names import instrument, jurisdiction
from timeline.charts.periods import Periods, busiest, kinds, sparse
from timeline.charts.sides import principal, sides, taken
from timeline.charts.style import DASHES, HEAT, SERIES, SIDES, ZERO, axis, figure
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

LINES = 7
TARGETS, IMPOSERS = 14, 30


def exchange(frame: pd.DataFrame) -> dict[str, Any]:
    """Measures above the line and answers below it, by month."""
    periods, say = Periods(taken(frame)), words()["charts"]
    side = sides(frame).reindex(periods.rows.index)
    who = jurisdiction(principal(frame) or "") or say["targets"]
    names = {"sanction": say["measures_against"].format(who=who), "counter": say["counters_by"].format(who=who)}
    traces = [bars(periods, periods.rows[side == key], (key, name)) for key, name in names.items()]
    return figure(
        traces,
        words()["titles"]["exchange"].format(unit=periods.word),
        barmode="relative",
        bargap=0.25,
        height=330,
        xaxis=time_axis(periods),
        yaxis=axis(tickformat=",d", **ZERO, title={"text": say["number"]}),
    )


def cumulative(frame: pd.DataFrame) -> dict[str, Any]:
    """The running total of measures taken, a line for each of the busiest imposers and one for all others."""
    periods = Periods(taken(frame))
    ranked = busiest(periods.rows["imposer"])
    groups = [(jurisdiction(code), [code]) for code in ranked[:LINES]]
    groups += [(words()["charts"]["others"], ranked[LINES:])] if ranked[LINES:] else []
    return figure(
        [_line(periods, group, index) for index, group in enumerate(groups)],
        words()["titles"]["cumulative"],
        height=420,
        xaxis=time_axis(periods),
        yaxis=axis(rangemode="tozero", title={"text": words()["charts"]["running"]}),
        hovermode="closest",
    )


def instruments(frame: pd.DataFrame) -> dict[str, Any]:
    """Kind of measure by month, as a heat map; the darker, the more measures."""
    periods = Periods(taken(frame))
    rows = kinds(periods.rows["instrument"])
    behind = [periods.behind(periods.rows[periods.rows["instrument"] == code]) for code in rows]
    labels = [periods.labels, [instrument(code) for code in rows]]
    return grid(behind, labels, words()["titles"]["instruments"], xaxis=time_axis(periods, showgrid=False))


def matrix(frame: pd.DataFrame) -> dict[str, Any]:
    """Who acts on whom: imposers down, targets across; the busiest of each."""
    pairs = taken(frame)[["event_id", "imposer", "targets"]].explode("targets").dropna()
    targets = busiest(pairs["targets"])[:TARGETS]
    pairs = pairs[pairs["targets"].isin(targets)]
    imposers = busiest(pairs["imposer"])[:IMPOSERS]
    cells: dict[tuple[str, str], list[str]] = {}
    for name, who, whom in pairs.itertuples(index=False, name=None):
        cells.setdefault((who, whom), []).append(name)
    behind = [[sorted(cells.get((who, whom), ())) for whom in targets] for who in imposers]
    labels = [[jurisdiction(code) for code in codes] for codes in (targets, imposers)]
    across = axis(showgrid=False, side="top", type="category", tickangle=-40)
    return grid(behind, labels, words()["titles"]["matrix"], xaxis=across)


def bars(periods: Periods, rows: pd.DataFrame, kind: tuple[str, str]) -> dict[str, Any]:
    """Columns of one side (``kind`` is the side and its name): measures upwards, counter-measures downwards and hatched."""
    key, name = kind
    behind, sign = periods.behind(rows), 1 if key == "sanction" else -1
    hatch = {"pattern": {"shape": "/", "bgcolor": SIDES[key], "fgcolor": "rgba(255,255,255,.7)", "size": 7}} if sign < 0 else {}
    return {
        "type": "bar",
        "name": name,
        "x": periods.labels,
        "y": [sign * len(ids) for ids in behind],
        "text": [str(len(ids) or "") for ids in behind],
        "customdata": behind,
        "meta": {"rule": "count", "sign": sign},
        "marker": {"color": SIDES[key]} | hatch,
        "textposition": "none",
        "hovertemplate": "%{x}: %{text}<extra>" + name.split(" (")[0] + "</extra>",
    }


def _line(periods: Periods, group: tuple[str, list[str]], index: int) -> dict[str, Any]:
    name, codes = group
    behind = periods.behind(periods.rows[periods.rows["imposer"].isin(codes)])
    return {
        "type": "scatter",
        "name": name,
        "x": periods.labels,
        "y": list(accumulate(map(len, behind))),
        "customdata": behind,
        "meta": {"rule": "running"},
        "mode": "lines",
        "line": {"shape": "hv", "width": 2.5, "color": SERIES[index], "dash": DASHES[index]},
        "hovertemplate": "%{x}: %{y}<extra>" + name + "</extra>",
    }


def grid(behind: list[list[list[str]]], labels: list[list[str]], title: str, **layout: Any) -> dict[str, Any]:
    """A heat map of how many events stand behind each cell; ``labels`` are those across and those down."""
    z = [[len(ids) for ids in row] for row in behind]
    trace = {
        "type": "heatmap",
        "x": labels[0],
        "y": labels[1],
        "z": z,
        "text": [[str(n or "") for n in row] for row in z],
        "customdata": behind,
        "meta": {"rule": "grid"},
        "texttemplate": "%{text}",
        "colorscale": HEAT,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hovertemplate": "%{y}, %{x}: %{z}<extra></extra>",
    }
    down = axis(autorange="reversed", showgrid=False, type="category", ticklabelstandoff=6)
    return figure([trace], title, height=110 + 26 * len(labels[1]), yaxis=down, **layout)


def time_axis(periods: Periods, **more: Any) -> dict[str, Any]:
    """The axis of the periods, with as many labels as fit."""
    return axis(type="category", tickvals=sparse(periods.labels), categoryorder="array", categoryarray=periods.labels, **more)
