"""Filters as people write them - one code or several, dates as precise as they like - checked and made into a selection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from parsers.edtf import bounds
from parsers.errors import InputError
from parsers.vocabulary import check_jurisdiction, vocabulary

CODES = ("imposer", "target", "instrument", "scope", "status", "action")
FILTERS = (*CODES, "since", "until", "text", "min_confidence", "new_since", "in_force_on", "effective_within", "today")
WITHIN = re.compile(r"(\d{1,5})([dw])\Z")


@dataclass(frozen=True)
class Selection:
    """Which events are wanted; an empty list asks for all. ``since`` and ``until`` are days, ``text`` is looked for in any case.

    ``new_since`` is a run that an event must be younger than, ``contested`` asks for contradictions only. ``in_force_on`` and ``window``
    (first and last day) ask what holds, and what begins or ends: ``timeline.force`` answers that event by event.
    """

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
    new_since: int | None = None
    contested: bool = False
    in_force_on: date | None = None
    window: tuple[date, date] | None = None


def selection(**filters: Any) -> Selection:
    """The events that filters ask for. Raises InputError that names an unknown filter, code or date; None means no filter."""
    for name in filters:
        if name not in FILTERS:
            raise InputError(f"unknown filter {name!r}; known: {', '.join(FILTERS)}")
    given = {name: value for name, value in filters.items() if value is not None}
    codes: dict[str, Any] = {name: _codes(name, given[name]) for name in CODES if name in given}
    days: dict[str, Any] = {name: _day(name, given[name], last=name == "until") for name in ("since", "until") if name in given}
    rest: dict[str, Any] = {"text": _text(given.get("text", "")), "min_confidence": _confidence(given.get("min_confidence", 0.0))}
    return Selection(**codes, **days, **rest, **_questions(given))


def _questions(given: Mapping[str, Any]) -> dict[str, Any]:
    """The filters that ask about runs and about what holds."""
    found: dict[str, Any] = {"new_since": _run(given["new_since"])} if "new_since" in given else {}
    if "in_force_on" in given:
        found["in_force_on"] = one_day("in_force_on", given["in_force_on"])
    if "effective_within" in given:
        if "today" not in given:
            raise InputError("effective_within: needs today, such as today='2022-03-20'; no clock is read here")
        first = one_day("today", given["today"])
        found["window"] = (first, first + _length(given["effective_within"]))
    return found


def asks_when(filters: Mapping[str, Any]) -> bool:
    """Whether some filter asks what holds, begins or ends, which has an answer of its own for each event."""
    return any(filters.get(name) is not None for name in ("in_force_on", "effective_within"))


def _run(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InputError(f"new_since: {value!r} is no run; expected a number that `timeline runs` lists, 0 for all")
    return value


def one_day(name: str, value: str | date) -> date:
    """A day, given as one or as ``2022-05-01``. Raises InputError that names the filter."""
    first, last = (_day(name, value, last=False), _day(name, value, last=True))
    if first != last:
        raise InputError(f"{name}: {value!r} is no single day; expected one such as 2022-05-01")
    return first


def _length(value: object) -> timedelta:
    found = WITHIN.match(value) if isinstance(value, str) else None
    if isinstance(value, timedelta) and value >= timedelta(0):
        return value
    if not found:
        raise InputError(f"effective_within: {value!r} is no length of time; expected one such as 30d or 4w")
    return timedelta(days=int(found[1]) * (7 if found[2] == "w" else 1))


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
