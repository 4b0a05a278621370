"""JSON-LD: schema.org actions, and evidence as W3C Web Annotations."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from typing import Any

from parsers.edtf import precision
from parsers.standards import standards
from parsers.vocabulary import COUNTRY
from timeline.charts.names import instrument, jurisdiction
from timeline.event import LINK_TYPES, Event, Evidence
from timeline.exports.exporter import Content, Exporter, Written, evidence_first_seen, stable_id
from timeline.exports.wording import dates, details, headline
from timeline.safe import json_list, link, one_line, script_json, visible

NEAR = 32  # characters of text before and after a quote that tell it from the same words elsewhere
STATUS = {"in_force": "CompletedActionStatus", "announced": "PotentialActionStatus", "proposed": "PotentialActionStatus"}
Node = dict[str, Any]

# The whole context, so that nobody has to fetch one. What stands without a prefix is schema.org's, or the Web Annotation model's own word.
CONTEXT: Node = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix")
    },
    **{name: {"@id": f"oa:{name}", "@type": "xsd:nonNegativeInteger"} for name in ("start", "end")},
    **{name: {"@id": f"oa:has{name.title()}", "@type": "@id"} for name in ("body", "target", "selector", "source")},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "actionStatus": {"@type": "@vocab"},
    "url": {"@type": "@id"},
    **{name: {"@id": f"dcterms:{name}", "@type": "edtf:EDTF"} for name in ("date", "issued", "valid")},
    "relation": {"@id": "dcterms:relation", "@type": "@id"},
    "wasInfluencedBy": {"@id": "prov:wasInfluencedBy", "@type": "@id"},
    **{name: {"@id": f"urn:sanctions-timeline:{name}", "@type": "@id"} for name in LINK_TYPES},
}


def write(content: Content) -> Written:
    """One JSON-LD document: actions, the articles that tell them, and an annotation for each quote."""
    texts = content.texts
    known = {event.event_id for event in content.events}
    graph = [
        *(_action(event, known) for event in content.events),
        *(_article(one) for _, one in evidence_first_seen(content.events)),
        *(_annotation(event, one, texts.get(one.digest)) for event in content.events for one in event.mentions),
    ]
    document = f'{{"@context": {script_json(CONTEXT)},\n"@graph": {json_list(graph)}}}\n'
    return Written(document.encode(), len(content.events))


def _action(event: Event, known: set[str]) -> Node:
    node = {
        "id": stable_id("event", event.event_id),
        "type": "Action",
        "identifier": one_line(event.event_id),
        "name": headline(event),
        "description": visible("\n".join([*dates(event), *details(event)])),
        "agent": _place(event.imposer),
        "object": [*map(_place, event.targets), *({"type": "Thing", "name": one_line(name)} for name in event.target_names)],
        "instrument": list(_terms(event)),
        "actionStatus": STATUS.get(event.status, "FailedActionStatus"),
        "subjectOf": [{"id": _article_id(one)} for _, one in evidence_first_seen([event])],
    }
    return _filled(node | _times(event) | _relations(event, known))


def _times(event: Event) -> Node:
    """schema.org's times where they are days; every date, as exact as it is, in Dublin Core as EDTF."""
    until = f"{event.effective or '..'}/{event.expires or '..'}" if event.effective or event.expires else None
    return {
        "startTime": _day(event.effective),
        "endTime": _day(event.expires),
        "date": event.date,
        "issued": event.announced,
        "valid": until if until and until.count("/") == 1 else None,
    }


def _day(edtf: str | None) -> str | None:
    return edtf if edtf and precision(edtf) == "day" else None


def _relations(event: Event, known: set[str]) -> Node:
    """Each link by its own name, and by the nearest word of a known vocabulary for those who know no other."""
    links = [(arrow.type, stable_id("event", arrow.to)) for arrow in event.links if arrow.to in known]
    own = {kind: [name for other, name in links if other == kind] for kind in LINK_TYPES}
    answers = own["response_to"]
    return own | {"wasInfluencedBy": answers, "relation": [name for _, name in links if name not in answers]}


def _place(code: str) -> Node:
    kind = "Organization" if not COUNTRY.match(code) or code in ("EU", "UN") else "AdministrativeArea" if "-" in code else "Country"
    return {"id": stable_id("jurisdiction", code), "type": kind, "identifier": code, "name": jurisdiction(code)}


