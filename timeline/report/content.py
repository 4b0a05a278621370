"""What stands on the page: the words at the top, the charts, the rows, the articles, and the labels of all codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypedDict

from parsers.article import Article
from parsers.vocabulary import vocabulary
from timeline.charts import CONFIG, FIGURES, Chart, drawn, named
from timeline.charts.names import jurisdiction
from timeline.charts.sides import principal, sides
from timeline.charts.style import DARK
from timeline.charts.words import number, words
from timeline.event import Event
from timeline.report.finding import Facts, headline, sentences, tiles
from timeline.report.records import FIELDS, Library, records, static_row

if TYPE_CHECKING:
    import pandas as pd

# Sections of the words that the scripts need.
SPOKEN = ("charts", "filters", "table", "evidence", "links", "links_back", "fields", "key", "nouns", "page")

# Rows that stand in the page as plain HTML, for readers whose browser runs no scripts.
STATIC = 300


class Look(TypedDict, total=False):
    """How a page looks: its headline, instead of the one made from the data; the charts below the timeline, by name; and where it takes
    plotly.js from (``timeline.report.plotly.PLACES``)."""

    title: str | None
    figures: Iterable[str] | None
    plotlyjs: str


def chosen(names: Iterable[str] | None) -> list[Chart]:
    """The charts of these names in the order of FIGURES, all for None; always with the timeline. Raises InputError for an unknown one."""
    wanted = None if names is None else {named(name).name for name in names}
    return [entry for entry in FIGURES if wanted is None or entry.name in wanted | {FIGURES[0].name}]


def page_data(events: list[Event], articles: Iterable[Article], frame: pd.DataFrame, charts: Iterable[Chart]) -> dict[str, Any]:
    """All that the scripts of the page draw from."""
    library = Library(articles)
    rows = records(events, _sides(frame), library)
    places = {event.event_id: place for place, event in enumerate(events)}
    return {
        "fields": FIELDS,
        "events": rows,
        "articles": library.entries,
        "labels": _labels(events),
        "figures": {chart.name: _figures(chart, frame, places) for chart in charts},
        "config": CONFIG,
        "dark": DARK,
        "principal": principal(frame),
        "words": {section: words()[section] for section in SPOKEN},
    }


def content(events: list[Event], data: dict[str, Any], frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """What the template shows before any script runs."""
    newest = [evidence.published for event in events for evidence in event.mentions if evidence.published]
    facts = Facts(events, _sides(frame), principal(frame), max(newest, default=None))
    made = {
        "articles": number(len(data["articles"]), words()["tiles"]["articles"]),
        "events": number(len(events), words()["nouns"]["event"]),
    }
    return {
        "title": look.get("title") or headline(facts),
        "finding": sentences(facts),
        "tiles": tiles(facts),
        "charts": [
            {"name": chart.name, "reading": chart.reading} | _frame_of(data["figures"][chart.name])
            for chart in FIGURES
            if chart.name in data["figures"]
        ],
        "articles": _listed(data),
        "made": words()["page"][f"made_{look.get('plotlyjs', 'inline')}"].format(**made),
        "rows": [static_row(event) for event in events[:STATIC]],
        "rows_left": words()["page"]["rows_left"].format(shown=f"{STATIC:,}", all=f"{len(events):,}") if events[STATIC:] else "",
        "words": words(),
    }


def _frame_of(figure: dict[str, Any]) -> dict[str, Any]:
    """The title of a figure and its height in pixels, so that the page keeps its room before it is drawn."""
    return {"title": figure["title"], "height": figure["layout"]["height"]}


def _sides(frame: pd.DataFrame) -> dict[str, str]:
    return dict(zip(frame["event_id"], sides(frame), strict=True))


def _listed(data: dict[str, Any]) -> list[dict[str, Any]]:
    place = data["fields"].index("evidence")
    told = Counter(article for row in data["events"] for article in {evidence[0] for evidence in row[place]})
    return [article | {"number": n, "measures": told[n]} for n, article in enumerate(data["articles"])]


def _labels(events: list[Event]) -> dict[str, dict[str, str]]:
    known = vocabulary()
    codes = {code for event in events for code in (event.imposer, *event.targets, *event.response_to)}
    return {
        "jurisdiction": {code: jurisdiction(code) for code in sorted(codes)},
        "instrument": {code: entry.label for code, entry in known.instruments.items()},
        "scope": known.scopes,
        "action": known.actions,
        "status": known.statuses,
        "basis": known.date_bases,
    }


def _figures(chart: Chart, frame: pd.DataFrame, places: dict[str, int]) -> dict[str, Any]:
    """The figure with all its events, and beside it the one that counts them where they are too many; the filters decide which is shown."""
    planned = chart.plan(frame)
    figure = _figure(planned, places)
    if not chart.crowd or drawn(planned) <= chart.most:
        return figure
    return figure | {"crowd": _figure(chart.crowd(frame), places), "most": chart.most}


def _figure(figure: dict[str, Any], places: dict[str, int]) -> dict[str, Any]:
    """A figure for the page: ids become row numbers, and the title moves to the page."""
    layout = dict(figure["layout"])
    title = layout.pop("title")["text"]
    traces = [trace | {"customdata": _places(trace["customdata"], places)} for trace in figure["data"]]
    return {"data": traces, "layout": layout, "title": title}


def _places(value: Any, places: dict[str, int]) -> Any:
    return places[value] if isinstance(value, str) else [_places(item, places) for item in value]
