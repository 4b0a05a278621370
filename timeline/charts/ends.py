"""What runs out when: a line for each measure where they are few, columns where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.charts.counts import bars, time_axis
from timeline.charts.days import say
from timeline.charts.names import instrument, jurisdiction
from timeline.charts.periods import Periods
from timeline.charts.sides import sides, taken
from timeline.charts.style import MUTED, SIDES, ZERO, axis, figure
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

# More lines than this cannot be read; their ends are counted by month, quarter or year.
MOST = 30
LINE, AROUND = 26, 110


def expiries(frame: pd.DataFrame) -> dict[str, Any]:
    """What runs out when: a line from the beginning of each measure to its last day, the soonest end on top."""
    rows = _ending(frame).sort_values(["expires_to", "event_id"])
    places = [float(place) for place in range(len(rows))]
    lines = [value for begin, end in zip(rows["date_from"], rows["expires_to"], strict=True) for value in (_iso(begin), _iso(end), None)]
    spans = _trace([name for name in rows["event_id"] for _ in range(3)], lines, [place for place in places for _ in range(3)])
    spans |= {"mode": "lines", "line": {"color": MUTED, "width": 2}, "hoverinfo": "skip", "name": words()["charts"]["span"]}
    ends = _trace(rows["event_id"].tolist(), [_iso(day) for day in rows["expires_to"]], places)
    look = {"symbol": "line-ns-open", "size": 13, "color": SIDES["sanction"]}
    ends |= {"mode": "markers", "name": words()["charts"]["expires"], "marker": look, "text": [say(text) for text in rows["expires"]]}
    look = {"height": AROUND + LINE * min(len(rows), MOST), "meta": {"line": LINE, "around": AROUND}}
    return figure([spans, ends], words()["titles"]["expiries"], xaxis=axis(type="date"), yaxis=_named(rows, places), **look)


def ends_counted(frame: pd.DataFrame) -> dict[str, Any]:
    """How many run out in each month, quarter or year: measures above the line, counter-measures below it."""
    rows = _ending(frame)
    periods = Periods(rows.assign(date_basis="explicit", date_from=rows["expires_from"], date_to=rows["expires_to"]))
    side, say_it = sides(frame).reindex(periods.rows.index), words()["charts"]
    names = {"sanction": say_it["measures"], "counter": say_it["counters"]}
    traces = [bars(periods, periods.rows[side == key], (key, name)) for key, name in names.items()]
    upright = axis(tickformat=",d", **ZERO, title={"text": say_it["number"]})
    look = {"barmode": "relative", "bargap": 0.25, "height": 330, "xaxis": time_axis(periods), "yaxis": upright}
    return figure(traces, words()["titles"]["expiries"], **look)


def _ending(frame: pd.DataFrame) -> pd.DataFrame:
    rows = taken(frame)
    return rows[rows["expires_to"].notna() & rows["date_from"].notna()]


def _named(rows: pd.DataFrame, places: list[float]) -> dict[str, Any]:
    pairs, form = zip(rows["imposer"].astype(str), rows["instrument"].astype(str), strict=True), words()["charts"]["line"]
    names = [form.format(imposer=jurisdiction(imposer), instrument=instrument(kind)) for imposer, kind in pairs]
    return axis(tickvals=places, ticktext=names, range=[max(len(names), 1) - 0.5, -0.5], ticklabelstandoff=8)


def _trace(ids: list[str], x: list[Any], y: list[float]) -> dict[str, Any]:
    return {"type": "scatter", "x": x, "y": y, "customdata": ids, "meta": {"rule": "ranked"}, "cliponaxis": False}


def _iso(day: Any) -> str:
    return str(day.date().isoformat())
