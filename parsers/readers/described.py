"""What a page says of itself: JSON-LD first, then meta tags, then its markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from parsers.errors import InputError
from parsers.readers.fields import LANGUAGE, day

# Tried in this order; what follows is left to htmldate.
META_DATES = ("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "dc.date.issued")
# htmldate would take today for the upper end, and the same page must give the same article next year.
HTMLDATE: dict[str, Any] = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "2099-12-31"}
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
ARTICLE = re.compile(r"Article|Posting|Report|Press")
SEPARATOR = re.compile(r"\s+(?:[|·•»:]|[-–—])\s+")
# A browser that saves a page leaves this in a comment: SingleFile's "url:", "saved from url=(0042)".
SAVED = re.compile(r"<!--\s*(?:Page saved with SingleFile\s+url:\s*|saved from url=\(\d+\))(https?://\S+)", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A parsed page, before anything was taken out of it."""

    tree: Any
    source: str = ""

    @cached_property
    def linked(self) -> list[dict[str, Any]]:
        """The objects of its JSON-LD, outer before inner, articles first."""
        found: list[dict[str, Any]] = []
        for script in self.tree.iter("script"):
            if (script.get("type") or "").lower().startswith("application/ld+json"):
                found += _nodes(_loaded(script.text_content()))
        return sorted(found, key=lambda node: not _is_article(node))

    @cached_property
    def meta(self) -> dict[str, str]:
        """Its meta tags by name in lower case, the first of each."""
        values: dict[str, str] = {}
        for tag in self.tree.iter("meta"):
            key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
            values.setdefault(key, (tag.get("content") or "").strip())
        return values

    @property
    def article(self) -> dict[str, Any]:
        """The object that describes the article, empty where none does."""
        return next((node for node in self.linked if _is_article(node)), {})

    def title(self) -> str:
        """Its headline without the name of the site."""
        told = [self.meta.get("og:title"), self.article.get("headline"), self.meta.get("twitter:title"), *self._headings()]
        title = _line(next((text for text in told if isinstance(text, str) and text.strip()), ""))
        return _without(title, self.publisher())

    def _headings(self) -> Iterator[str]:
        for name in ("h1", "title"):
            yield from (tag.text_content() for tag in list(self.tree.iter(name))[:1])

    def publisher(self) -> str:
        """Who published it."""
        found = self.article.get("publisher")
        node = found[0] if isinstance(found, list) and found else found
        if isinstance(node, dict) and "name" not in node:
            node = next((one for one in self.linked if one.get("@id") == node.get("@id") and "name" in one), node)
        name = node.get("name") if isinstance(node, dict) else node
        return _line(name if isinstance(name, str) else "") or _line(self.meta.get("og:site_name", ""))

    def url(self) -> str:
        """Its address as it names it itself."""
        links = [tag.get("href") for tag in self.tree.iter("link") if (tag.get("rel") or "").lower() == "canonical"]
        saved = SAVED.search(self.source[:4096])
        told = [*links[:1], self.meta.get("og:url"), saved and saved[1]]
        return next((text.strip() for text in told if text and re.match(r"\s*https?://[^\s/]", text)), "")

    def language(self) -> str:
        """The language that it declares."""
        found = LANGUAGE.match((self.tree.get("lang") or self.tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip())
        return found[1] if found else ""

    def days(self, told: str | None = None) -> Iterator[tuple[date, str]]:
        """Its days of publication with where they come from, best first; ``told`` is what a feed or a mail said of it."""
        yield from _dated("json-ld", (node.get("datePublished") for node in self.linked))
        yield from _dated("meta", (self.meta.get(key) for key in META_DATES))
        yield from _dated("", [told])
        yield from _dated("htmldate", self._guessed())

    def _guessed(self) -> Iterator[Any]:
        from copy import deepcopy

        from htmldate import find_date

        yield find_date(deepcopy(self.tree), **HTMLDATE)

    def notes(self) -> Iterator[str]:
        """What a reader of the article should know."""
        if any("LiveBlogPosting" in str(node.get("@type")) for node in self.linked):
            yield "a live blog: its entries are of different times"
        if any(str(node.get("isAccessibleForFree")).lower() == "false" for node in self.linked):
            yield "behind a paywall: the text may be no more than its beginning"


def _dated(origin: str, values: Iterable[Any]) -> Iterator[tuple[date, str]]:
    for value in values:
        try:
            yield day(value), origin
        except InputError:
            continue  # pages write dates in many ways; one that is no ISO day leaves the question to the next source


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
            queue.extend(item[key] for key in WITHIN if key in item)
        elif isinstance(item, list):
            queue.extend(item)


def _is_article(node: dict[str, Any]) -> bool:
    return bool(ARTICLE.search(str(node.get("@type", ""))))


def _line(text: str) -> str:
    from html import unescape

    return " ".join(unescape(text).replace("\xad", "").split())


def _without(title: str, site: str) -> str:
    """A title without the site's name behind it, or before it."""
    parts = SEPARATOR.split(title)
    if site and len(parts) > 1:
        for end, rest in ((parts[-1], title[: -len(parts[-1])]), (parts[0], title[len(parts[0]) :])):
            if end.casefold() in site.casefold() or site.casefold() in end.casefold():
                return rest.strip(" |·•»:-–—")
    return title
