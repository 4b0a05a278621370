"""A unit of text with everything that the scanners found in it: what the rules look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from parsers.actors import Actor
from parsers.dates import Timex
from parsers.legal import Legal
from parsers.lexicon import Cue, Sense
from parsers.names import Name
from parsers.scan import Hit
from parsers.scopes import Scope
from parsers.text import Unit

WORD = re.compile(r"[a-z0-9][a-z0-9.&/%$-]*(?:'[a-z]+)?|'s\b|[^\s\w]|\w+")


class Spanned(Protocol):
    """Anything with offsets in the article's text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class VerbSpan(Spanned, Protocol):
    """A verb in its place, as far as other rules ask for it."""

    @property
    def lemma(self) -> str: ...


S = TypeVar("S", bound=Spanned)


class Word(NamedTuple):
    """One word or mark of the folded text with its offsets."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class View:
    """One unit: its words, and the hits of every kind that lie inside it, in text order."""

    text: str
    folded: str
    unit: Unit
    hits: list[Hit[tuple[Sense, ...]]] = field(default_factory=list)
    cues: list[Hit[tuple[Cue, ...]]] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    legal: list[Legal] = field(default_factory=list)
    verbs: list[VerbSpan] = field(default_factory=list)  # filled by the clause rules
    words: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = [
            Word(m.start(), m.end(), m.group().rstrip(".") or ".") for m in WORD.finditer(self.folded, self.unit.start, self.unit.end)
        ]
        self.starts = [w.start for w in self.words]

    def at(self, position: int) -> int:
        """The index of the first word that starts at or after ``position``."""
        return bisect_left(self.starts, position)

    def before(self, position: int, count: int = 1) -> list[str]:
        """Up to ``count`` words that stand right before ``position``, nearest last."""
        i = self.at(position)
        return [w.text for w in self.words[max(0, i - count) : i]]

    def after(self, position: int, count: int = 1) -> list[str]:
        """Up to ``count`` words that start at or after ``position``."""
        i = self.at(position)
        return [w.text for w in self.words[i : i + count]]

    def between(self, start: int, end: int) -> list[str]:
        """The words that start inside ``[start, end)``."""
        return [w.text for w in self.words[self.at(start) : self.at(end)]]


def inside(items: Sequence[S], start: int, end: int) -> list[S]:
    """The items, sorted by start, that lie inside ``[start, end)``."""
    lo = bisect_left(items, start, key=lambda item: item.start)
    return [item for item in items[lo : bisect_left(items, end, key=lambda item: item.start)] if item.end <= end]
