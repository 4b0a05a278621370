"""Whom a measure names: banks, companies, media, vessels, organisations and people, known ones with their state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from parsers.errors import InputError, PackError
from parsers.pack import check_keys, check_phrases, load_pack
from parsers.scan import Hit, Scanner
from parsers.vocabulary import check_jurisdiction, vocabulary

PACK = "packs/en/names.toml"
KINDS = ("bank", "company", "person", "vessel", "media", "organisation")
CAPITAL = r"[A-Z][\w&'’.-]*"
# The word that gives a name away, found first; then the capitalised words around it are taken in.
GIVEAWAY = re.compile(
    r"(?:Bank|bank|Airlines|Airways|Aviation|Ltd|LLC|PJSC|OJSC|JSC|Inc|Corp|Corporation|GmbH|FZE|FZCO|PLC|Plc|Holdings|Holding|Shipping)\b\.?"
)
BEFORE = re.compile(rf"(?:\b{CAPITAL} (?:(?:and|&|for|of) )?){{0,4}}(?:\b[A-Z][\w’'-]*)?\Z")
AFTER = re.compile(rf" of (?:the )?{CAPITAL}(?: {CAPITAL})?|(?: {CAPITAL}){{1,2}}")
SHAPES = {"bank": ("bank", ("finance",)), "airlines": ("company", ("aircraft",)), "airways": ("company", ("aircraft",))}
SHAPES |= {"aviation": ("company", ("aircraft",)), "shipping": ("company", ("ships",))}
OTHER_SHAPE = ("company", ("entities",))
COMMON = re.compile(
    r"Central Bank|National Bank|World Bank|Reserve Bank|State Bank|Bank of [A-Z][a-z]+\Z|[A-Z]\w+ Central Bank"
    r"|[A-Z]\w+ Civil Aviation|Civil"
)
ARTICLES = ("The ", "A ", "An ", "In ", "On ", "And ", "Of ", "For ", "But ", "Its ", "Under ", "Both ", "Also ", "Among ", "Like ")
WIDTH = 60
SOURCE_BEFORE = re.compile(r"(?:\btold|according to|reported by|cited by|quoted by|said by|interview with|by|via) (?:the )?\Z")
SOURCE_AFTER = re.compile(r" (?:news agency )?(?:report(?:s|ed)?|said|says|quoted|cited|wrote|writes)\b")


@dataclass(frozen=True, slots=True)
class Name:
    """``text[start:end] == name``; ``code`` is its state where known; ``scopes`` what a measure on it covers."""

    start: int
    end: int
    name: str
    code: str | None
    kind: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a pack says of a name; ``shouted``: it must stand in capitals."""

    code: str
    kind: str
    scopes: tuple[str, ...]
    shouted: bool


def find_names(text: str, folded: str) -> list[Name]:
    """Known names and capitalised patterns ("X Bank", "Y Airlines") in text order, without overlap.

    A medium named as the source of news ("told RT") is left out.
    """
    return names_of(text, folded, scanner().scan(folded))


def names_of(text: str, folded: str, hits: list[Hit[Known]]) -> list[Name]:
    """The same for a text of which the hits of the scanner are known."""
    names = [Name(s, e, text[s:e], k.code, k.kind, k.scopes) for s, e, k in hits if _fits(text, folded, (s, e), k)]
    shaped = list(_shaped(text))
    return _woven(names, shaped) if shaped else names


def _fits(text: str, folded: str, span: tuple[int, int], known: Known) -> bool:
    start, end = span
    if not (text[start:end].isupper() if known.shouted else text[start].isupper()):
        return False
    return known.kind != "media" or not (SOURCE_BEFORE.search(folded, max(0, start - 20), start) or SOURCE_AFTER.match(folded, end))


def _woven(known: list[Name], shaped: list[Name]) -> list[Name]:
    taken = {position for name in known for position in range(name.start, name.end)}
    fresh = [name for name in shaped if taken.isdisjoint(range(name.start, name.end))]
    return sorted(known + fresh, key=lambda name: name.start)


def _shaped(text: str) -> Iterator[Name]:
    free = 0
    for giveaway in GIVEAWAY.finditer(text):
        start, end = _around(text, giveaway, free)
        if " " in text[start:end] and not COMMON.match(text[start:end]):
            free = end
            kind, scopes = SHAPES.get(giveaway[0].lower(), OTHER_SHAPE)
            yield Name(start, end, text[start:end], None, kind, scopes)


def _around(text: str, giveaway: re.Match[str], free: int) -> tuple[int, int]:
    floor = max(free, giveaway.start() - WIDTH)
    before = BEFORE.search(text, floor, giveaway.start())
    start = before.start() if before else giveaway.start()
    start += next((len(article) for article in ARTICLES if text.startswith(article, start)), 0)
    glued = text[giveaway.start() - 1 : giveaway.start()].isalpha()
    if glued != (giveaway[0] == "bank"):
        return start, start
    after = AFTER.match(text, giveaway.end(), giveaway.end() + WIDTH) if giveaway[0] in ("Bank", "bank") else None
    end = after.end() if after else giveaway.end()
    return start, end - 2 * text.endswith(("'s", "’s"), start, end)


@cache
def scanner() -> Scanner[Known]:
    """The scanner of all known names."""
    return Scanner(_known())


def _known() -> Iterator[tuple[str, Known]]:
    pack = load_pack("en/names")
    check_keys(PACK, pack, KINDS)
    for kind, states in pack.items():
        for code, entries in states.items():
            for entry in entries:
                yield from _listed(f"{PACK} [[{kind}.{code}]]", kind, code, entry)


def _listed(where: str, kind: str, code: str, entry: dict[str, Any]) -> Iterator[tuple[str, Known]]:
    check_keys(where, entry, ("names", "scopes"))
    try:
        check_jurisdiction(code)
        scopes = tuple(vocabulary().check("scope", scope) for scope in entry["scopes"])
    except InputError as problem:
        raise PackError(f"{where}: {problem}") from problem
    return ((name, Known(code, kind, scopes, name.isupper())) for name in check_phrases(where, entry["names"]))
