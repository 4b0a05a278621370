"""CSV with named columns: one article a row, read as a stream; a bad row does not stop the others."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from difflib import get_close_matches

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import MAX_BYTES, Document, Failure, Fit, Item, Reader
from parsers.readers.encoding import decode, is_utf8
from parsers.readers.fields import KEYS, to_article

DELIMITERS = ",;\t"
MAX_COLUMNS = 500
# What the exports of news archives call these columns.
ALIASES = {
    "body": "text", "content": "text", "article": "text", "full_text": "text", "fulltext": "text", "article_text": "text",
    "headline": "title", "date": "published", "publish_date": "published", "publication_date": "published", "pubdate": "published",
    "published_at": "published", "source": "publisher", "publication": "publisher", "media_name": "publisher", "outlet": "publisher",
    "link": "url", "lang": "language",
}  # fmt: skip


def fit(document: Document) -> Fit:
    """Sure where the first line names a text column among others, possible where it holds a delimiter."""
    first = document.opening.split("\n", 1)[0]
    names = _names(first, _delimiter(first))
    if "text" in names and len(set(names) & set(KEYS)) > 1:
        return Fit.SURE
    return Fit.POSSIBLE if any(sign in first for sign in DELIMITERS) or "text" in names else Fit.NO


def read(document: Document) -> Iterator[Item]:
    """The articles row by row. Columns that are no field of an article are left aside, unless they look like one that was mistyped."""
    lines = _text(document)
    first = next(iter(lines), "")
    rows = csv.reader(lines, delimiter=_delimiter(first), strict=True)
    columns = _columns(first)
    csv.field_size_limit(MAX_BYTES)
    number = 0
    try:
        for number, row in enumerate(rows, start=2):
            if row:
                yield _article(row, columns, number)
    except csv.Error as error:
        raise InputError(f"behind row {number}: is no CSV ({error}); write it again, with quotes around each text") from error


def _text(document: Document) -> Iterator[str]:
    """The lines as text; a file that is not UTF-8 is read as a whole."""
    if not is_utf8(document.head):
        yield from decode(document.data(), document.charset).splitlines(keepends=True)
        return
    for number, line in enumerate(document.lines(), start=1):
        if len(line) > MAX_BYTES:
            raise InputError(f"line {number}: is longer than {MAX_BYTES // 1_000_000} MB, too much for one article")
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8").replace("\x00", "\ufffd")
        except UnicodeDecodeError as error:
            raise InputError(f"line {number}: is not UTF-8 (byte 0x{line[error.start]:02x}); save the table as UTF-8") from error


def _delimiter(first: str) -> str:
    return max(DELIMITERS, key=lambda sign: (len(set(_names(first, sign)) & set(KEYS)), first.count(sign)))


def _names(first: str, delimiter: str) -> list[str]:
    if first.count(delimiter) > MAX_COLUMNS:
        return []
    names = [name.strip().strip('"').strip().lower().replace(" ", "_") for name in first.split(delimiter)]
    return [name if name in KEYS else ALIASES.get(name, name) for name in names]


def _columns(first: str) -> list[str | None]:
    names = _names(first, _delimiter(first))
    if "text" not in names:
        raise InputError(f"has no column named text; expected a first row with text and any of {', '.join(KEYS)}")
    for name in names:
        near = get_close_matches(name, KEYS, n=1, cutoff=0.8)
        if name not in KEYS and near:
            raise InputError(f"column {name!r}: did you mean {near[0]!r}? rename it, or drop it")
    return [name if name in KEYS and names.index(name) == place else None for place, name in enumerate(names)]


def _article(row: list[str], columns: list[str | None], number: int) -> Article | Failure:
    try:
        if len(row) > len(columns):
            raise InputError(f"has {len(row):,} values under {len(columns)} columns; put quotes around values that hold the delimiter")
        fields = {name: value for name, value in zip(columns, row, strict=False) if name and value.strip()}
        return to_article(fields, "csv")
    except InputError as error:
        return Failure.of(f"row {number}", error)


READER = Reader("csv", (".csv", ".tsv"), fit, read)
