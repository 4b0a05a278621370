"""How a timeline and an event show themselves in a notebook: a few lines of plain HTML without scripts, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from parsers.vocabulary import vocabulary
from timeline.charts.days import between, say
from timeline.charts.hover import tidy
from timeline.charts.names import instrument, jurisdiction, jurisdictions, scopes
from timeline.charts.words import number, words

if TYPE_CHECKING:
    from timeline.event import Event, Evidence

MOST = 20
LEFT = "text-align:left;vertical-align:top"


def timeline_html(name: str, events: Sequence[Event]) -> str:
    """How many events there are, and the latest twenty of them as a table."""
    told = number(len(events), words()["nouns"]["event"])
    head = "".join(f'<th style="{LEFT}">{escape(words()["table"][key])}</th>' for key in ("when", "who", "what", "status", "evidence"))
    dated = [event for event in events if event.is_dated][-MOST:]
    rows = "".join(f"<tr>{_cells(_row(event))}</tr>" for event in reversed(dated))
    more = words()["notebook"]["latest"].format(count=len(dated))
    return f"<p><b>{escape(name)}</b>: {escape(told)}. {escape(more)}</p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def event_html(event: Event) -> str:
    """Who, whom, what and when, how firm and how sure, and what each article says."""
    head = f"<b>{escape(_sides(event))}: {escape(_what(event))}</b>"
    firm = f"{vocabulary().actions[event.action]}, {vocabulary().statuses[event.status]}"
    sure = words()["notebook"]["confidence"].format(value=f"{event.confidence:.2f}")
    line = escape(f"{_when(event)} · {firm} · {sure} · {event.event_id}")
    told = "".join(map(_told, event.mentions)) or _quote(event.quote)
    return f"<p>{head}<br>{line}</p>{told}"


def _row(event: Event) -> list[str]:
    return [_when(event), _sides(event), _what(event), words()["key"][event.status], f"“{tidy(event.quote)}”"]


def _cells(texts: Iterable[str]) -> str:
    return "".join(f'<td style="{LEFT}">{escape(text)}</td>' for text in texts)


def _sides(event: Event) -> str:
    whom = jurisdictions(event.targets) or words()["table"]["no_target"]
    return str(words()["charts"]["sides"].format(imposer=jurisdiction(event.imposer), targets=whom))


def _what(event: Event) -> str:
    return instrument(event.instrument) + (f" ({scopes(event.scope)})" if event.scope else "")


def _when(event: Event) -> str:
    told = event.effective or event.announced
    return say(told) if told else str(words()["dates"]["undated"]).format(bounds=between(event.earliest, event.latest))


def _told(evidence: Evidence) -> str:
    source = ", ".join(filter(None, (evidence.publisher, evidence.title, str(evidence.published or ""))))
    return f"{_quote(evidence.quote)}<p><small>{escape(source)}</small></p>"


def _quote(quote: str) -> str:
    return f"<blockquote>“{escape(tidy(quote))}”</blockquote>"
