"""The single words and phrases of actors in a text, before state, office and name are put together."""

from __future__ import annotations

from typing import NamedTuple

from parsers.actors.lexicon import Word
from parsers.scan import Hit


class Atom(NamedTuple):
    """``text[start:end]`` is ``word``."""

    start: int
    end: int
    word: Word


def read_atoms(text: str, hits: list[Hit[Word]]) -> list[Atom]:
    """Hits of the lexicon whose case fits, in text order; look-alikes ("Washington Post") keep others out and are dropped."""
    return [Atom(start, end, word) for start, end, word in hits if word.kind != "none" and _case_fits(text, start, end, word)]


def _case_fits(text: str, start: int, end: int, word: Word) -> bool:
    # "US" must stand in capitals, "Turkey" must begin with one, "foreign minister" may be written either way.
    if word.capital < 0:
        return True
    return text[start:end].isupper() if word.shouted else text[start + word.capital].isupper()
