"""Small multiples: the same columns for each family of measures, one strip under the other on one time axis."""

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
# Share of a strip that its columns may fill.
FILLED = 0.9


def families(frame: pd.DataFrame) -> dict[str, Any]:
    """Measures above and counter-measures below the line by month, a strip for each family of instruments that was used.

    A strip is 1 high. All share one pair of axes, because a browser draws many axes many times slower than many columns.
    """
    periods = Periods(taken(frame))
    side, say = sides(frame).reindex(periods.rows.index), words()["charts"]
    used = kinds(periods.rows["category"])
    names = dict(zip(SIDES, (say["measures"], say["counters"]), strict=True))
    traces = [_side(periods, periods.rows[side == key], (key, name), used) for key, name in names.items()]
    return figure(
        _scaled(traces, used),
        words()["titles"]["families"],
        height=90 + ROW * len(used),
        barmode="overlay",
        bargap=0.25,
        xaxis=time_axis(periods),
        yaxis=_strips(traces, used),
    )


def _side(periods: Periods, rows: pd.DataFrame, kind: tuple[str, str], used: list[str]) -> dict[str, Any]:
    """The columns of one side in all strips, one strip after the other."""
    strips = [bars(periods, rows[rows["category"].eq(code)], kind) for code in used] or [bars(periods, rows, kind)]
    joined = {name: [value for strip in strips for value in strip[name]] for name in ("x", "y", "text", "customdata")}
    return strips[0] | joined


def _scaled(traces: list[dict[str, Any]], used: list[str]) -> list[dict[str, Any]]:
    """Columns as shares of a strip, each standing on the line of its own; ``meta.rooms`` is the room above and below a line."""
    up, down = rooms = _rooms(traces)
    scale = (up + down) / max(1, sum(_highest(traces)))
    names = [vocabulary().categories[code] for code in used]
    parts = len(traces[0]["x"]) // max(1, len(used))
    lines = [line for line in _lines(len(used), up) for _ in range(parts)]
    return [
        trace
        | {"y": [n * scale for n in trace["y"]], "base": lines, "meta": trace["meta"] | {"rule": "strips", "rows": names, "rooms": rooms}}
        for trace in traces
    ]


def _strips(traces: list[dict[str, Any]], used: list[str]) -> dict[str, Any]:
    parts = len(traces[0]["x"]) // max(1, len(used))
    totals = [sum(len(ids) for trace in traces for ids in trace["customdata"][n * parts : (n + 1) * parts]) for n in range(len(used))]
    names = [f"{vocabulary().categories[code]}  {total:,}" for code, total in zip(used, totals, strict=True)]
    lines = {"gridcolor": ZERO["zerolinecolor"], "ticklabelstandoff": 6, "range": [-max(1, len(used)), 0]}
    return axis(tickvals=_lines(len(used), _rooms(traces)[0]), ticktext=names, **lines)


def _lines(strips: int, up: float) -> list[float]:
    """Where the line of each strip lies, the first strip on top."""
    return [-(place + (1 - FILLED) / 2 + up) for place in range(strips)]


def _rooms(traces: list[dict[str, Any]]) -> tuple[float, float]:
    high, low = _highest(traces)
    return (FILLED * high / max(1, high + low), FILLED * low / max(1, high + low))


def _highest(traces: list[dict[str, Any]]) -> tuple[int, int]:
    """The highest column above a line and below it."""
    high, low = (max((abs(n) for n in trace["y"]), default=0) for trace in traces)
    return high, low
