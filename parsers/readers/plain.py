"""Plain text and Markdown, with an optional front matter that describes the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import Document, Fit, Reader
from parsers.readers.encoding import decode
from parsers.readers.fields import DESCRIPTION, known_key, to_article

ENTRY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?\Z")
HEADING = re.compile(r"#[ \t]+(.+?)[ \t#]*\Z")
FENCE = "---"
XML = re.compile(r"<\?xml|<(rss|feed|opml|urlset)\b", re.IGNORECASE)


class Front(NamedTuple):
    """The fields of a front matter, the line of each, and the text behind it."""

    fields: dict[str, str]
    lines: dict[str, int]
    body: str


def fit(_document: Document) -> Fit:
    """Whatever is no other format may be text; ``decode`` refuses what is none."""
    return Fit.POSSIBLE


def read(document: Document) -> Iterator[Article]:
    """The one article of a text file. Line ends become newlines, blank lines around the text go; nothing else changes."""
    if XML.match(document.opening):
        raise InputError("is XML (a feed?), no article; save the article as text or HTML first")
    text = decode(document.data(), document.charset).replace("\r\n", "\n").replace("\r", "\n")
    front = split(text)
    fields = front.fields | {"text": front.body.strip("\n").rstrip()}
    fields.setdefault("title", _heading(front.body) if document.suffix in MARKDOWN else "")
    if document.url:
        fields.setdefault("url", document.url)
    yield to_article(fields, "front matter", front.lines)


def split(text: str) -> Front:
    """Front matter and text. Raises InputError with the line for an unknown, repeated or broken entry and for a missing end."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Front({}, {}, text)
    block = list(takewhile(lambda line: line.rstrip() != FENCE, lines[1:]))
    if not any(ENTRY.match(line.rstrip()) for line in block[:20]):
        return Front({}, {}, text)  # a rule drawn above the text, no front matter
    if len(block) == len(lines) - 1:
        raise InputError(f"line 1: the front matter is not closed; put a line {FENCE} behind its last entry")
    fields, places = _entries(block)
    return Front(fields, places, "\n".join(lines[len(block) + 2 :]))


def _entries(block: list[str]) -> tuple[dict[str, str], dict[str, int]]:
    fields: dict[str, str] = {}
    places: dict[str, int] = {}
    for number, line in enumerate(block, start=2):
        if line.strip() and not line.startswith("#"):
            key, value = _entry(line.rstrip(), number, places)
            fields[key], places[key] = value, number
    return fields, places


def _entry(line: str, number: int, places: dict[str, int]) -> tuple[str, str]:
    found = ENTRY.match(line)
    if not found:
        raise InputError(f"line {number}: {line.strip()!r} is no entry of the front matter; expected 'key: value' or a closing {FENCE}")
    try:
        known_key(found[1], DESCRIPTION)
    except InputError as error:
        raise InputError(f"line {number}: {error}") from error
    if found[1] in places:
        raise InputError(f"line {number}: {found[1]!r} stands already in line {places[found[1]]}; keep one")
    return found[1], _unquoted((found[2] or "").strip())


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _heading(body: str) -> str:
    found = HEADING.match(body.lstrip("\n").split("\n", 1)[0])
    return found[1] if found else ""


MARKDOWN = (".md", ".markdown")
READER = Reader("text", (".txt", ".text", *MARKDOWN), fit, read)
