"""One row of the event table: a measure by one imposer, merged from all that the articles say of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Day
from functools import lru_cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from parsers.edtf import bounds
from parsers.errors import InputError
from parsers.mention import Mention
from parsers.vocabulary import vocabulary

LINK_TYPES = ("response_to", "extends", "expands", "eases", "lifts", "implements", "aligns_with")


class Evidence(Mention):
    """A mention together with the article that it stands in: every value as that article tells it.

    ``article`` is the id that the source gave; ``digest`` is the hash of the article's text, which tells two texts under one id apart.
    """

    digest: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Day | None = None
    language: str | None = None

    @property
    def key(self) -> tuple[str, int, int, str, str, str, str]:
        """What makes this mention itself; also the order of evidence that depends on no order of arrival."""
        rest = (*self.targets, *self.scope, self.announced or "", self.effective or "", self.status)
        return (self.digest or self.article, self.start, self.end, self.imposer, self.instrument, self.action, " ".join(rest))


class Link(BaseModel):
    """An arrow to another event. ``cue`` is the words that say so, ``basis`` the rule that found the other end."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    to: str
    cue: str = ""
    basis: str = ""
    confidence: float = Field(default=1.0, ge=0, le=1)

    @model_validator(mode="after")
    def _type(self) -> Self:
        if self.type not in LINK_TYPES:
            raise InputError(f"unknown link type {self.type!r}; known: {', '.join(LINK_TYPES)}")
        return self


class Conflict(BaseModel):
    """Values of one field that cannot all be right, with the articles that tell each, and why one was chosen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: str
    values: tuple[str, ...]
    articles: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    chosen: str | None = None
    rule: str = ""


class Step(BaseModel):
    """A stage of the act as told: how firm it was, on which day (EDTF) and by which article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: str
    date: str | None = None
    article: str = ""


class Judged(BaseModel):
    """A human's word that the event carries: which judgement, of what kind, whose and why. An edit names its field and what the machine
    says there today, as plain JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    author: str
    day: Day
    why: str = ""
    field: str | None = None
    machine: Any = None


class Event(BaseModel):
    """One measure by one imposer; the fields of the event table with their best values over all articles.

    Dates are EDTF text; ``earliest`` and ``latest`` are days that bound the act. ``quote``, ``start``, ``end`` and ``article`` are those of
    the best mention, ``mentions`` holds them all (best first). ``n_articles`` counts articles, ``n_sources`` independent ones. ``judged``
    is what people said of it; their values stand in the fields already.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    event_id: str
    aliases: tuple[str, ...] = ()
    imposer: str
    authority: str | None = None
    targets: tuple[str, ...] = ()
    target_names: tuple[str, ...] = ()
    instrument: str
    category: str = ""
    scope: tuple[str, ...] = ()
    action: str = "impose"
    status: str = "in_force"
    announced: str | None = None
    effective: str | None = None
    expires: str | None = None
    earliest: Day | None = None
    latest: Day | None = None
    date_basis: str = "undated"
    response_to: tuple[str, ...] = ()
    count: int | None = None
    legal_ref: str | None = None
    attribution: str | None = None
    confidence: float = Field(default=1.0, ge=0, le=1)
    quote: str = ""
    start: int | None = None
    end: int | None = None
    article: str | None = None
    article_title: str | None = None
    publisher: str | None = None
    url: str | None = None
    n_articles: int = 1
    n_sources: int = 1
    conflicts: tuple[Conflict, ...] = ()
    links: tuple[Link, ...] = ()
    history: tuple[Step, ...] = ()
    earliest_reason: str = ""
    merge_reasons: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    mentions: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def _codes(self) -> Self:
        for name in ("instrument", "action", "status", "date_basis"):
            vocabulary().check(name, getattr(self, name))
        object.__setattr__(self, "category", vocabulary().instruments[self.instrument].category)
        return self

    @property
    def date(self) -> str | None:
        """The date on the timeline, EDTF: effective, else announced, else the interval of the bounds (``../2022-03-01`` where open)."""
        if self.effective or self.announced or not (self.earliest or self.latest):
            return self.effective or self.announced
        return f"{self.earliest or '..'}/{self.latest or '..'}"

    @property
    def interval(self) -> tuple[Day | None, Day | None]:
        """First and last day that ``date`` can mean; None on a side that is not known."""
        return day_bounds(self.effective) or day_bounds(self.announced) or (self.earliest, self.latest)

    @property
    def is_dated(self) -> bool:
        """Whether some article gives a date for the act itself, not only bounds."""
        return bool(self.effective or self.announced)

    @property
    def is_rejected(self) -> bool:
        """Whether a human struck it from the table."""
        return any(one.kind == "reject" for one in self.judged)

    @property
    def judgement(self) -> str | None:
        """A human's word in short: ``accept``, ``edit announced; merge``; None where the machine alone speaks."""
        return "; ".join(dict.fromkeys(" ".join(filter(None, (one.kind, one.field))) for one in self.judged)) or None

    def _repr_html_(self) -> str:
        from timeline.notebook import event_html

        return event_html(self)

    def as_json(self, *, with_mentions: bool = True) -> dict[str, Any]:
        """The event as plain values for one JSON line; days as ISO 8601 text."""
        row = self.model_dump(mode="json", exclude=None if with_mentions else {"mentions"})
        return {"event_id": row.pop("event_id"), "date": self.date} | row


@lru_cache(maxsize=10_000)
def day_bounds(edtf: str | None) -> tuple[Day, Day] | None:
    """First and last day that an EDTF date can mean; None for no date and for one without a year (``XXXX-02-25``)."""
    try:
        return bounds(edtf) if edtf else None
    except InputError:
        return None
