"""What is new in feeds: each entry that is not known yet is read from the page that it links to, or from the feed where that fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers import SUFFIXES, Way, articles_in
from parsers.readers.confined import Confinement, Limits
from parsers.readers.document import Document, Failure
from parsers.readers.feed import READER
from parsers.readers.manners import Manners
from parsers.readers.sources import SCHEMES, open_source
from parsers.readers.web import Visitor

OPML = re.compile(r"(<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<opml\b", re.DOTALL | re.IGNORECASE)
MAX_FEEDS = 1_000


def new_articles(
    feeds: Iterable[str], manners: Manners, known: Callable[[str], bool], limits: Limits | None = None
) -> Iterator[Article | Failure]:
    """The articles of ``feeds`` that are not ``known`` by their address, which becomes their id.

    A feed is an address or a file; a list of feeds (OPML) stands for all of them. What cannot be had comes as a Failure.
    """
    with Confinement(limits) as confinement:
        watch = _Watch(Visitor(manners), Way(confinement, manners.today), known)
        for feed in feeds:
            yield from watch.read(feed)


@dataclass(frozen=True)
class _Watch:
    visitor: Visitor
    way: Way
    known: Callable[[str], bool]

    def read(self, name: str, inside: bool = False) -> Iterator[Article | Failure]:
        """The new articles of one feed, or of a list of them; a list ``inside`` another is not followed."""
        try:
            for document in self._opened(name):
                if isinstance(document, Failure):
                    yield document
                elif OPML.match(document.opening) and not inside:
                    for feed in feeds_of(document):
                        yield from self.read(feed, inside=True)
                else:
                    yield from self._entries(document)
        except (InputError, OSError) as error:
            yield Failure.of(name, error)

    def _opened(self, name: str) -> Iterator[Document | Failure]:
        if name.lower().startswith(SCHEMES):
            yield self.visitor.fetch(name, anew=True)
            return
        for item in open_source(name, suffixes=SUFFIXES | {".opml"}, visitor=self.visitor):
            if not isinstance(item, Article):
                yield item

    def _entries(self, document: Document) -> Iterator[Article | Failure]:
        for entry in self.way.confinement.read(READER, document):
            if isinstance(entry, Article) or (entry.url and self.known(entry.url)):
                continue
            yield from self._entry(entry)

    def _entry(self, entry: Document | Failure) -> Iterator[Article | Failure]:
        """The article behind an entry: its page, else what the feed gives of it with a note, else why it could not be had."""
        found = list(self._page(entry)) if entry.url else []
        if not any(isinstance(item, Article) for item in found) and isinstance(entry, Document):
            why = next((item.error for item in found if isinstance(item, Failure)), "it has no address")
            found = [_noted(item, f"only what the feed tells of it: {why}") for item in articles_in(entry, self.way)]
        if not found and isinstance(entry, Failure):
            yield entry
        for item in found:
            yield item.model_copy(update={"id": entry.url}) if isinstance(item, Article) and entry.url else item

    def _page(self, entry: Document | Failure) -> Iterator[Article | Failure]:
        try:
            page = self.visitor.fetch(str(entry.url))
        except InputError as error:
            yield Failure(str(entry.url), str(error))
            return
        about = entry.about if isinstance(entry, Document) else {}
        yield from articles_in(replace(page, about=about), self.way)


def _noted(item: Article | Failure, note: str) -> Article | Failure:
    return item.model_copy(update={"notes": (*item.notes, note)}) if isinstance(item, Article) else item


def feeds_of(document: Document) -> list[str]:
    """The addresses of the feeds in an OPML file, in its order, each once. Raises InputError where it holds none."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(document.data(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is no list of feeds ({error}); expected OPML, or the address of a feed") from error
    found = [str(outline.get("xmlUrl") or "").strip() for outline in tree.iter("outline")]
    feeds = [feed for feed in dict.fromkeys(found) if feed.lower().startswith(SCHEMES)]
    if not feeds:
        raise InputError("names no feed; expected OPML with the address of a feed (xmlUrl) in each outline")
    return feeds[:MAX_FEEDS]
