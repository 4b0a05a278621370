"""Web pages: the article's text without what stands around it, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.described import Page
from parsers.readers.document import Document, Fit, Reader
from parsers.readers.encoding import decode
from parsers.readers.fields import to_article

MAX_SAVED = 50_000_000
MAX_PAGE = 5_000_000
MAX_ELEMENTS = 50_000
MAX_DEPTH = 200
"""Extraction takes time with each element and more with depth: beyond these a page is refused, not cut."""

START = re.compile(r"(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
# Pictures, fonts and frames that a browser puts into a page that it saves as one file.
EMBEDDED = re.compile(r"data:[\w.+-]+/[\w.+-]+[;,][^\"')\s>]{1000,}")
NOT_TEXT = ("script", "style", "svg", "noscript", "template", "iframe", "canvas", "object")
TOO_DEEP = f"boolean(/{'*/' * MAX_DEPTH}*)"
LONGER = 1.5
"""A page that gives its article's text for machines as well is believed where that is so many times what was found in the markup."""


def fit(document: Document) -> Fit:
    """Sure where the content begins like a page, possible where it holds any tag."""
    if START.match(document.opening):
        return Fit.SURE
    return Fit.POSSIBLE if TAG.search(document.opening) else Fit.NO


def read(document: Document) -> Iterator[Article]:
    """The one article of a page, with what the page says of itself and, before htmldate guesses, what brought it here says of it."""
    page = _page(document)
    fields: dict[str, Any] = {
        "title": page.title(),
        "publisher": page.publisher(),
        "url": document.url or page.url(),
        "language": page.language(),
        "notes": tuple(page.notes()),
    }
    for found, origin in page.days(document.about.get("published")):
        fields |= {"published": found.isoformat(), "published_from": origin or document.about.get("published_from")}
        break
    body = page.article.get("articleBody")
    text = _text(page.tree, document.url)
    if isinstance(body, str) and "<" not in body and len(body) > LONGER * len(text):
        text = _paragraphs(body)
    if not text:
        raise InputError("no article found in the page; save its text alone")
    yield to_article({name: value for name, value in fields.items() if value} | {"text": text}, "html")


def _page(document: Document) -> Page:
    from lxml import etree, html  # type: ignore[import-untyped]

    data = document.data(MAX_SAVED)
    declared = document.charset or next((name.decode("ascii") for name in CHARSET.findall(data[:4096])), None)
    text = decode(data, declared)
    declaration = XML_DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    if len(text) > MAX_PAGE // 2:
        text = EMBEDDED.sub("data:", text)
    if len(text) > MAX_PAGE:
        raise InputError(f"is larger than {MAX_PAGE // 1_000_000} MB without its pictures, too much for one article; save its text alone")
    try:
        return Page(html.document_fromstring(text, parser=html.HTMLParser(remove_comments=True, remove_pis=True)), text)
    except etree.ParserError as error:
        raise InputError("the page is empty; save it again, or save its text alone") from error


def _text(tree: Any, url: str | None) -> str:
    """The article's paragraphs; what is no text is taken out of the tree."""
    from lxml import etree
    from trafilatura import bare_extraction

    etree.strip_elements(tree, *NOT_TEXT, with_tail=False)
    count = int(tree.xpath("count(//*)"))
    if count > MAX_ELEMENTS or tree.xpath(TOO_DEEP):
        deep = f" nested more than {MAX_DEPTH} deep" if tree.xpath(TOO_DEEP) else ""
        raise InputError(f"the page has {count} elements{deep}, more than an article has; save its text alone")
    content = bare_extraction(tree, url=url, include_comments=False, include_tables=True)
    return _paragraphs(getattr(content, "text", None) or "")


def _paragraphs(text: str) -> str:
    # One line is one paragraph here; a blank line between them says so to a reader of wrapped text too. Soft hyphens are layout.
    return "\n\n".join(line.strip() for line in text.replace("\xad", "").splitlines() if line.strip())


READER = Reader("html", (".html", ".htm", ".xhtml"), fit, read, confined=True)
