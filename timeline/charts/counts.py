"""Charts that count: the exchange, the running total, the instruments over time, who acts on whom.

Every mark carries the ids of the events behind it (``customdata``) and its trace says how they are reduced (``meta``: ``count``,
``running`` or ``grid``), so that a page can filter the chart, and show what is behind a mark, without knowing what it draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.charts.names import instrument, jurisdiction
from timeline.charts.periods import Periods, sparse
from timeline.charts.sides import principal, sides, taken
from timeline.charts.style import DASHES, HEAT, SERIES, SIDES, axis, figure

if TYPE_CHECKING:
    import pandas as pd

LINES = 7


def exchange(frame: pd.DataFrame) -> Any:
    """Measures above the line and answers below it, by month."""
    periods = Periods(taken(frame))
    side = sides(frame).reindex(periods.rows.index)
    who = jurisdiction(principal(frame) or "") or "the targets"
    names = {"sanction": f"Measures (mostly against {who})", "counter": f"Counter-measures (mostly by {who})"}
    traces = [bars(periods, periods.rows[side == key], (key, name)) for key, name in names.items()]
    return figure(
        traces,
        f"Who moved and who answered, {periods.word} by {periods.word}?",
        barmode="relative",
        bargap=0.25,
        height=330,
        xaxis=time_axis(periods),
        yaxis=axis(tickformat=",d", zeroline=True, zerolinecolor="rgba(125,135,145,.8)", title={"text": "measures"}),
    )


def cumulative(frame: pd.DataFrame) -> Any:
    """The running total of measures taken, a line for each of the busiest imposers and one for all others."""
    periods = Periods(taken(frame))
    busiest = [str(code) for code in periods.rows["imposer"].value_counts().sort_index().sort_values(kind="stable", ascending=False).index]
    busiest = [code for code in busiest if (periods.rows["imposer"] == code).any()]
    groups = [(jurisdiction(code), [code]) for code in busiest[:LINES]]
    groups += [("Others", busiest[LINES:])] if busiest[LINES:] else []
    traces = [_line(periods, group, index) for index, group in enumerate(groups)]
    return figure(
        traces,
        "How did each imposer's measures add up?",
        height=420,
        xaxis=time_axis(periods),
        yaxis=axis(rangemode="tozero", title={"text": "measures so far"}),
        hovermode="closest",
    )


def instruments(frame: pd.DataFrame) -> Any:
    """Kind of measure by month, as a heat map; the darker, the more measures."""
    periods = Periods(taken(frame))
    rows = [code for code in periods.rows["instrument"].cat.categories if (periods.rows["instrument"] == code).any()]
    behind = [_by_period(periods, periods.rows[periods.rows["instrument"] == code]) for code in rows]
    return _grid(
        behind,
        [periods.labels, [instrument(code) for code in rows]],
        "Which instruments were used when?",
        xaxis=time_axis(periods, showgrid=False),
    )


def matrix(frame: pd.DataFrame) -> Any:
    """Who acts on whom: imposers down, targets across."""
    pairs = taken(frame)[["event_id", "imposer", "targets"]].explode("targets").dropna()
    imposers, targets = _by_number(pairs["imposer"].astype(str)), _by_number(pairs["targets"].astype(str))[:14]
    imposers = [code for code in imposers if pairs.loc[pairs["imposer"].astype(str).eq(code), "targets"].isin(targets).any()]
    cells = pairs.groupby([pairs["imposer"].astype(str), pairs["targets"].astype(str)])["event_id"].agg(sorted).to_dict()
    behind = [[list(cells.get((who, whom), [])) for whom in targets] for who in imposers]
    return _grid(
        behind,
        [[jurisdiction(code) for code in targets], [jurisdiction(code) for code in imposers]],
        "Who acted on whom?",
        xaxis=axis(showgrid=False, side="top", type="category", tickangle=-40),
    )


def _by_number(codes: pd.Series[str]) -> list[str]:
    counts = codes.value_counts()
    return sorted(counts.index, key=lambda code: (-counts[code], code))


def _by_period(periods: Periods, rows: pd.DataFrame) -> list[list[str]]:
    found = rows.groupby("period")["event_id"].agg(sorted).to_dict()
    return [list(found.get(name, [])) for name in periods.labels]


def bars(periods: Periods, rows: pd.DataFrame, kind: tuple[str, str]) -> Any:
    """Columns of one side (``kind`` is the side and its name): measures upwards, counter-measures downwards and hatched."""
    import plotly.graph_objects as go

    key, name = kind
    behind, sign = _by_period(periods, rows), 1 if key == "sanction" else -1
    hatch = {"shape": "" if key == "sanction" else "/", "bgcolor": SIDES[key], "fgcolor": "rgba(255,255,255,.7)", "size": 7}
    look = {"color": SIDES[key], "pattern": hatch}
    return go.Bar(
        name=name,
        x=periods.labels,
        y=[sign * len(ids) for ids in behind],
        text=[str(len(ids) or "") for ids in behind],
        customdata=behind,
        meta={"rule": "count", "sign": sign},
        marker=look,
        textposition="none",
        hovertemplate="%{x}: %{text}<extra>" + name.split(" (")[0] + "</extra>",
    )


def _line(periods: Periods, group: tuple[str, list[str]], index: int) -> Any:
    import plotly.graph_objects as go

    name, codes = group
    behind = _by_period(periods, periods.rows[periods.rows["imposer"].isin(codes)])
    totals = [sum(len(ids) for ids in behind[: end + 1]) for end in range(len(behind))]
    return go.Scatter(
        name=name,
        x=periods.labels,
        y=totals,
        customdata=behind,
        meta={"rule": "running"},
        mode="lines",
        line={"shape": "hv", "width": 2.5, "color": SERIES[index], "dash": DASHES[index]},
        hovertemplate="%{x}: %{y}<extra>" + name + "</extra>",
    )


def _grid(behind: list[list[list[str]]], labels: list[list[str]], title: str, **layout: Any) -> Any:
    import plotly.graph_objects as go

    z = [[len(ids) for ids in row] for row in behind]
    trace = go.Heatmap(
        x=labels[0],
        y=labels[1],
        z=z,
        text=[[str(n or "") for n in row] for row in z],
        customdata=behind,
        meta={"rule": "grid"},
        texttemplate="%{text}",
        colorscale=HEAT,
        showscale=False,
        xgap=2,
        ygap=2,
        hovertemplate="%{y}, %{x}: %{z}<extra></extra>",
    )
    down = axis(autorange="reversed", showgrid=False, type="category", ticklabelstandoff=6)
    return figure([trace], title, height=110 + 26 * len(labels[1]), yaxis=down, **layout)


def time_axis(periods: Periods, **more: Any) -> dict[str, Any]:
    """The axis of the periods, with as many labels as fit."""
    return axis(type="category", tickvals=sparse(periods.labels), categoryorder="array", categoryarray=periods.labels, **more)
