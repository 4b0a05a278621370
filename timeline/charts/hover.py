"""What a mark says when it is pointed at: the card of its event, for figures that stand alone. The page shows a card of its own."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.charts import names
from timeline.charts.days import between, say
from timeline.charts.spans import as_day
from timeline.charts.words import words

if TYPE_CHECKING:
    import pandas as pd

# Lines of a quote in a hover text.
LINES = re.compile(r"\S.{0,63}(?!\S)|\S{64}", re.DOTALL)
LOOSE = " \t\n\r,;:–—-"


def with_cards(figure: dict[str, Any], frame: pd.DataFrame) -> dict[str, Any]:
    """The figure with the card of its event on every mark that stands for one event."""
    cards = {row["event_id"]: card({str(name): value for name, value in row.items()}) for row in frame.to_dict("records")}
    return figure | {"data": [_carded(trace, cards) for trace in figure["data"]]}


def _carded(trace: dict[str, Any], cards: dict[str, str]) -> dict[str, Any]:
    if trace["meta"]["rule"] not in ("row", "points") or trace.get("hoverinfo") == "skip":
        return trace
    told = "%{hovertext}<br>%{text}<extra></extra>" if "text" in trace else "%{hovertext}<extra></extra>"
    return trace | {"hoverinfo": "text", "hovertext": [cards[name] for name in trace["customdata"]], "hovertemplate": told}


def card(row: dict[str, Any]) -> str:
    """The hover text of an event: who, whom, what, when, how firm, and the words of the source. Markup is escaped."""
    from parsers.vocabulary import vocabulary

    whom = names.jurisdictions(row["targets"]) or words()["table"]["no_target"]
    sides = words()["charts"]["sides"].format(imposer=names.jurisdiction(row["imposer"]), targets=whom)
    what = names.instrument(row["instrument"]) + (f" ({names.scopes(row['scope'])})" if row["scope"] else "")
    firm = f"{vocabulary().actions[row['action']]}, {vocabulary().statuses[row['status']]}"
    quote = "<br>".join(escape(line) for line in LINES.findall(f"“{tidy(row['quote'])}”"))
    source = escape(row["publisher"]) if isinstance(row["publisher"], str) else ""
    return "<br>".join([f"<b>{escape(sides)}</b>", what, f"{when(row)} · {firm}", quote, source])


def when(row: dict[str, Any]) -> str:
    """The date of a row of the table in words; "undated, " and the bounds where there is none."""
    say_it = words()["dates"]
    told = [say_it[name].format(day=say(row[name])) for name in ("announced", "effective") if isinstance(row[name], str)]
    return ", ".join(told) or say_it["undated"].format(bounds=between(as_day(row["earliest"]), as_day(row["latest"])))


def tidy(quote: str) -> str:
    """A quote as it is shown: without the comma, colon or dash on which its clause ended. Offsets stay those of the whole quote."""
    return quote.strip(LOOSE)
