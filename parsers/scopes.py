"""What a measure covers: the goods, sectors and groups a text names, as scope codes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from parsers.errors import PackError
from parsers.fold import fold
from parsers.pack import check_phrases, load_pack
from parsers.scan import Hit, Scanner
from parsers.vocabulary import vocabulary

PACK = "packs/en/scopes.toml"


class Scope(NamedTuple):
    """``text[start:end]`` names goods, a sector or a group; ``codes`` are its scopes in the vocabulary's order."""

    start: int
    end: int
    codes: tuple[str, ...]


def find_scopes(text: str, folded: str) -> list[Scope]:
    """All scope words in text order, without overlap; ``folded`` is ``fold(text)``. Longer phrases win."""
    del text
    return scopes_of(scanner().scan(folded))


def scopes_of(hits: list[Hit[tuple[str, ...]]]) -> list[Scope]:
    """The scopes of what the scanner found."""
    return [Scope(*hit) for hit in hits if hit.payload]


@cache
def scanner() -> Scanner[tuple[str, ...]]:
    """The scanner of all scope words."""
    return Scanner(_phrases())


def _phrases() -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: dict[str, str] = {}
    for key, phrases in load_pack("en/scopes").items():
        codes = _codes(key)
        for phrase in check_phrases(f"{PACK} {key}", phrases):
            if (other := seen.setdefault(fold(phrase), key)) != key:
                raise PackError(f"{PACK} {key}: {phrase!r} stands in {other} too")
            yield phrase, codes


def _codes(key: str) -> tuple[str, ...]:
    if key == "none":
        return ()
    known, codes = vocabulary().scopes, key.split("+")
    if unknown := [code for code in codes if code not in known]:
        raise PackError(f"{PACK} {key}: {unknown[0]!r} is no scope; known: {', '.join(known)}")
    return tuple(code for code in known if code in codes)
