"""Whom a measure names: banks, companies, media, vessels, organisations and people, known ones with their state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.errors import InputError, PackError
from parsers.pack import check_keys, check_phrases, load_pack
from parsers.scan import Scanner
from parsers.vocabulary import check_jurisdiction, vocabulary

PACK = "packs/en/names.toml"
KINDS = ("bank", "company", "person", "vessel", "media", "organisation")
CAP = r"[A-Z][\w&'’.-]*"
PATTERNS = (
    ("bank", ("finance",), re.compile(rf"\b(?:{CAP} ){{0,3}}(?:{CAP}[Bb]ank|Bank)\b(?: {CAP}){{0,2}}(?: of (?:the )?{CAP}(?: {CAP})?)?")),
    ("company", ("aircraft",), re.compile(rf"\b(?:{CAP} ){{1,3}}(?:Airlines|Airways|Air Lines|Aviation)\b")),
    ("company", ("entities",), re.compile(rf"\b(?:{CAP} ){{1,4}}(?:Ltd|LLC|PJSC|OJSC|JSC|Inc|Corp|Corporation|GmbH|FZE|FZCO|PLC|AG|Co|Holdings?|Group)\b\.?")),
)


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
    """What a pack says of a name."""

    code: str
    kind: str
    scopes: tuple[str, ...]
    shouted: bool


def find_names(text: str, folded: str) -> list[Name]:
    """Known names and capitalised patterns ("X Bank", "Y Airlines") in text order, without overlap."""
    known = [Name(s, e, text[s:e], k.code, k.kind, k.scopes) for s, e, k in _scanner().scan(folded) if _case_fits(text[s:e], k)]
    taken = bytearray(len(text) + 1)
    for name in known:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return sorted(known + [n for n in _shaped(text) if not any(taken[n.start : n.end])], key=lambda name: (name.start, name.end))


def _case_fits(words: str, known: Known) -> bool:
    return words.isupper() if known.shouted else words[0].isupper()


def _shaped(text: str) -> Iterator[Name]:
    free = 0
    found = ((m.start(), -m.end(), kind, scopes) for kind, scopes, pattern in PATTERNS for m in pattern.finditer(text) if " " in m[0])
    for start, minus_end, kind, scopes in sorted(found):
        if start >= free:
            free = -minus_end
            yield Name(start, free, text[start:free], None, kind, scopes)


@cache
def _scanner() -> Scanner[Known]:
    return Scanner(_known())


def _known() -> Iterator[tuple[str, Known]]:
    pack = load_pack("en/names")
    check_keys(PACK, pack, KINDS)
    for kind, states in pack.items():
        for code, entry in states.items():
            where = f"{PACK} [{kind}.{code}]"
            check_keys(where, entry, ("names", "scopes"))
            scopes = _check_codes(where, code, entry["scopes"])
            yield from ((name, Known(code, kind, scopes, name.isupper())) for name in check_phrases(where, entry["names"]))


def _check_codes(where: str, code: str, scopes: list[str]) -> tuple[str, ...]:
    try:
        check_jurisdiction(code)
        return tuple(vocabulary().check("scope", scope) for scope in scopes)
    except InputError as problem:
        raise PackError(f"{where}: {problem}") from problem
