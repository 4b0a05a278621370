"""Questions to the store: events by filters, with or without their evidence; articles; skipped passages; totals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from parsers.article import Article
from parsers.mention import Skipped
from timeline.event import Conflict, Event, Link
from timeline.filters import Selection
from timeline.review.judgement import BY_HAND
from timeline.store.rows import article_of, event_of_row, evidence_of
from timeline.store.statements import TOLD
from timeline.store.tables import articles, conflicts, event_codes, event_ids, event_mentions, events, links, mentions, skipped

CHUNK = 5_000  # ids in one query


def select_events(connection: Connection, wanted: Selection, *, deep: bool) -> list[Event]:
    """The events that a selection asks for, in order of their ids; ``deep`` adds evidence, links, conflicts and aliases."""
    query = select(events).where(*_conditions(wanted)).order_by(events.c.event_id)
    rows = connection.execute(query).mappings().all()
    needs_text = bool(wanted.text)
    nested = nested_of(connection, [row["event_id"] for row in rows]) if deep or needs_text else {}
    found = [event_of_row(row, **nested.get(row["event_id"], {})) for row in rows]
    found = [event for event in found if says(event, wanted.text)] if needs_text else found
    return found if deep or not needs_text else [event.model_copy(update={"mentions": ()}) for event in found]


def _conditions(wanted: Selection) -> list[ColumnElement[bool]]:
    own: list[ColumnElement[bool]] = [
        events.c[name].in_(codes) for name in ("imposer", "instrument", "status", "action") if (codes := getattr(wanted, name))
    ]
    listed = [_has_code(field, codes) for field, codes in (("targets", wanted.target), ("scope", wanted.scope)) if codes]
    # Who asks for an event by its id is told of it even where people rejected it.
    own.append(events.c.event_id.in_(wanted.ids) if wanted.ids else events.c.is_rejected == 0)
    return [*own, *listed, *_dates(wanted), *_marked(wanted), events.c.confidence >= wanted.min_confidence]


def _marked(wanted: Selection) -> list[ColumnElement[bool]]:
    """Only events first seen after a run, or only those whose articles contradict each other, where that is asked for."""
    later = select(event_ids.c.event_id).where(event_ids.c.run > wanted.new_since) if wanted.new_since is not None else None
    contested = select(conflicts.c.event_id) if wanted.contested else None
    return [events.c.event_id.in_(query) for query in (later, contested) if query is not None]


def _has_code(field: str, codes: Sequence[str]) -> ColumnElement[bool]:
    hit = select(event_codes.c.event_id).where(event_codes.c.field == field, event_codes.c.code.in_(codes))
    return events.c.event_id.in_(hit)


def _dates(wanted: Selection) -> list[ColumnElement[bool]]:
    """An event is wanted when some day that it can mean lies in the span; one without any day is wanted only where no span is given."""
    parts: list[ColumnElement[bool]] = []
    if wanted.since:
        parts.append(or_(events.c.date_to >= wanted.since.isoformat(), and_(events.c.date_to.is_(None), events.c.date_from.is_not(None))))
    if wanted.until:
        parts.append(or_(events.c.date_from <= wanted.until.isoformat(), and_(events.c.date_from.is_(None), events.c.date_to.is_not(None))))
    return parts


def says(event: Event, text: str) -> bool:
    """Whether the text stands in a quote, a name, a title, the authority or the legal act, in any case."""
    places = [event.quote, event.authority, event.legal_ref, event.article_title, *event.target_names]
    places += [part for one in event.mentions for part in (one.quote, one.title)]
    return any(text.casefold() in place.casefold() for place in places if place)


def nested_of(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Aliases, conflicts, links and evidence of events, by id."""
    found: dict[str, dict[str, Any]] = {name: {"aliases": (), "conflicts": (), "links": (), "mentions": ()} for name in ids}
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        for field, name, value in _nested(connection, part):
            found[name][field] += (value,)
    return found


