"""Colours, shapes and the plain layout that all charts share.

Colours keep 3:1 against white and against the dark page, and differ in lightness as well as hue, so that they can be told apart
by colour-blind readers; no meaning is carried by colour alone.
"""

from __future__ import annotations

from typing import Any

INK = "#1b2128"
MUTED = "#5d6873"
GRID = "rgba(125,135,145,.22)"
BAND = "rgba(125,135,145,.08)"

# The line between measures above and counter-measures below.
ZERO: dict[str, Any] = {"zeroline": True, "zerolinecolor": "rgba(125,135,145,.8)"}

SIDES = {"sanction": "#2f74c0", "counter": "#d2601a"}
# The same let through, for what lies within bounds and has an edge.
FILLS = {"#2f74c0": "rgba(47,116,192,.28)", "#d2601a": "rgba(210,96,26,.28)"}
SERIES = ("#2f74c0", "#d2601a", "#1b8a63", "#8a5cc2", "#c43d6b", "#0f8fa3", "#8f6b2e", "#7b848d")
DASHES = ("solid", "solid", "solid", "dash", "dash", "dash", "dot", "dot")

# The same hues, lighter, for a dark page.
DARK = {
    "#2f74c0": "#5b9be0",
    "#d2601a": "#ef8a4a",
    "#1b8a63": "#45bd92",
    "#8a5cc2": "#b692e8",
    "#c43d6b": "#ec7da2",
    "#0f8fa3": "#4fc1d3",
    "#8f6b2e": "#c8a264",
    "#7b848d": "#a3adb8",
    MUTED: "#a3adb8",
    FILLS["#2f74c0"]: "rgba(91,155,224,.34)",
    FILLS["#d2601a"]: "rgba(239,138,74,.34)",
}

# Alpha instead of a second colour lets the same scale stand on a white and on a dark page.
# It rises with the root, so that few beside very many are still told apart.
HEAT = (
    (0.0, "rgba(47,116,192,0)"),
    (0.001, "rgba(47,116,192,.14)"),
    (0.06, "rgba(47,116,192,.3)"),
    (0.25, "rgba(47,116,192,.46)"),
    (1.0, "rgba(47,116,192,.78)"),
)

SHAPES = {
    ("sanction", "in_force"): "circle",
    ("sanction", "announced"): "circle-open",
    ("sanction", "proposed"): "circle-open-dot",
    ("sanction", "rejected"): "circle-x-open",
    ("counter", "in_force"): "diamond",
    ("counter", "announced"): "diamond-open",
    ("counter", "proposed"): "diamond-open-dot",
    ("counter", "rejected"): "diamond-x-open",
}
RELIEF = {"sanction": "triangle-down", "counter": "star-triangle-down"}

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

# No upload button, no logo: a chart never offers to send the data anywhere.
CONFIG: dict[str, Any] = {
    "showSendToCloud": False,
    "displaylogo": False,
    "responsive": True,
    "modeBarButtonsToRemove": ["lasso2d", "select2d", "autoScale2d"],
}


def shape(side: str, status: str, action: str) -> str:
    """The marker of an event: circle or diamond by side, filled to crossed out by status, a triangle for relief."""
    if action in ("ease", "lift"):
        return RELIEF[side] + ("" if status == "in_force" else "-open")
    return SHAPES[side, status]


def figure(traces: list[dict[str, Any]], title: str, **layout: Any) -> dict[str, Any]:
    """A figure in the house style as plain values: transparent ground, the title on the left. plotly checks it only when it is drawn."""
    plain = {
        "title": {"text": title, "x": 0, "xref": "paper", "font": {"size": 17}},
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 10, "r": 16, "t": 56, "b": 40},
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.0, "yanchor": "bottom"},
        "dragmode": "pan",
    }
    return {"data": traces, "layout": plain | layout}


def axis(**more: Any) -> dict[str, Any]:
    """An axis with a faint grid and no line."""
    return {"showgrid": True, "gridcolor": GRID, "zeroline": False, "showline": False, "ticks": "", "automargin": True} | more
