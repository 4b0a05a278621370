"""An event in words, as every format for reading says it: a claim is shown as a claim, what has no date is said to have none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from parsers.vocabulary import vocabulary
from timeline.charts.days import between, day, say
from timeline.charts.names import instrument, jurisdiction, jurisdictions, scopes
from timeline.safe import one_line

if TYPE_CHECKING:
    from timeline.event import Event, Evidence


def headline(event: Event) -> str:
    """One line that says who does what to whom, and how firm it is: "Japan: Asset freeze against Russia (imposed, in force)"."""
    whom = f" against {jurisdictions(event.targets)}" if event.targets else ""
    return f"{jurisdiction(event.imposer)}: {instrument(event.instrument)}{whom} ({standing(event)})"


def standing(event: Event) -> str:
    """What was done and how firm it is, with the one who says so where the articles report only a statement."""
    claim = f", according to {one_line(event.attribution)}" if event.attribution else ""
    return f"{vocabulary().actions[event.action]}, {vocabulary().statuses[event.status]}{claim}"


def when(event: Event) -> str:
    """The date on the timeline in words, never more precise than it is: "8 April 2022", "no date told; by 8 April 2022"."""
    told = event.effective or event.announced
    return say(told) if told else undated(event)


def undated(event: Event) -> str:
    """What is known of the day of an event for which no article gives a date."""
    first, last = event.earliest, event.latest
    return f"no date told; {between(first, last)}" if first or last else "no date told"


def dates(event: Event) -> list[str]:
    """Every date that the articles give, each in words; one line that says so where they give none."""
    labels = (("announced", "announced"), ("effective", "takes effect"), ("expires", "expires"))
    told = [f"{label}: {say(value)}" for name, label in labels if (value := getattr(event, name))]
    return told if event.is_dated else [undated(event), *told]


def details(event: Event) -> list[str]:
    """The rest of the fields that hold something, one line each."""
    known = {
        "covers": scopes(event.scope),
        "named": "; ".join(map(one_line, event.target_names)),
        "acting": event.authority,
        "legal act": event.legal_ref,
        "number hit": event.count,
        "in answer to": jurisdictions(event.response_to),
        "articles disagree on": ", ".join(dict.fromkeys(conflict.field for conflict in event.conflicts)),
    }
    return [f"{label}: {one_line(str(value))}" for label, value in known.items() if value not in (None, "")]


def source(evidence: Evidence) -> str:
    """Where the words stand: "The Morning Wire, 8 April 2022: What Moscow closed"; the article's id where nothing else is known."""
    named = [one_line(evidence.publisher or ""), day(evidence.published) if evidence.published else ""]
    about = ", ".join(filter(None, named))
    title = one_line(evidence.title or "")
    return ": ".join(filter(None, (about, title))) or one_line(evidence.article)


def quoted(evidence: Evidence) -> str:
    """The outlet's own words, in quotation marks, on one line."""
    return f"“{one_line(evidence.quote)}”"


def told_on(event: Event) -> tuple[date | None, date | None]:
    """The days on which articles first and last told of the event, by their days of publication; None where none is known."""
    days = sorted(one.published for one in event.mentions if one.published)
    return (days[0], days[-1]) if days else (None, None)