def _nested(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, str, Any]]:
    aliases = select(event_ids).where(event_ids.c.leads_to.in_(ids)).order_by(event_ids.c.age)
    yield from (("aliases", row.leads_to, row.event_id) for row in connection.execute(aliases))
    yield from (("conflicts", name, value) for name, value in _conflicts(connection, ids))
    arrows = select(links).where(links.c.event_id.in_(ids)).order_by(links.c.event_id, links.c.position)
    for row in connection.execute(arrows):
        yield "links", row.event_id, Link(type=row.type, to=row.to_event, cue=row.cue, basis=row.basis, confidence=row.confidence)
    for told in connection.execute(_told(event_mentions.c.event_id.in_(ids))).mappings():
        yield "mentions", told["event_id"], evidence_of(told)


def _told(condition: ColumnElement[bool]) -> Select[Any]:
    tables = event_mentions.join(mentions).join(articles, articles.c.article_id == mentions.c.article_id)
    query = select(event_mentions.c.event_id, *TOLD).select_from(tables).where(condition)
    return query.order_by(event_mentions.c.event_id, event_mentions.c.rank)


def _conflicts(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, Conflict]]:
    query = select(conflicts).where(conflicts.c.event_id.in_(ids)).order_by(conflicts.c.event_id, conflicts.c.field, conflicts.c.value)
    grouped: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(query):
        grouped.setdefault((row.event_id, row.field), []).append(row)
    for (name, field), rows in grouped.items():
        told = {row.value: tuple(json.loads(row.articles)) for row in rows}
        chosen = next((row.value for row in rows if row.is_chosen), None)
        yield name, Conflict(field=field, values=tuple(told), articles=told, chosen=chosen, rule=rows[0].rule)


def resolve_id(connection: Connection, name: str) -> str | None:
    """The id of the event that a name stands for today: itself, or the event that took it in; None where there is none."""
    seen: set[str] = set()
    row = connection.execute(select(event_ids).where(event_ids.c.event_id == name)).first()
    while row and row.leads_to and row.event_id not in seen:
        seen.add(row.event_id)
        row = connection.execute(select(event_ids).where(event_ids.c.event_id == row.leads_to)).first()
    known = row and connection.scalar(select(events.c.event_id).where(events.c.event_id == row.event_id))
    return str(known) if known else None


def select_articles(connection: Connection, *, all_versions: bool = False) -> list[Article]:
    """The articles in order of arrival; with ``all_versions`` also those that a corrected version has replaced."""
    query = select(articles).where(articles.c.digest.not_like(f"{BY_HAND}%")).order_by(articles.c.article_id)
    rows = connection.execute(query if all_versions else query.where(articles.c.is_current == 1)).mappings()
    return [article_of(row) for row in rows]


def select_skipped(connection: Connection) -> list[Skipped]:
    """The passages that speak of sanctions and gave no event, by article and place."""
    query = select(skipped, articles.c.source_id).join(articles, articles.c.article_id == skipped.c.article_id)
    rows = connection.execute(query.order_by(skipped.c.article_id, skipped.c.start, skipped.c.skipped_id)).mappings()
    fields = ("start", "end", "quote", "rule", "reason")
    return [Skipped(article=row["source_id"], **{name: row[name] for name in fields}) for row in rows]


def totals(connection: Connection) -> dict[str, int]:
    """How many articles, mentions, events (dated, undated) and skipped passages there are."""
    dated = events.c.announced.is_not(None) | events.c.effective.is_not(None)
    counts = {
        "articles": select(func.count()).select_from(articles).where(articles.c.is_current == 1),
        "mentions": select(func.count()).select_from(mentions),
        "events": select(func.count()).select_from(events).where(events.c.is_rejected == 0),
        "dated": select(func.count()).select_from(events).where(dated, events.c.is_rejected == 0),
        "skipped": select(func.count()).select_from(skipped),
    }
    found = {name: int(connection.scalar(query) or 0) for name, query in counts.items()}
    return found | {"undated": found["events"] - found["dated"]}
