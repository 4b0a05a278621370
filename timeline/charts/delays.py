"""Charts of time between: from announcement to effect, from the first mover to those who followed.

Every point belongs to one event (``customdata``), so that a page can filter them (``meta.rule`` is ``points``) and open the evidence.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from timeline.charts.counts import grid
from timeline.charts.names import instrument, jurisdiction
from timeline.charts.periods import busiest, kinds
from timeline.charts.sides import principal, sides, taken
from timeline.charts.style import SERIES, SIDES, axis, figure, shape
from timeline.charts.words import number, words

if TYPE_CHECKING:
    import pandas as pd

MARKERS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "star", "circle-open")
# Heights in pixels: of a row at least, of a mark with the room to the one above it, and of what stands around the rows.
ROW, MARK, AROUND = 28, 11, 120
# Marks nearer than this share of the axis would touch.
NEAR = 0.035
TICKS = (0, 7, 30, 90, 180, 365, 730, 1461)
# Above so many points they would cover one another, and are counted: up to the same day, a week, a month, a quarter, half a year, a year.
CROWD, BINS = 300, (0, 7, 30, 90, 180, 365)


def leads(frame: pd.DataFrame) -> dict[str, Any]:
    """Days from the announcement to the day of effect, a row for each kind of measure. Only dates that are exact days count."""
    rows = _lead_days(frame)
    names = kinds(rows["instrument"])
    levels = _levels(rows, names)
    traces = [_points(rows[rows["side"].eq(side)], side, _heights(levels)) for side in SIDES]
    look = {"height": AROUND + round(_edges(levels)[-1]), "xaxis": _days(rows), "yaxis": _rows(levels)}
    return figure(traces, words()["titles"]["leads"], **look)


def leads_counted(frame: pd.DataFrame) -> dict[str, Any]:
    """The same as numbers, for more measures than can be told apart: rows are kinds of measure, columns the time that it took."""
    rows = _lead_days(frame)
    names = kinds(rows["instrument"])
    behind: dict[str, list[list[str]]] = {code: [[] for _ in range(len(BINS) + 1)] for code in names}
    for code, days, name in zip(rows["instrument"], rows["days"], rows["event_id"], strict=True):
        behind[code][bisect_left(BINS, days)].append(name)
    labels = [words()["charts"]["lead_bins"], [instrument(code) for code in names]]
    cells = [[sorted(cell) for cell in row] for row in behind.values()]
    return grid(cells, labels, words()["titles"]["leads"], xaxis=axis(showgrid=False, side="top", type="category"))


def _lead_days(frame: pd.DataFrame) -> pd.DataFrame:
    rows = taken(frame)
    for name in ("announced", "effective"):
        rows = rows[rows[f"{name}_from"].eq(rows[f"{name}_to"])]
    rows = rows.assign(days=(rows["effective_from"] - rows["announced_from"]).dt.days, side=sides(frame))
    return rows[rows["days"].ge(0)]


def alignment(frame: pd.DataFrame) -> dict[str, Any]:
    """Days after the first mover, a row for each kind of measure against the principal target that more than one side has taken."""
    first = _first_moves(frame)
    ranked = busiest(first["imposer"])
    groups = [[code] for code in ranked[: len(SERIES) - 1]] + [ranked[len(SERIES) - 1 :]]
    names = kinds(first["instrument"])
    levels = _levels(first, names)
    heights = _heights(levels)
    traces = [_followers(first, group, (place, heights)) for place, group in enumerate(groups) if group]
    look = {"height": AROUND + 50 + round(_edges(levels)[-1]), "xaxis": _days(first), "yaxis": _rows(levels)}
    return figure(traces, words()["titles"]["alignment"], **look)


def _first_moves(frame: pd.DataFrame) -> pd.DataFrame:
    """The first dated measure of each kind by each imposer against the principal target, with days after the first of all."""
    rows = taken(frame)
    rows = rows[rows["date_basis"].ne("undated") & rows["date_from"].eq(rows["date_to"])]
    target = principal(frame)
    rows = rows.loc[[target in codes for codes in rows["targets"]]]
    rows = rows.sort_values(["date_from", "event_id"]).drop_duplicates(["instrument", "imposer"])
    groups = rows.groupby("instrument", observed=True)["date_from"]
    rows = rows.assign(days=(rows["date_from"] - groups.transform("min")).dt.days, movers=groups.transform("size"))
    return rows[rows["movers"].gt(1)]


def _points(rows: pd.DataFrame, side: str, heights: dict[str, float]) -> dict[str, Any]:
    name = words()["charts"]["measures" if side == "sanction" else "counters"]
    look = {"symbol": shape(side, "in_force", "impose"), "size": 11, "color": SIDES[side], "opacity": 0.8}
    return _scaled_trace(rows, [heights[name] for name in rows["event_id"]]) | {"name": name, "marker": look, "showlegend": bool(len(rows))}


def _followers(first: pd.DataFrame, codes: list[str], kind: tuple[int, dict[str, float]]) -> dict[str, Any]:
    place, heights = kind
    rows = first[first["imposer"].isin(codes)]
    name = jurisdiction(codes[0]) if place < len(SERIES) - 1 else words()["charts"]["others"]
    look = {"symbol": MARKERS[place], "size": 9, "color": SERIES[place]}
    return _scaled_trace(rows, [heights[name] for name in rows["event_id"]]) | {"name": name, "marker": look}


def _levels(moves: pd.DataFrame, names: list[str]) -> dict[str, dict[str, int]]:
    """For each kind of measure the level of each event: those after about as many days stand above each other, the others on the first."""
    gap = _scaled(int(moves["days"].max() if len(moves) else 0)) * NEAR
    moves, found = moves.sort_values(["days", "event_id"]), dict[str, dict[str, int]]()
    for code in names:
        ends: list[float] = []
        for name, days in moves.loc[moves["instrument"].eq(code), ["event_id", "days"]].itertuples(index=False, name=None):
            level = next((n for n, end in enumerate(ends) if end + gap <= _scaled(days)), len(ends))
            ends[level:] = [_scaled(days), *ends[level + 1 :]]
            found.setdefault(code, {})[name] = level
    return found


def _edges(levels: dict[str, dict[str, int]]) -> list[float]:
    """Where each row begins and the last one ends, in pixels: a row is as high as its levels."""
    return [0.0, *accumulate(float(max(ROW, MARK * (max(row.values()) + 2))) for row in levels.values())]


def _heights(levels: dict[str, dict[str, int]]) -> dict[str, float]:
    """The height of each event, in pixels from the top."""
    middles = _middles(levels)
    return {
        name: middle + MARK * (level - max(row.values()) / 2)
        for row, middle in zip(levels.values(), middles, strict=True)
        for name, level in row.items()
    }


def _middles(levels: dict[str, dict[str, int]]) -> list[float]:
    return [(top + bottom) / 2 for top, bottom in pairwise(_edges(levels))]


def _scaled_trace(rows: pd.DataFrame, heights: list[float]) -> dict[str, Any]:
    told = [number(int(days), words()["charts"]["day"]) for days in rows["days"]]
    return _trace(rows["event_id"].tolist(), [_scaled(days) for days in rows["days"]], heights) | {"mode": "markers", "text": told}


def _scaled(days: int) -> float:
    """Roots spread the first days, where most happens, and keep a year in sight."""
    return round(math.sqrt(days), 3)


def _days(rows: pd.DataFrame) -> dict[str, Any]:
    ticks = [tick for tick in TICKS if not len(rows) or tick <= rows["days"].max() * 1.2] or [0]
    marks = {"tickvals": [_scaled(tick) for tick in ticks], "ticktext": [f"{tick:,}" for tick in ticks]}
    return axis(title={"text": words()["charts"]["days"]}, **marks, rangemode="tozero")


def _trace(ids: list[str], x: list[Any], y: list[float]) -> dict[str, Any]:
    return {"type": "scatter", "x": x, "y": y, "customdata": ids, "meta": {"rule": "points"}, "cliponaxis": False}


def _rows(levels: dict[str, dict[str, int]]) -> dict[str, Any]:
    names, bottom = [instrument(code) for code in levels], _edges(levels)[-1]
    return axis(tickvals=_middles(levels), ticktext=names, range=[max(bottom, ROW), 0], ticklabelstandoff=8)
