"""RSS and Atom: the entries of a feed as far as the feed tells them. ``timeline watch`` follows their links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_tz
from typing import Any

from parsers.errors import InputError
from parsers.readers.document import Document, Failure, Fit, Item, Reader
from parsers.readers.fields import day

START = re.compile(r"(<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<\?[^>]*\?>\s*)*<(rss|feed|rdf:RDF)\b", re.DOTALL)
MAX_ENTRIES = 10_000
TEXTS = ("text/", "application/xhtml")


@dataclass(frozen=True)
class Entry:
    """What a feed tells of one article: its address, as much of its text as it gives (HTML), and its description."""

    url: str
    content: str
    about: dict[str, Any]


def fit(document: Document) -> Fit:
    """Sure where the content begins like a feed."""
    return Fit.SURE if START.match(document.opening) else Fit.NO


def read(document: Document) -> Iterator[Item]:
    """Each entry as a document of its own, with what the feed says of it."""
    found = entries(document)
    if not found:
        raise InputError("the feed has no entries; try again later")
    for number, entry in enumerate(found, start=1):
        if entry.content.strip():
            yield inner(document, entry, number)
        else:
            yield Failure(f"entry {number}", "has no text in the feed; `timeline watch` reads the page that it links to", entry.url or None)


def inner(document: Document, entry: Entry, number: int) -> Document:
    """The document of an entry, as far as the feed tells it."""
    page = f"<html><body><article>{entry.content}</article></body></html>"
    name = f"{document.name}: entry {number}"
    return document.inner(name, page.encode(), suffix=".html", charset="utf-8", about=entry.about, url=entry.url or None)


def entries(document: Document) -> list[Entry]:
    """The entries of a feed in its order. Raises InputError where it is none."""
    import feedparser

    found = feedparser.parse(document.data(), resolve_relative_uris=False, sanitize_html=False, response_headers=_declared(document))
    if not found.get("version") or len(found.entries) > MAX_ENTRIES:
        raise InputError(f"is no feed that can be read ({found.get('bozo_exception', 'too many entries')}); check the address")
    return [_entry(entry, found.feed) for entry in found.entries]


def _declared(document: Document) -> dict[str, str]:
    address = {"content-location": document.url} if document.url else {}
    return address | ({"content-type": f"application/xml; charset={document.charset}"} if document.charset else {})


def _entry(entry: Any, feed: Any) -> Entry:
    told = [part.get("value", "") for part in entry.get("content", ()) if part.get("type", "text/html").startswith(TEXTS)]
    content = max([*told, entry.get("summary", "")], key=len)
    url = entry.get("link", "")
    about = {"title": _plain(entry.get("title", "")), "publisher": _publisher(entry, feed), "language": _language(entry, feed), "url": url}
    if day := _day(entry):
        about |= {"published": day, "published_from": "feed"}
    return Entry(url, content, {key: value for key, value in about.items() if value})


def _publisher(entry: Any, feed: Any) -> str:
    return _plain((entry.get("source") or {}).get("title") or feed.get("title", ""))


def _language(entry: Any, feed: Any) -> str:
    return str(entry.get("language") or feed.get("language") or (feed.get("title_detail") or {}).get("language") or "")


def _day(entry: Any) -> str:
    """The day of publication as the publisher's own clock shows it; feedparser leaves empty what it cannot read."""
    words, parsed = entry.get("published", ""), entry.get("published_parsed")
    try:
        return day(words).isoformat()
    except InputError:
        local = parsedate_tz(words)
    return "{:04}-{:02}-{:02}".format(*(local or parsed)[:3]) if parsed else ""


def _plain(markup: str) -> str:
    import html

    return " ".join(html.unescape(re.sub(r"<[^<>]{0,200}>", " ", markup)).split())


READER = Reader("feed", (".rss", ".atom", ".xml"), fit, read, confined=True)
