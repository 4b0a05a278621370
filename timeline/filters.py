"""Filters as people write them - one code or several, dates as precise as they like - checked and made into a selection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from parsers.edtf import bounds
from parsers.errors import InputError
from parsers.vocabulary import check_jurisdiction, vocabulary

CODES = ("imposer", "target", "instrument", "scope", "status", "action")
FILTERS = (*CODES, "since", "until", "text", "min_confidence")


@dataclass(frozen=True)
class Selection:
    """Which events are wanted; an empty list asks for all. ``since`` and ``until`` are days, ``text`` is looked for in any case."""

    imposer: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    action: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""
    min_confidence: float = 0.0
    ids: tuple[str, ...] = ()


def selection(**filters: Any) -> Selection:
    """The events that filters ask for. Raises InputError that names an unknown filter, code or date; None means no filter."""
    for name in filters:
        if name not in FILTERS:
            raise InputError(f"unknown filter {name!r}; known: {', '.join(FILTERS)}")
    given = {name: value for name, value in filters.items() if value is not None}
    codes: dict[str, Any] = {name: _codes(name, given[name]) for name in CODES if name in given}
    days: dict[str, Any] = {name: _day(name, given[name], last=name == "until") for name in ("since", "until") if name in given}
    return Selection(**codes, **days, text=_text(given.get("text", "")), min_confidence=_confidence(given.get("min_confidence", 0.0)))


def _codes(name: str, value: str | Iterable[str]) -> tuple[str, ...]:
    listed = (value,) if isinstance(value, str) else tuple(value)
    if name in ("imposer", "target"):
        return tuple(check_jurisdiction(code) for code in listed)
    return tuple(vocabulary().check(name, code) for code in listed)


def _day(name: str, value: str | date, *, last: bool) -> date:
    try:
        return bounds(value.isoformat() if isinstance(value, date) else value)[last]
    except InputError as error:
        raise InputError(f"{name}: {error}") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise InputError(f"text: {value!r} is no text")
    return value


def _confidence(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise InputError(f"min_confidence: {value!r} is no number from 0 to 1")
    return float(value)
