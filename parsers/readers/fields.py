"""From named fields to an article, with every value checked: the one place where outside values are judged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from parsers.article import Article
from parsers.errors import InputError

DESCRIPTION = ("title", "published", "publisher", "url", "language")
KEYS = ("id", *DESCRIPTION, "text", "published_from", "reader", "notes")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d\S*)?\Z")
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\Z")


def to_article(fields: Mapping[str, Any], date_from: str, lines: Mapping[str, int] | None = None) -> Article:
    """The article of these fields (``KEYS``); ``date_from`` says where a day of publication came from.

    ``lines`` gives the line of each field for the message. Raises InputError for an unknown key, a wrong value or an empty text.
    """
    values = {key: _field(key, value, (lines or {}).get(key)) for key, value in fields.items()}
    if not values.get("text"):
        raise InputError("the article has no text; an article needs at least one sentence")
    if values.get("published"):
        values["published_from"] = values.get("published_from") or date_from
    return Article(**{key: value for key, value in values.items() if value is not None})


def checked(key: str, value: Any) -> Any:
    """The value of one field as an article holds it; InputError where it is none."""
    known_key(key, KEYS)
    return None if value is None else CHECKS.get(key, _text)(key, value)


def _field(key: str, value: Any, line: int | None) -> Any:
    try:
        return checked(key, value)
    except InputError as error:
        raise InputError(f"line {line}: {error}" if line else str(error)) from error


def known_key(key: str, known: tuple[str, ...]) -> None:
    """InputError unless ``key`` is one of ``known``; the nearest one is offered."""
    if key not in known:
        near = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
        hint = f"did you mean {near[0]!r}? " if near else ""
        raise InputError(f"unknown key {key!r}; {hint}known keys: {', '.join(known)}")


def day(value: Any) -> date:
    """A day from ``YYYY-MM-DD``, with or without a time behind it; InputError for all else."""
    found = DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise InputError(f"published {value!r} is no day; expected YYYY-MM-DD such as 2022-02-25, or leave it out") from None


def _published(_key: str, value: Any) -> date | None:
    return day(value) if value != "" else None


def _language(_key: str, value: Any) -> str | None:
    found = LANGUAGE.match(value.strip()) if isinstance(value, str) else None
    if not found and value != "":
        raise InputError(f"language {value!r} is no code; expected two letters such as en")
    return found[1].lower() if found else None


def _text(key: str, value: Any) -> str | None:
    if not isinstance(value, str):
        raise InputError(f"{key} is {type(value).__name__}, expected text")
    if "\x00" in value or not _storable(value):
        raise InputError(f"{key} holds characters that are no text (NUL or half a surrogate pair); clean it first")
    return value if key == "text" and value.strip() else value.strip() or None


def _id(key: str, value: Any) -> str | None:
    return str(value) if isinstance(value, int) else _text(key, value)


def _notes(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise InputError(f"{key} is {type(value).__name__}, expected a list of text")
    return tuple(found for item in value if (found := _text(key, item)))


def _storable(text: str) -> bool:
    try:
        return bool(text.isascii() or text.encode())
    except UnicodeEncodeError:
        return False


CHECKS = {"published": _published, "language": _language, "id": _id, "notes": _notes}
