"""Events and articles as the page keeps them: plain values, words instead of codes where a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from parsers.article import Article
from parsers.mention import Reason
from parsers.vocabulary import vocabulary
from timeline.charts.days import between, day, say
from timeline.charts.hover import tidy
from timeline.charts.names import instrument, jurisdiction, jurisdictions, scopes
from timeline.charts.words import words
from timeline.event import Event, Evidence, Judged
from timeline.report.passages import Sentences, passage
from timeline.safe import safe_url

FIELDS = (
    "id imposer targets names instrument scope action status side basis date from to announced effective expires bounds answers"
    " count authority act claim confidence quote n_articles n_sources evidence conflicts judged links"
).split()


class Library:
    """The articles of the page, each once, by number. Articles that only the events know are added as they are met."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.entries: list[dict[str, Any]] = []
        self._numbers: dict[str, int] = {}
        self._texts: dict[str, Sentences] = {}
        for article in sorted(articles, key=lambda article: (str(article.published), article.digest)):
            self._texts[article.digest] = Sentences(article.text)
            self._numbers.setdefault(article.id, self._numbers.setdefault(article.digest, len(self.entries)))
            self._add(article)

    def number(self, evidence: Evidence) -> int:
        """The place of the article in ``entries``."""
        key = evidence.digest if evidence.digest in self._numbers else evidence.article
        if key not in self._numbers:
            self._numbers[key] = len(self.entries)
            self._add(evidence)
        return self._numbers[key]

    def text(self, evidence: Evidence) -> Sentences | None:
        """The article's text, where it was given."""
        return self._texts.get(evidence.digest)

    def _add(self, source: Article | Evidence) -> None:
        known = {"title": source.title, "publisher": source.publisher, "published": source.published, "url": source.url}
        self.entries.append(known | {"published": day(source.published) if source.published else None, "url": safe_url(source.url)})


def records(events: Iterable[Event], sides: Mapping[str, str], library: Library) -> list[list[Any]]:
    """A row of FIELDS for each event, in the given order; ``sides`` maps event id to ``sanction`` or ``counter``."""
    ordered = list(events)
    numbers = {event.event_id: number for number, event in enumerate(ordered)}
    rows = [_record(event, sides[event.event_id], library) | {"links": _links(event, numbers)} for event in ordered]
    return [[row[name] for name in FIELDS] for row in rows]


def static_row(event: Event) -> dict[str, Any]:
    """A row of the table in words, as it stands in the page before any script runs."""
    known = vocabulary()
    detail = [known.actions[event.action] if event.action != "impose" else "", scopes(event.scope), ", ".join(event.target_names[:4])]
    told, first = event.effective or event.announced, next(iter(event.mentions), None)
    source = [first.publisher or first.title, day(first.published) if first.published else None] if first else []
    return {
        "undated": not told,
        "date": say(told, short=True) if told else between(*event.interval, short=True),
        "imposer": jurisdiction(event.imposer),
        "targets": jurisdictions(event.targets),
        "instrument": instrument(event.instrument),
        "detail": " · ".join(filter(None, detail)),
        "status": words()["key"][event.status],
        "quote": tidy(event.quote),
        "claim": event.attribution,
        "source": ", ".join(filter(None, source)),
    }


def _record(event: Event, side: str, library: Library) -> dict[str, Any]:
    return _codes(event, side) | _dates(event) | _sources(event, library)


def _codes(event: Event, side: str) -> dict[str, Any]:
    return {
        "id": event.event_id,
        "imposer": event.imposer,
        "targets": event.targets,
        "names": event.target_names,
        "instrument": event.instrument,
        "scope": event.scope,
        "action": event.action,
        "status": event.status,
        "side": side,
        "answers": event.response_to,
        "count": event.count,
        "authority": event.authority,
        "act": event.legal_ref,
    }


def _dates(event: Event) -> dict[str, Any]:
    first, last = event.interval
    told = event.effective or event.announced
    return {
        "basis": event.date_basis,
        "date": say(told, short=True) if told else between(first, last, short=True),
        "from": first and first.isoformat(),
        "to": last and last.isoformat(),
        "announced": say(event.announced),
        "effective": say(event.effective),
        "expires": say(event.expires),
        "bounds": between(event.earliest, event.latest) if event.earliest or event.latest else "",
    }


def _sources(event: Event, library: Library) -> dict[str, Any]:
    return {
        "claim": event.attribution,
        "confidence": round(event.confidence, 2),
        "quote": event.quote,
        "n_articles": event.n_articles,
        "n_sources": event.n_sources,
        "evidence": [_evidence(evidence, library) for evidence in event.mentions],
        "conflicts": [
            [conflict.field, _values(conflict.field, conflict.values), conflict.chosen, conflict.rule] for conflict in event.conflicts
        ],
        "judged": [_judged(one) for one in event.judged],
    }


def _judged(one: Judged) -> list[str]:
    """What a human said: the kind and field, who and when, what the machine says there, and the reason."""
    machine = one.machine if isinstance(one.machine, list) else [one.machine]
    told = "; ".join(_values(one.field or "", tuple(str(value) for value in machine if value is not None)))
    return [" ".join(filter(None, (one.kind, one.field))), one.author, day(one.day), told if one.field else "", one.why]


def _evidence(evidence: Evidence, library: Library) -> list[Any]:
    told = [[name, say(getattr(evidence, name))] for name in ("announced", "effective", "expires") if getattr(evidence, name)]
    return [
        library.number(evidence),
        [*passage(evidence, library.text(evidence))],
        [_reason(reason) for reason in evidence.reasons],
        told,
    ]


def _reason(reason: Reason) -> list[str]:
    return [reason.field, reason.rule, reason.phrase, reason.note]


def _values(field: str, values: tuple[str, ...]) -> list[str]:
    return [say(value) if field in ("announced", "effective", "expires") else value for value in values]


def _links(event: Event, numbers: Mapping[str, int]) -> list[list[Any]]:
    return [[link.type, numbers[link.to], link.cue, link.basis] for link in event.links if link.to in numbers]
