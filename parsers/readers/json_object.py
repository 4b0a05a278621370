"""JSON: one article as an object, or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import Document, Failure, Fit, Reader
from parsers.readers.encoding import decode
from parsers.readers.fields import to_article

SHAPE = re.compile(r'\{\s*["}]|\[\s*[{\]]')


def fit(document: Document) -> Fit:
    """Sure where the content begins like an object or a list of objects."""
    return Fit.SURE if SHAPE.match(document.opening) else Fit.POSSIBLE


def read(document: Document) -> Iterator[Article | Failure]:
    """The articles of the document; in a list each item stands or fails for itself."""
    value = parse(decode(document.data()))
    if isinstance(value, dict):
        yield to_article(value, "json")
        return
    if not isinstance(value, list) or not value:
        raise InputError("holds no article; expected an object with at least a text, or a list of such objects")
    for number, item in enumerate(value, start=1):
        yield one(item, f"item {number}")


def one(value: Any, place: str) -> Article | Failure:
    """The article of one object, or what is wrong with it."""
    try:
        if not isinstance(value, dict):
            raise InputError(f'expected an object such as {{"text": ...}}, found {type(value).__name__}')
        return to_article(value, "json")
    except InputError as error:
        return Failure.of(place, error)


def parse(text: str) -> Any:
    """The value of a JSON text; InputError with line and column where it breaks, and for a key that is given twice."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise InputError(
            f"line {error.lineno}: is no JSON at column {error.colno} ({error.msg.lower()}); expected an object with a text"
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputError("holds numbers or nesting beyond all use; expected an object with a text") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        twice = next(key for i, (key, _) in enumerate(pairs) if key in dict(pairs[:i]))
        raise InputError(f"the key {twice!r} is given twice; keep one")
    return fields


READER = Reader("json", (".json",), fit, read)
