"""Web pages: the article's text without what stands around it, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import Document, Fit, Reader
from parsers.readers.encoding import decode
from parsers.readers.fields import LANGUAGE, day, to_article

MAX_PAGE = 5_000_000
MAX_ELEMENTS = 50_000
MAX_DEPTH = 200
"""Extraction takes time with each element and more with depth: beyond these a page is refused, not cut."""

START = re.compile(r"(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
NOT_TEXT = ("script", "style", "svg", "noscript", "template", "iframe", "canvas", "object")
# Tried in this order; what follows is left to htmldate.
META_DATES = ("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "dc.date.issued")
# htmldate would take today for the upper end, and the same page must give the same article next year.
HTMLDATE: dict[str, Any] = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "2099-12-31"}


def fit(document: Document) -> Fit:
    """Sure where the content begins like a page, possible where it holds any tag."""
    if START.match(document.opening):
        return Fit.SURE
    return Fit.POSSIBLE if TAG.search(document.opening) else Fit.NO


def read(document: Document) -> Iterator[Article]:
    """The one article of a page; its day of publication from JSON-LD, else from meta tags, else from htmldate's reading of the markup."""
    tree = _tree(document)
    found = _published(tree)
    _strip(tree)
    yield to_article(_described(tree, document.url) | found, "html")


def _tree(document: Document) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    data = document.data(MAX_PAGE)
    declared = document.charset or next((name.decode("ascii") for name in CHARSET.findall(data[:4096])), None)
    text = XML_DECLARATION.sub("", decode(data, declared), count=1)
    try:
        return html.document_fromstring(text, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except etree.ParserError as error:
        raise InputError("the page is empty; save it again, or save its text alone") from error


def _strip(tree: Any) -> None:
    from lxml import etree

    etree.strip_elements(tree, *NOT_TEXT, with_tail=False)
    count = depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        count, depth = (count + 1, depth + 1) if event == "start" else (count, depth - 1)
        deepest = max(deepest, depth)
    if count > MAX_ELEMENTS or deepest > MAX_DEPTH:
        raise InputError(f"the page has {count} elements nested {deepest} deep, more than an article has; save its text alone")


def _described(tree: Any, url: str | None) -> dict[str, Any]:
    from trafilatura import bare_extraction, extract_metadata

    about = extract_metadata(deepcopy(tree), default_url=url, date_config=HTMLDATE)
    content = bare_extraction(tree, url=url, include_comments=False, include_tables=True)
    text = getattr(content, "text", None)
    if not text:
        raise InputError("no article found in the page; save its text alone")
    language = LANGUAGE.match((tree.get("lang") or "").strip())
    return {
        "text": _paragraphs(text),
        "title": about.title,
        "publisher": about.sitename if about.sitename != about.hostname else None,
        "url": url or about.url,
        "language": language[1] if language else None,
    }


def _paragraphs(text: str) -> str:
    # One line is one paragraph here; a blank line between them says so to a reader of wrapped text too. Soft hyphens are layout.
    return "\n\n".join(line.strip() for line in text.replace("\xad", "").splitlines() if line.strip())


def _published(tree: Any) -> dict[str, Any]:
    for origin, days in (("json-ld", _json_ld_days(tree)), ("meta", _meta_days(tree)), ("htmldate", _markup_days(tree))):
        first = next(days, None)
        if first:
            return {"published": first.isoformat(), "published_from": origin}
    return {}


def _json_ld_days(tree: Any) -> Iterator[date]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield from _days(node.get("datePublished") for node in _nodes(_loaded(script.text_content())))


def _loaded(text: str) -> Any:
    import orjson

    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None  # a broken block is the page's fault and no reason to lose the article: the next source is asked


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block, outer before inner, the page's article before what it merely mentions."""
    queue = [value]
    while queue:
        item = queue.pop(0)
        if isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)
        elif isinstance(item, list):
            queue.extend(item)


def _meta_days(tree: Any) -> Iterator[date]:
    values: dict[str, Any] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        values.setdefault(key, meta.get("content"))
    return _days(values.get(key) for key in META_DATES)


def _markup_days(tree: Any) -> Iterator[date]:
    from htmldate import find_date

    return _days([find_date(deepcopy(tree), **HTMLDATE)])


def _days(values: Any) -> Iterator[date]:
    for value in values:
        try:
            yield day(value)
        except InputError:
            continue  # pages write dates in many ways; one that is no ISO day leaves the question to the next source


READER = Reader("html", (".html", ".htm", ".xhtml"), fit, read, confined=True)
