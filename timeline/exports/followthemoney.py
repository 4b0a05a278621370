"""FollowTheMoney: who is under which measure, as entities for Aleph, OpenSanctions' tools and graph databases."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from parsers.edtf import POINT
from parsers.standards import standards
from parsers.vocabulary import COUNTRY
from timeline.charts.names import jurisdiction
from timeline.event import Event, Evidence
from timeline.exports.exporter import Content, Exporter, Written, evidence_first_seen, sorted_out
from timeline.exports.wording import dates, details, headline, quoted, source, standing
from timeline.safe import json_text, link, one_line

HELD_STATUSES = ("in_force", "announced")
RELIEF = ("ease", "lift")
SHORT = 384  # characters of a name; FollowTheMoney gives other short texts somewhat more
LENGTHS = {"description": 65_000, "sourceUrl": 4_096}
Entity = dict[str, Any]


def write(content: Content) -> Written:
    """Entities, one JSON object a line: targets first, then articles, then sanctions."""
    kept, left_out = sorted_out(content.events, _reason)
    targets = {entity["id"]: entity for event in kept for entity in _targets(event)}
    articles = [_article(key, one) for key, one in evidence_first_seen(kept)]
    entities = [*(targets[name] for name in sorted(targets)), *articles, *map(_sanction, kept)]
    return Written("".join(f"{json_text(entity)}\n" for entity in entities).encode(), len(kept), left_out)


def _reason(event: Event) -> str | None:
    if event.status not in HELD_STATUSES:
        return "only proposed, or rejected"
    if event.action in RELIEF:
        return "eases or lifts a measure"
    return None if event.targets or any(map(one_line, event.target_names)) else "no target"


def _targets(event: Event) -> list[Entity]:
    """Those who are named; where nobody is, the states that the measure is aimed at."""
    names = [name for name in map(one_line, event.target_names) if name]
    if not names:
        return [_territory(code) for code in event.targets]
    state = event.targets[0] if len(event.targets) == 1 else ""
    return [_entity("LegalEntity", f"{name.casefold()}|{state}", name=[name], country=_countries([state])) for name in names]


def _territory(code: str) -> Entity:
    return _entity("Territory", code, name=[jurisdiction(code)], country=_countries([code]))


def _article(key: str, one: Evidence) -> Entity:
    published = [one.published.isoformat()] if one.published else []
    names = {"title": one.title, "publisher": one.publisher, "sourceUrl": link(one.url)}
    known = {name: [one_line(value)] for name, value in names.items() if value and one_line(value)}
    return _entity("Article", key, **known, publishedAt=published)


def _sanction(event: Event) -> Entity:
    articles = list(evidence_first_seen([event]))
    return _entity(
        "Sanction",
        event.event_id,
        entity=[target["id"] for target in _targets(event)],
        proof=[_id("Article", key) for key, _ in articles],
        recordId=[one_line(event.event_id)],
        authority=[one_line(event.authority or jurisdiction(event.imposer))],
        country=_countries([event.imposer]),
        provisions=list(standards().instruments[event.instrument].opensanctions),
        status=[standing(event)],
        listingDate=_prefix(event.announced),
        startDate=_prefix(event.effective),
        endDate=_prefix(event.expires),
        summary=[headline(event)],
        description=["\n".join(_description(event))],
        publisher=_distinct(one_line(one.publisher or "") for _, one in articles),
        sourceUrl=_distinct(link(one.url) or "" for _, one in articles),
    )


def _description(event: Event) -> Iterator[str]:
    yield from dates(event)
    yield from details(event)
    yield from (f"{quoted(one)} ({source(one)})" for one in event.mentions)


def _entity(schema: str, key: str, **properties: list[str]) -> Entity:
    held = {name: [_fitting(name, value) for value in values] for name, values in properties.items()}
    return {
        "id": _id(schema, key),
        "schema": schema,
        "properties": {name: _distinct(values) for name, values in held.items() if any(values)},
    }


def _fitting(name: str, value: str) -> str:
    """A value within the length that FollowTheMoney allows: words are cut, an address is left out."""
    most = LENGTHS.get(name, SHORT)
    if len(value) <= most:
        return value
    return "" if name == "sourceUrl" else f"{value[: most - 1]}…"


def _id(schema: str, key: str) -> str:
    """The same for the same thing in every export."""
    return f"st-{schema.lower()}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _countries(codes: Iterable[str]) -> list[str]:
    """The codes of FollowTheMoney: ISO 3166 in small letters; a region by its state; alliances have none."""
    return _distinct(code[:2].lower() for code in codes if COUNTRY.match(code))


def _prefix(edtf: str | None) -> list[str]:
    """A date as FollowTheMoney takes it: a day, a month or a year; nothing for an interval or a day without a year."""
    return [edtf] if edtf and POINT.match(edtf) else []


def _distinct(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value]


EXPORTER = Exporter(
    name="ftm",
    suffix=".ftm.json",
    label="FollowTheMoney, for Aleph, OpenSanctions' tools and graphs",
    holds=(
        "A `Sanction` for each measure in force or announced, with its targets as `entity` and its articles as `proof`. Whoever is "
        "named is a `LegalEntity`; where nobody is, the state stands for those who are hit, as a `Territory`. `provisions` are "
        "OpenSanctions' measures; `listingDate`, `startDate` and `endDate` are announced, effective and expires. The same in words,"
        " with the quotes, in `description`."
    ),
    leaves_out=(
        "measures only proposed or rejected, and those that ease or lift: read as a Sanction they would say the opposite",
        "measures without a target, since a Sanction needs an entity",
        "dates that are intervals or lack a year (they are in the description), and the bounds of undated events",
        "instruments without a word in OpenSanctions' list have no `provisions`",
        "countries of alliances such as G7; regions count for their state",
        "whether a name is a person, a company or a vessel, and whether two names are the same one: nothing is resolved",
        "topics: a report in the news puts nobody on a list",
        "what is longer than the format allows: names and headlines end after 384 characters, addresses beyond 4,096 are dropped",
        "offsets, links, history, confidence; how certain an answer about days is",
        "addresses other than http and https; the articles' languages and texts",
    ),
    write=write,
)
