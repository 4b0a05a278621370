"""Doors in: a file, a folder, a glob, a web address, standard input or an iterable becomes articles.

``READERS`` is the one list of formats. The content decides which reader takes a document; the suffix is asked only where the content
could be several things.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers import html, json_lines, json_object, plain
from parsers.readers.document import Document, Failure, Fit, Reader
from parsers.readers.sources import open_source

READERS: tuple[Reader, ...] = (json_lines.READER, json_object.READER, html.READER, plain.READER)

__all__ = ["READERS", "Document", "Failure", "Reader", "read", "read_all", "reader_for"]


def read(source: Any, *, allow_private: bool = False) -> Iterator[Article]:
    """The articles of a source, one after the other; the first bad item raises InputError.

    ``source`` is a path (file or folder), a glob, ``-`` for standard input, an http(s) address, an Article, or an iterable of these.
    ``allow_private`` lets web addresses point into the local network.
    """
    for item in read_all(source, allow_private=allow_private):
        if isinstance(item, Failure):
            raise InputError(str(item))
        yield item


def read_all(source: Any, *, allow_private: bool = False) -> Iterator[Article | Failure]:
    """As ``read``, but a bad item comes out as a Failure in its place and the rest goes on."""
    for item in open_source(source, suffixes=SUFFIXES, allow_private=allow_private):
        if isinstance(item, Document):
            yield from _articles(item)
        else:
            yield item


def reader_for(document: Document) -> Reader:
    """The reader that takes a document: the one whose format its content shows, else the one of its suffix, else plain text."""
    fits = [(reader.fit(document), reader) for reader in READERS]
    sure = [reader for fit, reader in fits if fit is Fit.SURE]
    named = [reader for fit, reader in fits if fit is Fit.POSSIBLE and document.suffix in reader.suffixes]
    return (sure + named + [plain.READER])[0]


def _articles(document: Document) -> Iterator[Article | Failure]:
    try:
        reader = reader_for(document)
        for item in reader.read(document):
            yield Failure(document.name, f"{item.name}: {item.error}") if isinstance(item, Failure) else _read_by(reader, item)
    except (InputError, OSError) as error:
        yield Failure.of(document.name, error)


def _read_by(reader: Reader, article: Article) -> Article:
    """The article with the format that it was read from, unless it says so itself, as one that comes from another timeline does."""
    return article if article.reader else article.model_copy(update={"reader": reader.name})


SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
