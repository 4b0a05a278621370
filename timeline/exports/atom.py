"""Atom: what is new, for feed readers."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from timeline.event import Event
from timeline.exports.exporter import Content, Exporter, Written, sorted_out, stable_id
from timeline.exports.wording import dates, details, headline, quoted, source, told_on
from timeline.safe import link, one_line, visible

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100


def write(content: Content) -> Written:
    """A feed of the events that articles told last, the newest first."""
    known, left_out = sorted_out(content.events, lambda event: None if _updated(event) else "no article or act with a day")
    newest = sorted(known, key=lambda event: (-_ordinal(event), event.event_id))
    if newest[MOST:]:
        left_out[f"older than the newest {MOST}"] = len(newest[MOST:])
    feed = _feed(content, newest[:MOST])
    ET.indent(feed)
    text = ET.tostring(feed, encoding="unicode")
    return Written(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode(), len(newest[:MOST]), left_out)


def _feed(content: Content, events: list[Event]) -> ET.Element:
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(feed, "id", stable_id("feed", content.title))
    _text(feed, "title", content.title)
    _text(feed, "updated", _moment(max(filter(None, map(_updated, events)), default=date(1970, 1, 1))))
    _text(ET.SubElement(feed, "author"), "name", "sanctions-timeline")
    for event in events:
        _entry(ET.SubElement(feed, "entry"), event)
    return feed


def _entry(entry: ET.Element, event: Event) -> None:
    first, _ = told_on(event)
    updated = _updated(event)
    _text(entry, "id", stable_id("event", event.event_id))
    _text(entry, "title", headline(event))
    if first:
        _text(entry, "published", _moment(first))
    if updated:
        _text(entry, "updated", _moment(updated))
    for code in (event.imposer, event.instrument, event.status):
        ET.SubElement(entry, "category", {"term": code})
    for url in dict.fromkeys(filter(None, (link(one.url) for one in event.mentions))):
        ET.SubElement(entry, "link", {"rel": "related", "href": url})
    _text(entry, "content", _content(event), type="text")


def _content(event: Event) -> str:
    told = (f"{quoted(one)} ({source(one)})" for one in event.mentions)
    return "\n".join([*dates(event), *details(event), *told])


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = visible(text) if name == "content" else one_line(text)


def _updated(event: Event) -> date | None:
    """When the newest article told of it; without any dated article, the last day that the act itself can mean."""
    return told_on(event)[1] or event.interval[1]


def _ordinal(event: Event) -> int:
    updated = _updated(event)
    return updated.toordinal() if updated else 0


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


EXPORTER = Exporter(
    name="atom",
    suffix=".atom",
    label="Atom, for feed readers",
    holds=(
        f"The {MOST} events that articles told last, newest first: headline, dates in words, quotes with their sources, web "
        "addresses. An entry keeps its id for ever; `published` and `updated` are the days of the first and the last article, at "
        "midnight UTC."
    ),
    leaves_out=(
        f"all but the newest {MOST} events, and events for which neither an article nor the act has a day",
        "offsets, links, history, confidence; of conflicts all but the names of the fields",
        "how certain an answer about days is; addresses other than http and https",
    ),
    write=write,
)
