"""What one article says of one measure, with the words that prove it."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from parsers.vocabulary import check_jurisdiction, vocabulary


class Reason(BaseModel):
    """Why a field has its value: the rule's name, the phrase it saw, and where (offsets in the article's text)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: str
    rule: str
    phrase: str = ""
    start: int | None = None
    end: int | None = None
    note: str = ""


class Mention(BaseModel):
    """One measure by one imposer, as one article tells it; the fields of the event table.

    Dates are EDTF text, bounds are days; ``article_text[start:end] == quote`` holds for the article it was read from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: str
    imposer: str
    authority: str | None = None
    targets: tuple[str, ...] = ()
    target_names: tuple[str, ...] = ()
    instrument: str
    scope: tuple[str, ...] = ()
    action: str = "impose"
    status: str = "in_force"
    announced: str | None = None
    effective: str | None = None
    expires: str | None = None
    earliest: date | None = None
    latest: date | None = None
    date_basis: str = "undated"
    response_to: tuple[str, ...] = ()
    count: int | None = None
    legal_ref: str | None = None
    attribution: str | None = None
    confidence: float = Field(ge=0, le=1)
    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[str, ...] = ()

    @field_validator("imposer")
    @classmethod
    def _imposer(cls, code: str) -> str:
        return check_jurisdiction(code)

    @field_validator("targets", "response_to")
    @classmethod
    def _jurisdictions(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(check_jurisdiction(code) for code in codes)

    @field_validator("scope")
    @classmethod
    def _scope(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(vocabulary().check("scope", code) for code in codes)

    @model_validator(mode="after")
    def _codes(self) -> Self:
        for name in ("instrument", "action", "status", "date_basis"):
            vocabulary().check(name, getattr(self, name))
        if self.end - self.start != len(self.quote):
            raise ValueError(f"the quote has {len(self.quote)} characters, its offsets span {self.end - self.start}")
        return self

    def proves(self, text: str) -> bool:
        """Whether the quote stands in ``text`` at its offsets."""
        return text[self.start : self.end] == self.quote


class Skipped(BaseModel):
    """A passage that speaks of sanctions and gave no event, with the rule that left it out and the reason in words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: str
    start: int
    end: int
    quote: str
    rule: str
    reason: str


class Reading(BaseModel):
    """All that the parser has to say of one article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mentions: tuple[Mention, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
