"""One multi-pattern pass over folded text: phrases in, typed hits with offsets out.

The overlap order of a scanner is: leftmost, then longest. One phrase has one payload, so no tie remains;
a phrase given twice is an error when the scanner is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from parsers.errors import PackError
from parsers.fold import fold

P = TypeVar("P")


class Hit(NamedTuple, Generic[P]):
    """``folded[start:end]`` is a phrase, and ``payload`` what it stands for."""

    start: int
    end: int
    payload: P


class Scanner(Generic[P]):
    """Finds whole-word occurrences of many phrases at once, without overlap among them."""

    def __init__(self, phrases: Iterable[tuple[str, P]]) -> None:
        self.known: dict[str, P] = {}
        for phrase, payload in phrases:
            key = fold(phrase)
            if key in self.known:
                raise PackError(f"the phrase {phrase!r} is listed twice")
            self.known[key] = payload

    def scan(self, folded: str) -> list[Hit[P]]:
        """All hits in text order; of overlapping ones the leftmost, then the longest."""
        return self._alone.scan(folded)[0]

    @cached_property
    def _alone(self) -> Together:
        return Together([self])


class Together:
    """Several scanners as one pass over the text; each finds what it would find alone."""

    def __init__(self, scanners: Sequence[Scanner[Any]]) -> None:
        self._owners: list[list[tuple[int, Any]]] = []
        self._count = len(scanners)
        places: dict[str, int] = {}
        for number, scanner in enumerate(scanners):
            for phrase, payload in scanner.known.items():
                if phrase not in places:
                    places[phrase] = len(places)
                    self._owners.append([])
                self._owners[places[phrase]].append((number, payload))
        self._automaton = AhoCorasick(list(places), matchkind=MatchKind.Standard) if places else None

    def scan(self, folded: str) -> list[list[Hit[Any]]]:
        """The hits of each scanner, in the order in which the scanners were given."""
        hits: list[list[Hit[Any]]] = [[] for _ in range(self._count)]
        free = [0] * self._count
        owners = self._owners
        for start, minus_end, index in self._whole_words(folded):
            for number, payload in owners[index]:
                if start >= free[number]:
                    free[number] = -minus_end
                    hits[number].append(Hit(start, -minus_end, payload))
        return hits

    def bare(self, folded: str) -> list[tuple[int, int, int]]:
        """The automaton's own finds, inside words too and overlapping: (phrase, start, end)."""
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(folded, overlapping=True) if self._automaton else []
        return found

    def _whole_words(self, folded: str) -> list[tuple[int, int, int]]:
        """(start, -end, phrase), sorted; where a phrase begins or ends with a letter or digit, none stands beside it."""
        padded = f" {folded} "
        found = [
            (start, -end, index)
            for index, start, end in self.bare(folded)
            if not (padded[start].isalnum() and padded[start + 1].isalnum()) and not (padded[end + 1].isalnum() and padded[end].isalnum())
        ]
        found.sort()
        return found
