"""An event in words: the sentences with what was seen in them marked, and why each field has its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from timeline.cli.output import count, printable, safe, table
from timeline.safe import plain

if TYPE_CHECKING:
    from parsers.mention import Reason
    from timeline.event import Event, Evidence, Judged

Mark = Callable[[str], str]
FIELDS = ("imposer", "authority", "targets", "target_names", "instrument", "scope", "action", "status", "announced", "effective", "expires")
DATES = ("date_basis", "earliest", "latest")
REST = ("response_to", "count", "legal_ref", "attribution", "confidence")


def explain_event(event: Event, texts: dict[str, str], mark: Mark) -> Iterator[str]:
    """The lines of the explanation, fit for a terminal. ``texts`` are the articles' texts by their hash; ``mark`` emphasises a word."""
    yield from _head(event)
    for number, mention in enumerate(event.mentions, start=1):
        yield ""
        yield f"{number}. {_origin(mention)}"
        yield f"   {passage(mention, texts.get(mention.digest, ''), mark)}"
        yield from (f"   {line}" for line in table(reasons(mention)))
        yield from (f"   warning: {printable(warning)}" for warning in mention.warnings)
    yield from _history(event)


def _head(event: Event) -> Iterator[str]:
    from parsers.vocabulary import vocabulary

    words = vocabulary()
    label = words.instruments[event.instrument].label
    yield f"{event.event_id}: {event.imposer}, {label}, {words.actions[event.action]}, {words.statuses[event.status]}"
    yield f"date: {event.date or 'unknown'} ({words.date_bases[event.date_basis]})"
    why = f" ({event.earliest_reason})" if event.earliest_reason else ""
    yield f"bounds: not before {event.earliest or '?'}, not after {event.latest or '?'}{why}"
    told = f"{count(event.n_articles, 'article')}, {count(event.n_sources, 'independent source')}"
    yield f"told by {told}; confidence {event.confidence:.2f}"
    yield from (printable(judged(each, event)) for each in event.judged)


def judged(each: Judged, event: Event) -> str:
    """What a human said of the event, and of a field that it set what the machine says there."""
    from timeline.review.fields import plain as value_of
    from timeline.review.fields import said

    if each.field:
        change = f": {each.field} is {said(value_of(event, each.field))}; the machine says {said(each.machine)}"
    else:
        change = ": struck from the table" if each.kind == "reject" else ""
    return f"judged by {each.author} on {each.day} ({each.kind} {each.id}){change}{f'; because: {each.why}' if each.why else ''}"


def _origin(mention: Evidence) -> str:
    place = f"article {mention.article}, characters {mention.start}-{mention.end}"
    described = (mention.title, mention.publisher, mention.published and f"published {mention.published}", mention.url, place)
    return ", ".join(printable(str(each)) for each in described if each)


def passage(mention: Evidence, text: str, mark: Mark) -> str:
    """The sentence or sentences of the quote with the phrases marked that gave a field; the quote alone where the text is not at hand."""
    if not mention.proves(text):
        return marked(mention.quote, mention.start, mention.reasons, mark)
    from parsers.text import units

    around = [unit for unit in units(text) if unit.start < mention.end and unit.end > mention.start]
    start = min([mention.start, *(unit.start for unit in around)])
    end = max([mention.end, *(unit.end for unit in around)])
    return marked(text[start:end], start, mention.reasons, mark)


def marked(text: str, offset: int, found: Iterable[Reason], mark: Mark) -> str:
    """``text``, which begins at ``offset``, with each phrase of the reasons marked once."""
    spans = {(each.start - offset, each.end - offset) for each in found if each.start is not None and each.end is not None}
    parts, done = [], 0
    for start, end in sorted(spans):
        if done <= start < end <= len(text):
            parts += [safe(text[done:start]), mark(safe(text[start:end]))]
            done = end
    return "".join([*parts, safe(text[done:])])


def reasons(mention: Evidence) -> list[dict[str, Any]]:
    """One row for each reason, in the order of the event table; a field that was filled without one says so."""
    rows = []
    for name in (*FIELDS, *DATES, *REST):
        value = plain(getattr(mention, name))
        given = [each for each in mention.reasons if each.field == name]
        rows += [_row(name, value, each.rule, each.phrase, each.note) for each in given]
        if value and not given:
            rows.append(_row(name, value, "", "", ""))
    known = {*FIELDS, *DATES, *REST}
    return rows + [_row(each.field, "", each.rule, each.phrase, each.note) for each in mention.reasons if each.field not in known]


def _row(field: str, value: str, rule: str, phrase: str, note: str) -> dict[str, Any]:
    return {"field": field, "value": value, "rule": rule, "phrase": phrase, "note": note}


def _history(event: Event) -> Iterator[str]:
    if len(event.history) > 1:
        yield from ["", "stages:", *(f"  {step.date or 'undated'}: {step.status} (article {step.article})" for step in event.history)]
    if event.merge_reasons:
        yield from ["", "one event because:", *(f"  {printable(reason)}" for reason in event.merge_reasons)]
    for conflict in event.conflicts:
        chosen = f"chosen: {conflict.chosen or 'none'} ({conflict.rule})"
        yield printable(f"conflict on {conflict.field}: {', '.join(conflict.values)}; {chosen}")
    for link in event.links:
        yield printable(f"{link.type}: {link.to} ({link.basis}{': ' + link.cue if link.cue else ''})")
