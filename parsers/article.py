"""An article as it came in: the text is never changed, every offset refers to it."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


class Article(BaseModel):
    """One text with what is known about it.

    ``id`` is given by the source or derived from the text (``digest``); ``published`` is the day of publication or None,
    and ``published_from`` says where that day came from ("front matter", "json", "json-ld", ...). ``reader`` names the format that it was
    read from. ``notes`` are doubts that came up on the way in: a date in the future, a text that is no more than the beginning of one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1)
    id: str = ""
    title: str | None = None
    published: date | None = None
    published_from: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    reader: str | None = None
    notes: tuple[str, ...] = ()

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, value: Any) -> Any:
        # pydantic reads "2014" as a timestamp, so only a full ISO day passes as text.
        if isinstance(value, str) and not ISO_DAY.match(value):
            raise ValueError(f"{value!r} is no day of the form YYYY-MM-DD")
        if isinstance(value, (int, float)):
            raise ValueError(f"{value!r} is a number, expected a day of the form YYYY-MM-DD")
        return value

    @model_validator(mode="after")
    def _identity(self) -> Self:
        if not self.text.strip():
            raise ValueError("the text is empty")
        if not self.id:
            object.__setattr__(self, "id", self.digest[:16])
        return self

    @property
    def digest(self) -> str:
        """SHA-256 of the text, in hex: the same text is the same article."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
