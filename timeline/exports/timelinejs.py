"""TimelineJS (Knight Lab): slides for newsrooms."""

from __future__ import annotations

from html import escape
from typing import Any

from parsers.edtf import POINT
from timeline.charts.names import jurisdiction
from timeline.event import Event, Evidence
from timeline.exports.exporter import Content, Exporter, Written, sorted_out
from timeline.exports.wording import dates, details, headline, quoted, source, when
from timeline.safe import json_list, link, one_line, script_json

Slide = dict[str, Any]


def write(content: Content) -> Written:
    """One JSON object with a title slide and a slide for each event that has a place on the axis of time."""
    kept, left_out = sorted_out(content.events, _reason)
    about = f"{len(kept)} of {len(content.events)} measures, as told by articles; those without a day or two bounds cannot be shown here."
    title = {"text": {"headline": _html(content.title), "text": _html(about)}}
    document = f'{{"title": {script_json(title)},\n"events": {json_list(map(_slide, kept))}}}\n'
    return Written(document.encode(), len(kept), left_out)


def _reason(event: Event) -> str | None:
    return None if all(event.interval) else "no date, and not bounded on both sides"


def _slide(event: Event) -> Slide:
    slide = {
        "unique_id": _html(event.event_id),
        "group": _html(jurisdiction(event.imposer)),
        "display_date": _html(when(event)),
        "text": {"headline": _html(headline(event)), "text": _body(event)},
        "autolink": False,
    }
    return slide | _axis(event)


def _axis(event: Event) -> Slide:
    """Day, month or year as exact as the article is; what is less exact runs from its first to its last day."""
    told = event.effective or event.announced
    if told and POINT.match(told):
        return {"start_date": _date(told)}
    first, last = event.interval
    return {"start_date": _date(str(first)), "end_date": _date(str(last))}


def _date(edtf: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, edtf.split("-")), strict=False))


def _body(event: Event) -> str:
    """HTML of our own making: every word of an article is escaped, and a link leads to the web or nowhere."""
    facts = "<br>".join(map(_html, (*dates(event), *details(event))))
    return f"<p>{facts}</p>" + "".join(_told(one) for one in event.mentions)


def _told(one: Evidence) -> str:
    url, words = link(one.url), _html(source(one))
    cite = f'<a href="{escape(url)}" rel="noopener">{words}</a>' if url else words
    return f"<blockquote>{_html(quoted(one))}</blockquote><p>{cite}</p>"


def _html(text: str) -> str:
    return escape(one_line(text))


EXPORTER = Exporter(
    name="timelinejs",
    suffix=".json",
    label="TimelineJS, for newsrooms",
    holds=(
        "A slide for each event, grouped by imposer, with dates in words, quotes, sources and links. A month or a year stays one; "
        "intervals, and undated events with a bound on both sides, run from the first to the last day that they can mean, and say "
        "so."
    ),
    leaves_out=(
        "events without a date and without a bound on both sides: a slide has to begin somewhere",
        "offsets, links between events, history, confidence; of conflicts all but the names of the fields",
        "how certain an answer about days is; addresses other than http and https",
    ),
    write=write,
)
