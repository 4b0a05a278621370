"""One multi-pattern pass over folded text: phrases in, typed hits with offsets out.

The overlap order of a scanner is: leftmost, then longest. One phrase has one payload, so no tie remains;
a phrase given twice is an error when the scanner is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

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
        self._payloads: list[P] = []
        known: dict[str, None] = {}
        for phrase, payload in phrases:
            key = fold(phrase)
            if key in known:
                raise PackError(f"the phrase {phrase!r} is listed twice")
            known[key] = None
            self._payloads.append(payload)
        self._automaton = AhoCorasick(list(known), matchkind=MatchKind.Standard) if known else None

    def scan(self, folded: str) -> list[Hit[P]]:
        """All hits in text order; of overlapping ones the leftmost, then the longest."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        # Whole words only: where a phrase begins or ends with a letter or digit, none may stand beside it.
        padded = f" {folded} "
        whole = [
            (start, -end, index)
            for index, start, end in found
            if not (padded[start].isalnum() and padded[start + 1].isalnum()) and not (padded[end + 1].isalnum() and padded[end].isalnum())
        ]
        whole.sort()
        return self._leftmost_longest(whole)

    def _leftmost_longest(self, whole: list[tuple[int, int, int]]) -> list[Hit[P]]:
        hits, free = [], 0
        for start, minus_end, index in whole:
            if start >= free:
                free = -minus_end
                hits.append(Hit(start, free, self._payloads[index]))
        return hits
