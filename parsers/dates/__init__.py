"""The temporal tagger: ``tag(text, published)`` gives the expressions of time in an article, each with its value and how it was reached."""

from __future__ import annotations

from parsers.dates.reader import tag
from parsers.dates.timex import Timex

__all__ = ["Timex", "tag"]
