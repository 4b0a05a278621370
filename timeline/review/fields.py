"""The fields of an event that a human may set: how a value is written, checked, and laid into an event."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from parsers.edtf import valid
from parsers.errors import InputError
from parsers.vocabulary import check_jurisdiction, vocabulary
from timeline.event import Event

CODES = ("instrument", "action", "status", "date_basis")
DATES = ("announced", "effective", "expires")
DAYS = ("earliest", "latest")
TEXTS = ("authority", "legal_ref", "attribution")
JURISDICTIONS = ("targets", "response_to")
LISTS = (*JURISDICTIONS, "scope", "target_names")
FIELDS = ("imposer", *CODES, *LISTS, *DATES, *DAYS, *TEXTS, "count")
# What a person who says yes or no to an event has looked at.
CORE = ("imposer", "instrument", "action", "status", "targets", "scope", "announced", "effective", "expires", "count")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def from_text(field: str, text: str) -> Any:
    """The JSON value of a field as people type it: lists with commas (names with semicolons), nothing to clear the field.

    Raises InputError that names the field and what was expected.
    """
    _known(field)
    text = text.strip()
    if field in LISTS:
        parts = text.split(";") if field == "target_names" else re.split(r"[,;\s]+", text)
        return checked(field, [part.strip() for part in parts if part.strip()])
    if field == "count" and text:
        return checked(field, int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text)
    return checked(field, text or None)


def checked(field: str, value: Any) -> Any:
    """The JSON value of a field, or InputError where the field cannot have it."""
    _known(field)
    try:
        return _checked(field, value)
    except InputError as error:
        raise InputError(str(error) if str(error).startswith("unknown") else f"{field}: {error}") from error


def _known(field: str) -> None:
    if field not in FIELDS:
        raise InputError(f"no field {field!r} to set; fields: {', '.join(FIELDS)}")


def _checked(field: str, value: Any) -> Any:
    if field in LISTS:
        return [_entry(field, each) for each in _listed(value)]
    if field in CODES or field == "imposer":
        return _entry(field, value)
    return None if value is None else _number(value) if field == "count" else _text(field, value)


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise InputError(f"{value!r} is no list")
    return value


def _entry(field: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise InputError(f"{value!r} is no text; this field cannot be empty")
    if field == "target_names":
        return value
    return check_jurisdiction(value) if field in (*JURISDICTIONS, "imposer") else vocabulary().check(field, value)


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InputError(f"{value!r} is no whole number")
    return value


def _text(field: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise InputError(f"{value!r} is no text")
    if field in DATES and not valid(value):
        raise InputError(f"{value!r} is no date; expected YYYY-MM-DD, YYYY-MM, YYYY or an interval a/b")
    if field in DAYS and not (ISO_DAY.match(value) and valid(value)):
        raise InputError(f"{value!r} is no day of the form YYYY-MM-DD")
    return value


def plain(event: Any, field: str) -> Any:
    """The value of a field of an event or mention as JSON."""
    value = getattr(event, field)
    return list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, date) else value


def rich(field: str, value: Any) -> Any:
    """A JSON value as the event holds it."""
    return tuple(value) if field in LISTS else date.fromisoformat(value) if field in DAYS and value else value


def machine_value(event: Event, field: str) -> Any:
    """What the machine says today, under whatever a human said over it."""
    return next((one.machine for one in event.judged if one.kind == "edit" and one.field == field), plain(event, field))


def said(value: Any) -> str:
    """A value as people read it."""
    return "nothing" if value in (None, []) else ", ".join(value) if isinstance(value, list) else str(value)
