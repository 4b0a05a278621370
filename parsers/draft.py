"""A mention in the making: what the rules found for one imposer of one predicate, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from parsers.clauses import Predicate
from parsers.rules.times import Times


class Why(TypedDict):
    """A reason before its mention is made, in the fields of ``parsers.mention.Reason``."""

    field: str
    rule: str
    phrase: str
    start: int | None
    end: int | None
    note: str


@dataclass(slots=True)
class Draft:
    """The fields of a mention before bounds and confidence are known."""

    imposer: str
    instrument: str
    action: str
    status: str
    start: int
    end: int
    predicate: Predicate
    block: int
    unit: int = 0  # where its sentence begins
    authority: str | None = None
    targets: tuple[str, ...] = ()
    target_names: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    times: Times = field(default_factory=Times)
    earliest: date | None = None
    latest: date | None = None
    response_to: tuple[str, ...] = ()
    count: int | None = None
    legal_ref: str | None = None
    rates: tuple[str, ...] = ()  # figures near a tariff: two rates are two acts
    attribution: str | None = None
    reasons: list[Why] = field(default_factory=list)
    agent_rule: str = ""
    target_rule: str = ""
    heading: tuple[str, ...] = ()  # the jurisdictions that the heading above it names

    def because(self, field_name: str, rule: str, phrase: str = "", at: int | None = None, note: str = "") -> None:
        """Keep the reason behind a field."""
        end = None if at is None else at + len(phrase)
        self.reasons.append({"field": field_name, "rule": rule, "phrase": phrase, "start": at, "end": end, "note": note})
