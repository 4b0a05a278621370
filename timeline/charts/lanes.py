"""The timeline: a lane for each imposer, a mark for each measure, a bar where only bounds are known.

Every trace has ``meta.rule == "row"``: point i belongs to the event ``customdata[i]`` and stands on that event's line, so that a page
can filter events and stack them anew for its width by changing y alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.charts import names
from timeline.charts.sides import principal, sides
from timeline.charts.spans import Span, pack, spans, view
from timeline.charts.style import BAND, FILLS, MUTED, SIDES, axis, figure, shape
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

LINE = 20
PIXELS = 1000
# Share of a bar and how strong it is drawn: certain in the middle, fading towards the bounds.
SOFT = (
    (0.0, 0.06, 0.06),
    (0.06, 0.12, 0.14),
    (0.12, 0.2, 0.24),
    (0.2, 0.8, 0.36),
    (0.8, 0.88, 0.24),
    (0.88, 0.94, 0.14),
    (0.94, 1.0, 0.06),
)
# Above so many events a bar is one piece, so that a browser still draws them all quickly.
MANY, PLAIN = 2000, ((0.0, 1.0, 0.25),)
# A date told as a month, a year or an interval: one firm piece with an edge, because the act surely lies within it.
FIRM = ((0.0, 1.0, 1.0),)
SIDE_NAMES = {"sanction": "measure", "counter": "counter"}


def timeline(frame: pd.DataFrame, lanes: str = "imposer") -> dict[str, Any]:
    """Who did what, and when: a lane for each value of ``lanes`` (``imposer`` or ``instrument``), time from left to right.

    Circles are measures, diamonds counter-measures, triangles relief; filled is in force, hollow is announced, a dot is proposed, a
    cross is refused. Bars stand for dates known only within bounds: with an edge for a month or a year that is told, with soft ends
    for what is undated. Events without any bound are not drawn.
    """
    found = spans(frame)
    shown = view(found)
    gap = (shown[1] - shown[0]) * 15 / PIXELS if shown else timedelta(days=1)
    rows, ticks = _rows(frame, found, lanes, gap)
    plot = _Plot(frame, rows)
    height = max((top + size for _, top, size in ticks), default=1.0)
    traces = [plot.bars(found), *plot.joins(found), plot.starts(found), plot.ends(found), *plot.marks(found)]
    return figure(
        traces,
        words()["titles"]["timeline"],
        height=int(100 + LINE * height),
        barmode="overlay",
        xaxis=axis(type="date", side="top", range=[day.isoformat() for day in shown] if shown else None),
        yaxis=_lane_axis(ticks, lanes, height),
        shapes=[_band(top, size) for _, top, size in ticks[::2]],
        meta={"kind": "timeline", "line": LINE},
        hovermode="closest",
    )


def lane_order(frame: pd.DataFrame, lanes: str) -> list[str]:
    """Lanes from the busiest down; the one that most measures are aimed at comes last, as the other side of the exchange."""
    if lanes == "instrument":
        return [str(code) for code in frame["instrument"].cat.categories if (frame["instrument"] == code).any()]
    counts, other = frame["imposer"].astype(str).value_counts(), principal(frame)
    return sorted(counts.index, key=lambda code: (code == other, -counts[code], code))


def _rows(frame: pd.DataFrame, found: list[Span], lanes: str, gap: timedelta) -> tuple[dict[int, float], list[tuple[str, float, float]]]:
    of_lane = frame[lanes].astype(str).tolist()
    rows: dict[int, float] = {}
    ticks: list[tuple[str, float, float]] = []
    top = 0.0
    for lane in lane_order(frame, lanes):
        lines = pack((span for span in found if of_lane[span.index] == lane), gap)
        if not lines:
            continue
        size = max(lines.values()) + 1 + 0.6
        rows |= {index: top + line + 0.8 for index, line in lines.items()}
        ticks.append((lane, top, size))
        top += size
    return rows, ticks


def _lane_axis(ticks: list[tuple[str, float, float]], lanes: str, height: float) -> dict[str, Any]:
    name = names.jurisdiction if lanes == "imposer" else names.instrument
    return axis(
        tickvals=[top + 0.8 for _, top, _ in ticks],
        ticktext=[escape(name(lane)) for lane, _, _ in ticks],
        range=[height, 0],
        showgrid=False,
        fixedrange=True,
        ticklabelstandoff=6,
    )


def _band(top: float, size: float) -> dict[str, Any]:
    place = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": top, "y1": top + size}
    return place | {"fillcolor": BAND, "line": {"width": 0}, "layer": "below"}


class _Plot:
    """The traces of the timeline, given the line on which each row of the frame stands."""

    def __init__(self, frame: pd.DataFrame, rows: dict[int, float]) -> None:
        self.rows = rows
        self.ids = frame["event_id"].tolist()
        self.side = sides(frame).tolist()
        self.undated = frame["date_basis"].eq("undated").tolist()
        self.codes = frame[["status", "action"]].astype(str).to_numpy().tolist()

    def _trace(self, part: str, points: list[tuple[int, Any]], **more: Any) -> dict[str, Any]:
        return {
            "type": "scatter",
            "x": [x for _, x in points],
            "y": [self.rows[index] for index, _ in points],
            "customdata": [self.ids[index] for index, _ in points],
            "meta": {"rule": "row", "part": part},
            "hoverinfo": "skip",
            "showlegend": False,
        } | more

    def bars(self, found: list[Span]) -> dict[str, Any]:
        """What a date can mean where it is no exact day: a bar over its bounds, with soft ends where the date is not told."""
        soft = SOFT if len(found) <= MANY else PLAIN
        cut = [(span, soft if self.undated[span.index] else FIRM) for span in found if not span.exact]
        pieces = [(span, piece) for span, shares in cut for piece in _pieces(span, shares)]
        colours = [SIDES[self.side[span.index]] for span, _ in pieces]
        edges = [0 if self.undated[span.index] else 1.2 for span, _ in pieces]
        return self._trace("bars", [(span.index, length) for span, (_, length, _) in pieces]) | {
            "type": "bar",
            "name": words()["charts"]["bars"],
            "orientation": "h",
            "base": [start for _, (start, _, _) in pieces],
            "width": 0.44,
            "marker": {
                "color": [colour if edge == 0 else FILLS[colour] for colour, edge in zip(colours, edges, strict=True)],
                "opacity": [strength for _, (_, _, strength) in pieces],
                "line": {"width": edges, "color": colours},
            },
            "hoverinfo": "text",
        }

    def joins(self, found: list[Span]) -> list[dict[str, Any]]:
        """Lines from the announcement to the day of effect (solid) and on to the expiry (dotted)."""
        told = [(span.index, x) for span in found if span.announced for x in (_iso(span.announced), _iso(span.low), None)]
        until = [(span.index, x) for span in found if span.expires for x in (_iso(span.high), _iso(span.expires), None)]
        look, say = {"color": MUTED, "width": 1.6}, words()["charts"]
        return [
            self._trace("joins", told, mode="lines", name=say["joined"], line=look),
            self._trace("until", until, mode="lines", name=say["until"], line=look | {"dash": "dot"}),
        ]

    def starts(self, found: list[Span]) -> dict[str, Any]:
        """The day of announcement, where it lies before the day of effect."""
        points = [(span.index, _iso(span.announced)) for span in found if span.announced]
        look = {"symbol": "line-ns-open", "size": 9, "color": MUTED}
        return self._trace("starts", points, mode="markers", name=words()["charts"]["announced"], marker=look)

    def ends(self, found: list[Span]) -> dict[str, Any]:
        """The day of expiry."""
        points = [(span.index, _iso(span.expires)) for span in found if span.expires]
        look = {"symbol": "x-thin-open", "size": 7, "color": MUTED}
        return self._trace("ends", points, mode="markers", name=words()["charts"]["expires"], marker=look)

    def marks(self, found: list[Span]) -> Iterable[dict[str, Any]]:
        """A mark for each event: one trace for measures, one for counter-measures."""
        for side, name in SIDE_NAMES.items():
            chosen = [span for span in found if self.side[span.index] == side]
            yield self._trace("marks", [(span.index, _iso(span.at)) for span in chosen]) | {
                "name": words()["charts"][name],
                "mode": "markers",
                "showlegend": bool(chosen),
                "marker": {
                    "symbol": [shape(side, *self.codes[span.index]) for span in chosen],
                    "size": [11 if span.exact else 8 for span in chosen],
                    "color": SIDES[side],
                    "opacity": 1,
                    "line": {"width": 1.8, "color": SIDES[side]},
                },
                "hoverinfo": "text",
            }


def _pieces(span: Span, cut: tuple[tuple[float, float, float], ...]) -> Iterable[tuple[str, int, float]]:
    length = (span.high - span.low) + timedelta(days=1)
    for start, end, strength in cut:
        faded = min(strength, 0.06) if (span.open_low and end < 0.5) or (span.open_high and start > 0.5) else strength
        yield _iso(span.low, length * start), int(length.total_seconds() * 1000 * (end - start)), faded


def _iso(day: date, offset: timedelta = timedelta()) -> str:
    whole, rest = divmod(offset, timedelta(days=1))
    hours, minutes = divmod(rest // timedelta(minutes=1), 60)
    return (day + timedelta(days=whole)).isoformat() + (f"T{hours:02}:{minutes:02}" if rest else "")
