"""Charts that count: the exchange, the running total, the instruments over time, who acts on whom.

Every mark carries the ids of the events behind it (``customdata``) and its trace says how they are reduced (``meta``: ``count``,
``running``, ``ends`` or ``grid``), so that a page can filter the chart, and show what is behind a mark, without knowing what it draws.
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
# The busiest who act and the most hit that a matrix can hold and be read.
MOST = (30, 14)
# Height of the lines that add up, the part of it that is not the plot, and the room of a name, in pixels.
HEIGHT, AROUND, NAME = 400, 90, 17


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
    lines = [_line(periods, group, index) for index, group in enumerate(groups)]
    return figure(
        [*lines, _ends(lines, periods.labels)],
        words()["titles"]["cumulative"],
        height=HEIGHT,
        margin={"l": 10, "r": 150, "t": 56, "b": 40},
        xaxis=time_axis(periods, range=[-0.5, len(periods.labels) - 0.5]),
        yaxis=axis(rangemode="tozero", title={"text": words()["charts"]["running"]}),
        hovermode="closest",
        meta={"plot": HEIGHT - AROUND, "name": NAME},
    )


def instruments(frame: pd.DataFrame) -> dict[str, Any]:
    """Kind of measure by month, as a heat map; the darker, the more measures."""
    periods = Periods(taken(frame))
    rows = kinds(periods.rows["instrument"])
    behind = [periods.behind(periods.rows[periods.rows["instrument"] == code]) for code in rows]
    labels = [periods.labels, [instrument(code) for code in rows]]
    return grid(behind, labels, words()["titles"]["instruments"], xaxis=time_axis(periods, showgrid=False))


def matrix(frame: pd.DataFrame) -> dict[str, Any]:
    """Who acts on whom: imposers down, targets across, the busiest of each first."""
    pairs = taken(frame)[["event_id", "imposer", "targets"]].explode("targets").dropna()
    targets, imposers = busiest(pairs["targets"]), busiest(pairs["imposer"])
    cells: dict[tuple[str, str], list[str]] = {}
    for name, who, whom in pairs.itertuples(index=False, name=None):
        cells.setdefault((who, whom), []).append(name)
    behind = [[sorted(cells.get((who, whom), ())) for whom in targets] for who in imposers]
    labels = [[jurisdiction(code) for code in codes] for codes in (targets, imposers)]
    across = axis(showgrid=False, side="top", type="category", tickangle=-40)
    look = {"xaxis": across, "height": _grid_height(min(len(imposers), MOST[0])), "meta": {"most": MOST}}
    return grid(behind, labels, words()["titles"]["matrix"], **look)


def busiest_only(planned: dict[str, Any]) -> dict[str, Any]:
    """A figure of one grid without the rows and columns beyond ``layout.meta.most``; below its title it says what is left out."""
    most = planned["layout"].get("meta", {}).get("most")
    if not most:
        return planned
    [whole] = planned["data"]
    across = min(len(whole["x"]), most[1])
    down = [place for place, row in enumerate(whole["z"]) if any(row[:across])][: most[0]]
    inner = {name: [whole[name][place][:across] for place in down] for name in ("z", "text", "customdata")}
    kept = whole | inner | {"x": whole["x"][:across], "y": [whole["y"][place] for place in down]}
    left = {"left_rows": len(whole["y"]) - len(down), "left_columns": len(whole["x"]) - across}
    return {"data": [kept], "layout": planned["layout"] | _left_out(planned["layout"]["title"], left)}


def _left_out(title: dict[str, Any], left: dict[str, int]) -> dict[str, Any]:
    say_it = words()["charts"]
    told = [say_it[name][count != 1].format(count=count) for name, count in left.items() if count]
    if not told:
        return {}
    text = say_it["left_out"].format(what=f" {words()['nouns']['and']} ".join(told))
    return {"title": title | {"subtitle": {"text": text, "font": {"size": 12}}}, "margin": {"t": 120, "b": 40}}


def bars(periods: Periods, rows: pd.DataFrame, kind: tuple[str, str]) -> dict[str, Any]:
    """Columns of one side (``kind`` is the side and its name): measures upwards, counter-measures downwards."""
    key, name = kind
    behind, sign = periods.behind(rows), 1 if key == "sanction" else -1
    return {
        "type": "bar",
        "name": name,
        "x": periods.labels,
        "y": [sign * len(ids) for ids in behind],
        "text": [str(len(ids) or "") for ids in behind],
        "customdata": behind,
        "meta": {"rule": "count", "sign": sign},
        "marker": {"color": SIDES[key]},
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
        "showlegend": False,
        "line": {"shape": "hvh", "width": 2.5, "color": SERIES[index], "dash": DASHES[index]},
        "hovertemplate": "%{x}: %{y}<extra>" + name + "</extra>",
    }


def _ends(lines: list[dict[str, Any]], labels: list[str]) -> dict[str, Any]:
    """The name and the total of each line where it ends, none over another."""
    totals = [line["y"][-1] if line["y"] else 0 for line in lines]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [labels[-1] for _ in lines] if labels else [],
        "y": apart(totals, max(totals, default=1) * NAME / (HEIGHT - AROUND)),
        "text": [f"  {line['name']} {total:,}" for line, total in zip(lines, totals, strict=True)],
        "textfont": {"color": [line["line"]["color"] for line in lines]},
        "textposition": "middle right",
        "customdata": [[] for _ in lines],
        "meta": {"rule": "ends"},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def apart(values: list[int], gap: float) -> list[float]:
    """Where to write beside each value so that no two stand nearer than ``gap``: from the lowest up, each as low as it can.

    >>> apart([5, 0, 0], 1)
    [5, 1, 0]
    """
    places = [0.0] * len(values)
    last = -gap
    for place in sorted(range(len(values)), key=lambda place: (values[place], -place)):
        places[place] = last = max(values[place], last + gap)
    return places


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
    return figure([trace], title, **({"height": _grid_height(len(labels[1])), "yaxis": down} | layout))


def _grid_height(rows: int) -> int:
    return 110 + 26 * rows


def time_axis(periods: Periods, **more: Any) -> dict[str, Any]:
    """The axis of the periods, with as many labels as fit."""
    return axis(type="category", tickvals=sparse(periods.labels), categoryorder="array", categoryarray=periods.labels, **more)
