"""A unit of text with everything that the scanners found in it: what the rules look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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
    @property
    def classes(self) -> frozenset[str]: ...
    @property
    def form(self) -> str: ...


S = TypeVar("S", bound=Spanned)


class Word(NamedTuple):
    """One word or mark of the folded text with its offsets."""

    start: int
    end: int
    text: str


class Cut:
    """The words of a stretch of folded text: their starts, their texts, and both together."""

    __slots__ = ("_ends", "_words", "starts", "texts")

    def __init__(self, folded: str, start: int, end: int) -> None:
        spans = [m.span() for m in WORD.finditer(folded, start, end)]
        self._ends = [end for _, end in spans]
        self._words: list[Word] | None = None
        self.starts = [start for start, _ in spans]
        self.texts = [folded[start:end].rstrip(".") or "." for start, end in spans]

    @property
    def words(self) -> list[Word]:
        if self._words is None:
            self._words = list(map(Word, self.starts, self._ends, self.texts))
        return self._words


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
    _cut: Cut | None = None

    @property
    def cut(self) -> Cut:
        """The words of the unit; cut when they are first asked for, since most units are not."""
        if self._cut is None:
            self._cut = Cut(self.folded, self.unit.start, self.unit.end)
        return self._cut

    @property
    def words(self) -> list[Word]:
        """The words of the unit with their offsets."""
        return self.cut.words

    def says(self, sought: Iterable[str]) -> bool:
        """Whether one of the strings stands in the unit, inside a word too: a quick no, told without cutting the words."""
        start, end = self.unit.start, self.unit.end
        return any(self.folded.find(each, start, end) >= 0 for each in sought)

    def opens_with(self, sought: frozenset[str], count: int) -> bool:
        """Whether one of the words sought is among the first ``count`` words."""
        return self.says(sought) and not sought.isdisjoint(self.after(self.unit.start, count))

    def at(self, position: int) -> int:
        """The index of the first word that starts at or after ``position``."""
        return bisect_left(self.cut.starts, position)

    def before(self, position: int, count: int = 1) -> list[str]:
        """Up to ``count`` words that stand right before ``position``, nearest last."""
        cut = self._cut or self.cut
        i = bisect_left(cut.starts, position)
        return cut.texts[i - count : i] if i > count else cut.texts[:i]

    def after(self, position: int, count: int = 1) -> list[str]:
        """Up to ``count`` words that start at or after ``position``."""
        cut = self._cut or self.cut
        i = bisect_left(cut.starts, position)
        return cut.texts[i : i + count]

    def between(self, start: int, end: int) -> list[str]:
        """The words that start inside ``[start, end)``."""
        cut = self._cut or self.cut
        return cut.texts[bisect_left(cut.starts, start) : bisect_left(cut.starts, end)]


def by_unit(items: Sequence[S], units: Sequence[Unit]) -> list[list[S]]:
    """The items, sorted by start, that start in each of the units, in one walk over both."""
    out: list[list[S]] = [[] for _ in units]
    index, last = 0, len(units)
    for item in items:
        start = item.start
        while index < last and units[index].end <= start:
            index += 1
        if index < last and units[index].start <= start:
            out[index].append(item)
    return out


def inside(items: Sequence[S], start: int, end: int) -> list[S]:
    """The items, sorted by start, that lie inside ``[start, end)``."""
    lo = bisect_left(items, start, key=lambda item: item.start)
    return [item for item in items[lo : bisect_left(items, end, key=lambda item: item.start)] if item.end <= end]
