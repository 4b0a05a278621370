"""iCalendar (RFC 5545): what takes effect and what expires, for calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parsers.edtf import precision
from timeline.event import Event
from timeline.exports.exporter import Content, Exporter, Written, sorted_out
from timeline.exports.wording import dates, details, headline, quoted, source, told_on
from timeline.safe import link, visible

OCTETS = 75  # the most that a line may hold; longer ones go on after a line break and a space
STEPS = (("effective", "Takes effect"), ("expires", "Expires"))
STANDING = {"in_force": "CONFIRMED", "announced": "CONFIRMED", "proposed": "TENTATIVE"}


def write(content: Content) -> Written:
    """An all-day entry for each day on which a measure takes effect or expires."""
    kept, left_out = sorted_out(content.events, _reason)
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//sanctions-timeline//EN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(content.title)}",
    ]
    lines = [*head, *(line for event in kept for line in _entries(event)), "END:VCALENDAR"]
    return Written("".join(f"{folded(line)}\r\n" for line in lines).encode(), len(kept), left_out)


def _reason(event: Event) -> str | None:
    if event.status == "rejected":
        return "rejected"
    told = [getattr(event, name) for name, _ in STEPS if getattr(event, name)]
    if not told:
        return "no day of effect or expiry"
    return None if any(precision(value) == "day" for value in told) else "day of effect or expiry not known to the day"


def _entries(event: Event) -> Iterator[str]:
    for name, label in STEPS:
        value = getattr(event, name)
        if value and precision(value) == "day":
            yield from _entry(event, name, f"{label}: {headline(event)}")


def _entry(event: Event, name: str, summary: str) -> Iterator[str]:
    day = date.fromisoformat(getattr(event, name))
    yield from ("BEGIN:VEVENT", f"UID:{_escaped(event.event_id)}-{name}@sanctions-timeline", f"DTSTAMP:{_stamp(event, day)}")
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    yield from (f"SUMMARY:{_escaped(summary)}", f"DESCRIPTION:{_escaped(_description(event))}")
    yield from (f"CATEGORIES:{event.category},{event.instrument}", f"STATUS:{STANDING[event.status]}", "TRANSP:TRANSPARENT")
    url = link(event.url)
    if url:
        yield f"URL:{url}"
    yield "END:VEVENT"


def _description(event: Event) -> str:
    return "\n".join([*dates(event), *details(event), *(f"{quoted(one)} ({source(one)})" for one in event.mentions)])


def _stamp(event: Event, day: date) -> str:
    """The day of the newest article that tells it, for want of a clock; else the day itself."""
    newest = told_on(event)[1] or day
    return f"{_basic(newest)}T000000Z"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return visible(text).translate({ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n"})


def folded(line: str) -> str:
    """The line in pieces of 75 octets or less, no character cut in two."""
    pieces, room = [""], OCTETS
    for char in line:
        size = len(char.encode())
        if size > room:
            pieces.append(" ")
            room = OCTETS - 1
        pieces[-1] += char
        room -= size
    return "\r\n".join(pieces)


EXPORTER = Exporter(
    name="ics",
    suffix=".ics",
    label="iCalendar, for calendars",
    holds=(
        "An all-day entry for each day on which a measure takes effect or expires, with quotes and sources. An entry keeps its UID "
        "for ever; DTSTAMP is the day of the newest article that tells it. What is only proposed is TENTATIVE."
    ),
    leaves_out=(
        "events without a day of effect or expiry, and those where it is known only to the month, the year or an interval",
        "the day of announcement; rejected measures",
        "offsets, links, history, confidence; of conflicts all but the names of the fields",
        "how certain an answer about days is; addresses other than http and https",
    ),
    write=write,
)