def _terms(event: Event) -> Iterator[Node]:
    """The instrument in the project's own list and in those that have a word for it."""
    yield _term("sanctions-timeline instruments", instrument(event.instrument), event.instrument)
    mapping = standards().instruments[event.instrument]
    yield from (_term("OpenSanctions measures", word) for word in mapping.opensanctions)
    yield from (_term("Global Sanctions Data Base", word) for word in mapping.gsdb)
    yield from (_term("UNCTAD MAST 2019", word, word) for word in mapping.mast)
    act = (event.instrument, event.action, event.status)
    for name, word in (("CAMEO", standards().cameo(*act)), ("PLOVER", standards().plover(*act))):
        if word:
            yield _term(name, word, word)


def _term(collection: str, name: str, code: str | None = None) -> Node:
    node = {"type": "DefinedTerm", "name": name, "termCode": code, "inDefinedTermSet": {"type": "DefinedTermSet", "name": collection}}
    return _filled(node)


def _article(one: Evidence) -> Node:
    node = {
        "id": _article_id(one),
        "type": "NewsArticle",
        "identifier": one_line(one.article),
        "headline": one_line(one.title or ""),
        "url": link(one.url),
        "datePublished": one.published and one.published.isoformat(),
        "inLanguage": one_line(one.language or ""),
        "publisher": {"type": "Organization", "name": one_line(one.publisher)} if one.publisher else None,
    }
    return _filled(node)


def _article_id(one: Evidence) -> str:
    """The text itself by its SHA-256 (RFC 6920), since offsets hold in it alone; without one, an id made from the article's."""
    if len(one.digest) != 64:
        return stable_id("article", one.article)
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(one.digest)).decode().rstrip('=')}"


def _annotation(event: Event, one: Evidence, text: str | None) -> Node:
    quote = _quote(one, text)
    position = {"type": "TextPositionSelector", "start": one.start, "end": one.end}
    places = [_resource(_article_id(one), [quote, position])]
    url = link(one.url)
    return {
        "id": stable_id("annotation", "|".join((event.event_id, *map(str, one.key)))),
        "type": "Annotation",
        "motivation": "identifying",
        "body": stable_id("event", event.event_id),
        "target": [*places, _resource(url, [quote])] if url else places,
    }


def _resource(source: str, selectors: Iterable[Node]) -> Node:
    return {"type": "SpecificResource", "source": source, "selector": list(selectors)}


def _quote(one: Evidence, text: str | None) -> Node:
    """The words exactly as they stand, with their neighbours where the article's text is there and proves them."""
    node: Node = {"type": "TextQuoteSelector", "exact": one.quote}
    if text is None or not one.proves(text):
        return node
    return node | _filled({"prefix": text[max(0, one.start - NEAR) : one.start], "suffix": text[one.end : one.end + NEAR]})


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


EXPORTER = Exporter(
    name="jsonld",
    suffix=".jsonld",
    label="JSON-LD, for linked data and annotation tools",
    holds=(
        "An `Action` (schema.org) for each event: agent, object, instrument in our own list and in OpenSanctions, GSDB, MAST, CAMEO"
        " and PLOVER, `startTime` and `endTime` where they are days, every date as EDTF in Dublin Core (`date`, `issued`, `valid`)."
        " Links by their own names (`response_to`, `extends`, `lifts`...), and again as `wasInfluencedBy` or `relation`."
        " A `NewsArticle` for each article, named by the hash of its text. An `Annotation` (W3C) for each quote, with "
        "TextQuoteSelector and TextPositionSelector (characters are Unicode code points of the stored text); at the article's web "
        "address the quote alone is selected. The context is inside, nothing is fetched."
    ),
    leaves_out=(
        "confidence, conflicts' values, history, bounds' reasons, the reasons behind fields",
        "the words, rules and confidence behind a link; links to events that the filters left out",
        "scopes, authority, legal act and count are in the description only, in words",
        "whether a name is a person, a company or a vessel",
        "codes of other lists where these have none, how certain an answer about days is",
        "addresses other than http and https, the articles' texts",
    ),
    write=write,
    texts=True,
)
