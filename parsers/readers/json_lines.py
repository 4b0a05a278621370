"""JSON Lines: one article a line, read as a stream; a bad line does not stop the others."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import MAX_BYTES, Document, Failure, Fit, Reader
from parsers.readers.encoding import decode
from parsers.readers.json_object import one, parse

WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def fit(document: Document) -> Fit:
    """Sure where the first line is a whole object, or where two lines begin like one; possible where any does, or where there is none."""
    lines = [line.lstrip() for line in document.opening.splitlines() if line.strip()]
    starts = [line.startswith(('{"', '{ "')) for line in lines]
    if any(starts[:1]) and (starts[:2] == [True, True] or is_object(document)):
        return Fit.SURE
    return Fit.POSSIBLE if any(starts) or not document.head.strip() else Fit.NO


def is_object(document: Document) -> bool:
    """Whether the first line that is not blank is a JSON object of its own."""
    first = next((line for line in document.head.splitlines() if line.strip()), b"")
    try:
        return isinstance(parse(first.decode("utf-8-sig")), dict)
    except (InputError, UnicodeDecodeError):
        return False


def read(document: Document) -> Iterator[Article | Failure]:
    """The articles line by line; the text keeps exactly the characters of the line."""
    for number, line in enumerate(_lines(document), start=1):
        if line.strip():
            yield _article(line, f"line {number}")


def _lines(document: Document) -> Iterable[bytes]:
    if document.head.startswith(WIDE_MARKS):  # some shells write UTF-16, whose line ends are no bytes of their own
        return decode(document.data()).encode("utf-8").splitlines()
    document.head = document.head.removeprefix(codecs.BOM_UTF8)
    return document.lines()


def _article(line: bytes, place: str) -> Article | Failure:
    try:
        if len(line) > MAX_BYTES:
            raise InputError(f"is longer than {MAX_BYTES // 1_000_000} MB, too much for one article")
        return one(parse(line.decode("utf-8")), place)
    except UnicodeDecodeError as error:
        return Failure(place, f"is not UTF-8 (byte 0x{line[error.start]:02x} at {error.start + 1}); JSON is always UTF-8")
    except InputError as error:
        # The line number that the JSON parser gives counts within this one line.
        return Failure(place, str(error).removeprefix("line 1: "))


READER = Reader("json lines", (".jsonl", ".ndjson"), fit, read)
