"""One judgement: who said what of which event, why and when, and what it was said of, in words that outlast a new reading."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date as Day
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from parsers.errors import InputError
from parsers.mention import Mention, Reason
from timeline.event import Evidence
from timeline.review.fields import DATES, FIELDS, ISO_DAY, checked, rich

KINDS = ("accept", "reject", "edit", "merge", "split", "not-same", "add", "revoke")
SURROGATE = re.compile("[\ud800-\udfff]")
EVENTS = {"accept": 1, "reject": 1, "edit": 1, "merge": 2, "not-same": 2, "split": 1, "add": 0, "revoke": 0}
EVIDENCE = ("quote", "url", "title", "publisher")
BY_HAND = "by-hand:"  # before the id of a judgement: the digest of what was added by hand


class Anchor(BaseModel):
    """What a judgement holds on to when ids and readings change: the passage, in which text, and what it was read as."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    imposer: str
    instrument: str
    article: str
    digest: str
    quote: str
    start: int = 0


class Judgement(BaseModel):
    """A line of the file. ``events`` are the ids as they were, ``anchors`` the key evidence of each (for a split: of what is split off,
    and ``rest`` of what stays). ``replaced`` is the value shown before an edit, ``machine`` the one that the machine had found; ``saw``
    holds the values that were accepted or rejected. ``supersedes`` names the judgements that this one takes the place of or revokes.

    ``id`` comes from the content where none is given, so the same words are the same judgement, however often they stand in the file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""
    kind: str
    author: str = Field(min_length=1)
    why: str = ""
    day: Day
    events: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    rest: tuple[Anchor, ...] = ()
    field: str | None = None
    value: Any = None
    replaced: Any = None
    machine: Any = None
    saw: dict[str, Any] = Field(default_factory=dict)
    fields: dict[str, Any] = Field(default_factory=dict)
    supersedes: tuple[str, ...] = ()

    @field_validator("day", mode="before")
    @classmethod
    def _day(cls, value: Any) -> Any:
        # pydantic reads "2014" as a timestamp, so only a full ISO day passes as text.
        if not isinstance(value, Day) and not (isinstance(value, str) and ISO_DAY.match(value)):
            raise InputError(f"day: {value!r} is no day of the form YYYY-MM-DD")
        return value

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.kind not in KINDS:
            raise InputError(f"unknown kind {self.kind!r}; known: {', '.join(KINDS)}")
        if len(self.events) != EVENTS[self.kind]:
            raise InputError(f"events: {self.kind} speaks of {EVENTS[self.kind]}, here are {len(self.events)}")
        if self.kind == "edit":
            checked(self.field or "", self.value)
        if not self.id:
            object.__setattr__(self, "id", f"j-{hashlib.sha256(self._content.encode()).hexdigest()[:12]}")
        if self.kind == "add":
            self.told  # noqa: B018 - refuses what makes no event
        return self

    @property
    def _content(self) -> str:
        return _json(self.model_dump(mode="json", exclude_defaults=True, exclude={"id"}))

    @property
    def line(self) -> str:
        """The judgement as one line of JSON with sorted keys, without its line break; what is empty is left out."""
        return _json(self.model_dump(mode="json", exclude_defaults=True) | {"id": self.id})

    @property
    def spots(self) -> tuple[Anchor, ...]:
        """All anchors, those of the rest last."""
        return (*self.anchors, *self.rest)

    @property
    def digest(self) -> str:
        """What stands for the article where an event was added by hand."""
        return BY_HAND + self.id

    @property
    def told(self) -> Mention:
        """The mention that an event added by hand rests on. Raises InputError where a field cannot have its value."""
        values = {name: rich(name, checked(name, value)) for name, value in self.fields.items() if name in FIELDS}
        if unknown := set(self.fields) - {*FIELDS, *EVIDENCE}:
            raise InputError(f"no field {min(unknown)!r} to set; fields: {', '.join((*FIELDS, *EVIDENCE))}")
        if missing := {"imposer", "instrument"} - set(values):
            raise InputError(f"an event needs an {min(missing)}")
        quote = str(self.fields.get("quote") or self.why or f"{values['imposer']} {values['instrument']}")
        basis = {"date_basis": "explicit"} if any(values.get(name) for name in DATES[:2]) else {}
        reasons = tuple(Reason(field=name, rule="by hand") for name in values)
        place = {"article": f"by hand {self.id}", "quote": quote, "start": 0, "end": len(quote)}
        return Mention(**basis | values | place, confidence=1.0, reasons=reasons)


def _json(value: Any) -> str:
    """JSON in UTF-8 as git shows it best; what no UTF-8 can hold is escaped."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def anchor_of(one: Evidence) -> Anchor:
    """The anchor of a mention."""
    return Anchor(**{name: getattr(one, name) for name in Anchor.model_fields})
