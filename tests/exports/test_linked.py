"""JSON-LD, read by those who know only RDF, and its annotations, by those who know only JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from jsonschema import Draft202012Validator
from rdflib.namespace import RDF

from parsers.article import Article
from tests.exports.conftest import HOSTILE, Write
from timeline.event import LINK_TYPES, Event, Link
from timeline.exports import export

# rdflib's own reader of JSON-LD uses what rdflib itself calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated, use Data:DeprecationWarning")

ANNOTATION = json.loads((Path(__file__).parent / "schemas" / "annotation.json").read_text(encoding="utf-8"))
SCHEMA_ORG = rdflib.Namespace("https://schema.org/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
DCTERMS = rdflib.Namespace("http://purl.org/dc/terms/")


def act(**values: Any) -> Event:
    return Event(**{"event_id": "a", "imposer": "JP", "targets": ("RU",), "instrument": "asset_freeze", "date_basis": "explicit"} | values)


def graph(data: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=data.decode(), format="json-ld")


def nodes(data: bytes, kind: str) -> list[dict[str, Any]]:
    return [node for node in json.loads(data)["@graph"] if node["type"] == kind]


def test_linked_data_is_schema_org_for_those_who_know_only_rdf(write: Write, events: list[Event]) -> None:
    triples = graph(write("jsonld"))
    actions = {str(triples.value(one, SCHEMA_ORG.identifier)): one for one in triples.subjects(RDF.type, SCHEMA_ORG.Action)}
    assert actions.keys() == {event.event_id for event in events}
    coal = actions["eu-coal"]
    assert str(triples.value(triples.value(coal, SCHEMA_ORG.agent), SCHEMA_ORG.name)) == "EU"
    assert triples.value(coal, SCHEMA_ORG.actionStatus) == SCHEMA_ORG.CompletedActionStatus
    assert str(triples.value(coal, SCHEMA_ORG.startTime)) == "2022-08-10"
    valid = triples.value(coal, DCTERMS.valid)
    assert (str(valid), str(valid.datatype)) == ("2022-08-10/..", "http://id.loc.gov/datatypes/edtf/EDTF")
    terms = {str(triples.value(one, SCHEMA_ORG.name)) for one in triples.objects(coal, SCHEMA_ORG.instrument)}
    assert {"Import restriction", "Import restrictions", "trade", "E", "163", "SANCTION discontinue"} == terms
    answers = list(triples.subject_objects(rdflib.URIRef("http://www.w3.org/ns/prov#wasInfluencedBy")))
    assert answers == [(actions["ru-expulsion"], actions["jp-expulsion"])]
    statuses = {str(triples.value(actions[name], SCHEMA_ORG.actionStatus)).rsplit("/", 1)[1] for name in ("gb-gold", "in-refusal")}
    assert statuses == {"PotentialActionStatus", "FailedActionStatus"}


def test_every_quote_is_an_annotation_that_proves_itself_in_the_text(write: Write, events: list[Event], articles: list[Article]) -> None:
    data = write("jsonld")
    told = {node["id"]: node["identifier"] for node in nodes(data, "NewsArticle")}
    texts = {article.id: article.text for article in articles}
    annotations = nodes(data, "Annotation")
    assert len(annotations) == sum(len(event.mentions) for event in events)
    for one in annotations:
        Draft202012Validator(ANNOTATION).validate(one)
        text = texts[told[one["target"][0]["source"]]]
        quote, position = one["target"][0]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.count(quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")) == 1
        assert [len(place["selector"]) for place in one["target"][1:]] in ([], [1]), "offsets hold in the stored text alone"
    triples = graph(data)
    assert len(list(triples.subjects(RDF.type, OA.TextPositionSelector))) == len(annotations)
    assert {str(start.datatype) for start in triples.objects(None, OA.start)} == {"http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
    assert set(triples.objects(None, OA.hasBody)) == set(triples.subjects(RDF.type, SCHEMA_ORG.Action))


def test_links_between_events_are_kept_while_both_are_there(events: list[Event]) -> None:
    lifts = act(event_id="l", action="lift", links=(Link(type="lifts", to="eu-coal"),))
    relation = rdflib.URIRef("http://purl.org/dc/terms/relation")
    assert len(list(graph(export("jsonld", [*events, lifts]).data).subject_objects(relation))) == 1
    assert list(graph(export("jsonld", [lifts]).data).subject_objects(relation)) == []


def test_each_link_keeps_its_own_name(events: list[Event]) -> None:
    first, second = events[:2]
    for kind in LINK_TYPES:
        linked = first.model_copy(update={"links": (Link(type=kind, to=second.event_id),)})
        named = rdflib.URIRef(f"urn:sanctions-timeline:{kind}")
        assert len(list(graph(export("jsonld", [linked, second]).data).subject_objects(named))) == 1


def test_linked_data_of_hostile_articles_may_stand_in_a_page(write: Write) -> None:
    data = write("jsonld", HOSTILE)
    assert not set(data.decode()) & set("<>&")
    assert len(list(graph(data).subjects(RDF.type, OA.Annotation))) == len(HOSTILE)
    assert {node["url"][:8] for node in nodes(data, "NewsArticle") if "url" in node} == {"https://"}
    quotes = {one["target"][0]["selector"][0]["exact"] for one in nodes(data, "Annotation")}
    assert quotes == {event.quote for event in HOSTILE}
