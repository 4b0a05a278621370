"""A unit of text with everything that the scanners found in it: what the rules look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, Protocol, TypeVar

from parsers.actors import Actor
from parsers.dates import Timex
from parsers.legal import Legal
from parsers.lexicon import Cue, Senses
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
    hits: list[Hit[Senses]] = field(default_factory=list)
    cues: list[Hit[tuple[Cue, ...]]] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    legal: list[Legal] = field(default_factory=list)
    verbs: list[VerbSpan] = field(default_factory=list)  # filled by the clause rules
    _words: list[Word] | None = None
    _starts: list[int] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        """The words of the unit; cut when they are first asked for, since most units are not."""
        if self._words is None:
            self._words = list(self._cut())
            self._starts = [w.start for w in self._words]
        return self._words

    def _cut(self) -> Iterator[Word]:
        found = WORD.finditer(self.folded, self.unit.start, self.unit.end)
        return (Word(m.start(), m.end(), m.group().rstrip(".") or ".") for m in found)

    def opening(self, count: int) -> list[str]:
        """The first words of the unit, without cutting the rest."""
        return [w.text for w in islice(self._cut(), count)]

    def at(self, position: int) -> int:
        """The index of the first word that starts at or after ``position``."""
        if self._words is None:
            self.words  # noqa: B018 - cuts them
        return bisect_left(self._starts, position)

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
