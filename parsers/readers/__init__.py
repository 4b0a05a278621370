"""Doors in: a file, a folder, a glob, a web address, standard input or an iterable becomes articles.

``READERS`` is the one list of formats. The content decides which reader takes a document; the suffix is asked only where the content
could be several things.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers import (
    csv_table,
    docx,
    feed,
    html,
    json_lines,
    json_object,
    mail,
    mbox,
    packed,
    pdf,
    plain,
    tar_file,
    warc,
    zip_file,
)
from parsers.readers.completion import complete
from parsers.readers.confined import Confinement, Limits
from parsers.readers.document import Document, Failure, Fit, Reader
from parsers.readers.manners import Manners
from parsers.readers.sources import open_source
from parsers.readers.web import Visitor

READERS: tuple[Reader, ...] = (
    packed.READER,
    zip_file.READER,
    tar_file.READER,
    pdf.READER,
    docx.READER,
    warc.READER,
    mbox.READER,
    json_lines.READER,
    json_object.READER,
    feed.READER,
    html.READER,
    mail.READER,
    csv_table.READER,
    plain.READER,
)
DEPTH = 5
"""How deep documents may lie within documents: a page in a mail in a mailbox in a tar in a gzip file."""
MOST_FAILURES = 100
"""Bad items of one source that are told one by one; the others are counted."""

__all__ = ["READERS", "Document", "Failure", "Limits", "Manners", "Reader", "read", "read_all", "reader_for"]


def read(source: Any, *, allow_private: bool = False) -> Iterator[Article]:
    """The articles of a source, one after the other; the first bad item raises InputError.

    ``source`` is a path (file or folder), a glob, ``-`` for standard input, an http(s) address, an Article, or an iterable of these.
    ``allow_private`` lets web addresses point into the local network.
    """
    for item in read_all(source, Manners(allow_private=allow_private)):
        if isinstance(item, Failure):
            raise InputError(str(item))
        yield item


def read_all(source: Any, manners: Manners | None = None, limits: Limits | None = None) -> Iterator[Article | Failure]:
    """As ``read``, but a bad item comes out as a Failure in its place and the rest goes on.

    ``manners`` say how the web is asked, and what day it is; ``limits`` what one document may take of its reader.
    """
    manners = manners or Manners()
    with Confinement(limits) as confinement:
        for item in open_source(source, suffixes=SUFFIXES, visitor=Visitor(manners)):
            if isinstance(item, Document):
                yield from _told(articles_in(item, Way(confinement, manners.today)), item.name)
            else:
                yield item


def reader_for(document: Document) -> Reader:
    """The reader that takes a document: the one whose format its content shows, else the one of its suffix, else plain text."""
    fits = [(reader.fit(document), reader) for reader in READERS]
    sure = [reader for fit, reader in fits if fit is Fit.SURE]
    named = [reader for fit, reader in fits if fit is Fit.POSSIBLE and document.suffix in reader.suffixes]
    return (sure + named + [plain.READER])[0]


def _told(items: Iterator[Article | Failure], name: str) -> Iterator[Article | Failure]:
    """The items of one source, its failures as many as somebody would read."""
    failures = 0
    for item in items:
        failures += isinstance(item, Failure)
        if isinstance(item, Article) or failures <= MOST_FAILURES:
            yield item
    if failures > MOST_FAILURES:
        yield Failure(name, f"{failures - MOST_FAILURES} more items could not be read; mend those above and read it again")


class Way(NamedTuple):
    """How a document is read: where the risky formats are, what day it is, how many documents it lies in."""

    confinement: Confinement
    today: date | None
    depth: int = 0


def articles_in(document: Document, way: Way) -> Iterator[Article | Failure]:
    """The articles of a document and of all that lies in it."""
    try:
        if way.depth > DEPTH:
            raise InputError(f"lies more than {DEPTH} files deep; unpack it and name the files")
        reader = reader_for(document)
        for item in way.confinement.read(reader, document) if reader.confined else reader.read(document):
            if isinstance(item, Document):
                yield from articles_in(item, way._replace(depth=way.depth + 1))
            elif isinstance(item, Failure):
                yield Failure(document.name, f"{item.name}: {item.error}")
            else:
                yield complete(_read_by(reader, item), document, way.today)
    except (InputError, OSError) as error:
        yield Failure.of(document.name, error)


def _read_by(reader: Reader, article: Article) -> Article:
    """The article with the format that it was read from, unless it says so itself, as one that comes from another timeline does."""
    return article if article.reader else article.model_copy(update={"reader": reader.name})


SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
