"""Articles and what they say, made by hand: the words of each mention stand in its article, as the store demands of a parser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from parsers import Article, Mention, Reading
from timeline.event import Event, Evidence
from timeline.merge import Source, merge, source_of

Told = tuple[Article, Reading]
DEFAULTS: dict[str, Any] = {"imposer": "JP", "targets": ("RU",), "instrument": "asset_freeze", "confidence": 0.9}


def told(name: str, *mentions: dict[str, Any], published: str | None = "2022-03-01", **about: Any) -> Told:
    """An article that says what the mentions say, one sentence each; a mention may give its own ``quote``."""
    quotes = [one.get("quote") or f"Sentence {i} of {name}." for i, one in enumerate(mentions)]
    article = Article(
        id=name, text=" ".join([f"Article {name}.", *quotes]), published=published, publisher=about.pop("publisher", name), **about
    )
    return article, Reading(mentions=tuple(_mention(article, quote, one) for quote, one in zip(quotes, mentions, strict=True)))


def _mention(article: Article, quote: str, values: dict[str, Any]) -> Mention:
    start = article.text.index(quote)
    dated = {"date_basis": "explicit"} if values.get("announced") or values.get("effective") else {}
    return Mention(article=article.id, **DEFAULTS | dated | values | {"quote": quote, "start": start, "end": start + len(quote)})


def evidence_of(stories: Iterable[Told]) -> tuple[list[Evidence], dict[str, Source]]:
    """What the merge takes: all evidence, and the facts of each article by digest."""
    found, sources = [], {}
    for article, reading in stories:
        about = {name: getattr(article, name) for name in ("title", "publisher", "url", "published", "language")}
        found += [Evidence(**vars(one), **about, digest=article.digest) for one in reading.mentions]
        sources[article.digest] = source_of(article, reading.mentions)
    return found, sources


def refusal(table: str, words: str, database: str, condition: str = "true") -> list[str]:
    """Statements that make a database refuse rows of a table in these words, as a full disk would."""
    if database == "sqlite":
        return [f"CREATE TRIGGER refusal BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{words}'); END"]
    body = f"BEGIN IF {condition} THEN RAISE EXCEPTION '{words}'; END IF; RETURN NEW; END"
    function = f"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
    return [function, f"CREATE TRIGGER refusal BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION refuse()"]


def merged(*stories: Told) -> list[Event]:
    """The events that some articles tell, by date."""
    found, sources = evidence_of(stories)
    return sorted(merge(found, sources), key=lambda event: (event.date or "9999", event.event_id))


def annotated(folder: Path) -> Iterator[tuple[Told, list[str]]]:
    """The annotated articles of a folder with perfect mentions, and for each mention the event that it belongs to."""
    for path in sorted(folder.glob("merge-*.json")):
        doc = json.loads(path.read_text(encoding="utf-8"))
        about = {name: doc[name] for name in ("text", "title", "published", "publisher", "url")}
        article = Article(id=doc["doc"], language=doc["lang"], **about)
        mentions = tuple(_annotated(article, one) for one in doc["events"])
        yield (article, Reading(mentions=mentions)), [one["event_id"] for one in doc["events"]]


def _annotated(article: Article, one: dict[str, Any]) -> Mention:
    codes = {name: one[name] for name in ("imposer", "instrument", "action", "status", "announced", "effective", "expires", "quote")}
    lists = {name: tuple(one[name]) for name in ("targets", "scope", "response_to")}
    start = article.text.index(one["quote"])
    latest: date | None = article.published if one["status"] == "in_force" and not one["effective"] else None
    return Mention(article=article.id, **codes, **lists, start=start, end=start + len(one["quote"]), latest=latest, confidence=0.9)
