"""Charts of time between: from announcement to effect, from the first mover to those who followed, from now to the end of a measure.

Every point belongs to one event (``customdata``), so that a page can filter them (``meta.rule`` is ``points``) and open the evidence.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from timeline.charts.days import say
from timeline.charts.lanes import card
from timeline.charts.names import instrument, jurisdiction
from timeline.charts.sides import principal, sides, taken
from timeline.charts.style import MUTED, SERIES, SIDES, axis, figure, shape

if TYPE_CHECKING:
    import pandas as pd

MARKERS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "star", "circle-open")
LINE, WIDE = 26, 34
TICKS = (0, 7, 30, 90, 180, 365, 730, 1461)
MOST = 30


def leads(frame: pd.DataFrame) -> Any:
    """Days from the announcement to the day of effect, a row for each kind of measure. Only dates that are exact days count."""
    rows = taken(frame)
    for name in ("announced", "effective"):
        rows = rows[rows[f"{name}_from"].eq(rows[f"{name}_to"])]
    rows = rows.assign(days=(rows["effective_from"] - rows["announced_from"]).dt.days, side=sides(frame))
    rows = rows[rows["days"].ge(0)]
    names = _kinds(rows)
    traces = [_points(rows[rows["side"].eq(side)], side, names) for side in SIDES]
    title = "How long from announcement to effect?"
    return figure(traces, title, height=120 + LINE * len(names), xaxis=_days(rows), yaxis=_rows([instrument(code) for code in names]))


def alignment(frame: pd.DataFrame) -> Any:
    """Days after the first mover, a row for each kind of measure against the principal target that more than one side has taken."""
    first = _first_moves(frame)
    busiest = first["imposer"].astype(str).value_counts().sort_index().sort_values(ascending=False, kind="stable")
    busiest = busiest[busiest > 0]
    groups = [[code] for code in busiest.index[: len(SERIES) - 1]] + [list(busiest.index[len(SERIES) - 1 :])]
    names = _kinds(first)
    traces = [_followers(first, group, (place, names)) for place, group in enumerate(groups) if group]
    rows = _rows([instrument(code) for code in names])
    return figure(traces, "Who moved first, and who followed when?", height=170 + WIDE * len(names), xaxis=_days(first), yaxis=rows)


def expiries(frame: pd.DataFrame) -> Any:
    """What runs out when: a line from the beginning of each measure to its last day, the soonest on top."""
    rows = taken(frame)
    rows = rows[rows["expires_to"].notna() & rows["date_from"].notna()].sort_values(["expires_to", "event_id"]).head(MOST)
    pairs = zip(rows["imposer"].astype(str), rows["instrument"].astype(str), strict=True)
    names = [f"{jurisdiction(imposer)}: {instrument(kind)}" for imposer, kind in pairs]
    lines = [value for begin, end in zip(rows["date_from"], rows["expires_to"], strict=True) for value in (_iso(begin), _iso(end), None)]
    spans = _trace(
        [name for name in rows["event_id"] for _ in range(3)], lines, [float(place) for place in range(len(names)) for _ in range(3)]
    )
    spans |= {"mode": "lines", "line": {"color": MUTED, "width": 2}, "hoverinfo": "skip", "name": "in effect"}
    ends = _trace(rows["event_id"].tolist(), [_iso(day) for day in rows["expires_to"]], [float(place) for place in range(len(names))])
    look = {"symbol": "line-ns-open", "size": 13, "color": SIDES["sanction"]}
    ends |= {"mode": "markers", "name": "expires", "marker": look} | _hover(rows, [say(text) for text in rows["expires"]])
    return figure([spans, ends], "What runs out when?", height=110 + LINE * len(names), xaxis=axis(type="date"), yaxis=_rows(names))


def _first_moves(frame: pd.DataFrame) -> pd.DataFrame:
    """The first dated measure of each kind by each imposer against the principal target, with days after the first of all."""
    rows = taken(frame)
    rows = rows[rows["date_basis"].ne("undated") & rows["date_from"].eq(rows["date_to"])]
    target = principal(frame)
    rows = rows.loc[[target in codes for codes in rows["targets"]]]
    rows = rows.sort_values(["date_from", "event_id"]).drop_duplicates(["instrument", "imposer"])
    kinds = rows.groupby("instrument", observed=True)["date_from"]
    rows = rows.assign(days=(rows["date_from"] - kinds.transform("min")).dt.days, movers=kinds.transform("size"))
    return rows[rows["movers"].gt(1)]


def _points(rows: pd.DataFrame, side: str, names: list[str]) -> dict[str, Any]:
    trace = _trace(
        rows["event_id"].tolist(), [_scaled(days) for days in rows["days"]], [float(names.index(code)) for code in rows["instrument"]]
    )
    name = "Measures" if side == "sanction" else "Counter-measures"
    look = {"symbol": shape(side, "in_force", "impose"), "size": 11, "color": SIDES[side], "opacity": 0.8}
    return trace | {"mode": "markers", "name": name, "marker": look, "showlegend": bool(len(rows))} | _hover(rows, _told(rows))


def _followers(first: pd.DataFrame, codes: list[str], kind: tuple[int, list[str]]) -> dict[str, Any]:
    place, names = kind
    rows = first[first["imposer"].isin(codes)]
    # Each side has its own height within the row, so that those who moved on one day stand beside each other.
    heights = [names.index(code) + (place - (len(SERIES) - 1) / 2) * 0.09 for code in rows["instrument"]]
    trace = _trace(rows["event_id"].tolist(), [_scaled(days) for days in rows["days"]], heights)
    name = jurisdiction(codes[0]) if place < len(SERIES) - 1 else "Others"
    look = {"symbol": MARKERS[place], "size": 9, "color": SERIES[place]}
    return trace | {"mode": "markers", "name": name, "marker": look} | _hover(rows, _told(rows))


def _told(rows: pd.DataFrame) -> list[str]:
    return [f"{days} days" for days in rows["days"]]


def _scaled(days: int) -> float:
    """Roots spread the first days, where most happens, and keep a year in sight."""
    return round(math.sqrt(days), 3)


def _days(rows: pd.DataFrame) -> dict[str, Any]:
    ticks = [tick for tick in TICKS if not len(rows) or tick <= rows["days"].max() * 1.2] or [0]
    return axis(
        title={"text": "days"}, tickvals=[_scaled(tick) for tick in ticks], ticktext=[f"{tick:,}" for tick in ticks], rangemode="tozero"
    )


def _trace(ids: list[str], x: list[Any], y: list[float]) -> dict[str, Any]:
    return {"type": "scatter", "x": x, "y": y, "customdata": ids, "meta": {"rule": "points"}, "cliponaxis": False}


def _hover(rows: pd.DataFrame, told: list[str]) -> dict[str, Any]:
    cards = [card({str(name): value for name, value in row.items()}) for row in rows.to_dict("records")]
    return {"text": told, "hoverinfo": "text", "hovertext": cards, "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>"}


def _kinds(rows: pd.DataFrame) -> list[str]:
    return [str(code) for code in rows["instrument"].cat.categories if rows["instrument"].eq(code).any()]


def _rows(names: list[str]) -> dict[str, Any]:
    places = [float(place) for place in range(len(names))]
    return axis(tickvals=places, ticktext=names, range=[max(len(names), 1) - 0.5, -0.5], ticklabelstandoff=8)


def _iso(day: Any) -> str:
    return str(day.date().isoformat())
