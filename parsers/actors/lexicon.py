"""The words that name actors, from the packs, as one scanner; a phrase of two packs is an error that names both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from parsers.errors import InputError, PackError
from parsers.fold import fold
from parsers.pack import check_keys, check_phrases, load_pack, spell_all
from parsers.scan import Scanner
from parsers.vocabulary import check_jurisdiction

FORMS = {"names": "noun", "adjectives": "adjective", "people": "people", "capitals": "noun"}
DETERMINERS = frozenset(("the", "its", "their", "his", "her", "this", "that", "these", "those", "our"))
TABLES = ("seats", "agencies", "default_agencies", "default_offices", "references", "sorts", "not_actors")
PERSON_KEYS = ("code", "role", "years", "alone", "also")


@dataclass(frozen=True, slots=True)
class Word:
    """One phrase of a pack.

    ``kind`` is an actor's kind, or none for a look-alike. ``shouted``: it must stand in capitals ("US"). ``capital``: where its
    first capital letter stands, which the text must have too, or -1. ``default``: the state named before it goes first.
    ``determined``: "the" or the like must stand before it.
    """

    spelling: str
    kind: str
    code: str | None = None
    form: str = "noun"
    refers: str | None = None
    default: bool = False
    determined: bool = False
    capital: int = field(init=False)
    shouted: bool = field(init=False)

    def __post_init__(self) -> None:
        # Worked out once: the case of every hit is asked for.
        object.__setattr__(self, "capital", next((i for i, c in enumerate(self.spelling) if c.isupper()), -1))
        object.__setattr__(self, "shouted", self.spelling.isupper())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The scanner; the state of each surname; for a code the sorts of state it is ("kingdom"), which references use."""

    scanner: Scanner[Word]
    surnames: dict[str, str | None]
    sorts: dict[str, tuple[str, ...]]
    modifiers: tuple[str, ...]
    dependent: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The English lexicon of actors."""
    offices = load_pack("en/offices")
    people = load_pack("en/people")["people"]
    return Lexicon(
        scanner=Scanner(_merged()),
        surnames=dict(_surnames(people)),
        sorts=_sorts(load_pack("en/actors")),
        modifiers=tuple(check_phrases("packs/en/offices.toml [modifiers] between", offices["modifiers"]["between"])),
        dependent=frozenset(map(fold, check_phrases("packs/en/offices.toml [alone] never", offices["alone"]["never"]))),
    )


def _merged() -> Iterator[tuple[str, Word]]:
    # Of two packs with one phrase the first wins only where the later is an office: "Security Council" is both.
    seen: dict[str, tuple[str, Word]] = {}
    for where, word in _all_words():
        key = fold(word.spelling)
        if key in seen and word.kind != "office":
            raise PackError(f"{where}: {word.spelling!r} stands in {seen[key][0]} too")
        seen.setdefault(key, (where, word))
    return ((key, word) for key, (_, word) in seen.items())


def _all_words() -> Iterator[tuple[str, Word]]:
    for name, kind in (("states", "state"), ("blocs", "bloc"), ("regions", "region")):
        yield from _jurisdictions(f"jurisdictions/{name}", kind)
    yield from _named_bodies()
    yield from _people()
    yield from _offices()


def _jurisdictions(pack: str, kind: str) -> Iterator[tuple[str, Word]]:
    for code, entry in load_pack(pack).items():
        where = f"packs/{pack}.toml {code}"
        _check_code(where, code)
        check_keys(where, entry, FORMS)
        for key, phrases in entry.items():
            for phrase in check_phrases(f"{where} {key}", phrases):
                yield where, Word(phrase, "capital" if key == "capitals" else kind, code, FORMS[key])


def _named_bodies() -> Iterator[tuple[str, Word]]:
    pack = load_pack("en/actors")
    check_keys("packs/en/actors.toml", pack, TABLES)
    for table, kind in (("seats", "seat"), ("agencies", "agency"), ("default_agencies", "agency")):
        for code, phrases in pack[table].items():
            where = _check_code(f"packs/en/actors.toml [{table}] {code}", code)
            yield from ((where, Word(p, kind, code, default=table[0] == "d")) for p in check_phrases(where, phrases))
    for code, phrases in pack["default_offices"].items():
        where = _check_code(f"packs/en/actors.toml [default_offices] {code}", code)
        yield from ((where, Word(p, "office", code, refers=_office_kind(p), default=True)) for p in check_phrases(where, phrases))
    for table, kind in (("references", "reference"), ("not_actors", "none")):
        for name, phrases in pack[table].items():
            where = f"packs/en/actors.toml [{table}] {name}"
            yield from ((where, word) for word in _without_determiner(kind, name, spell_all(check_phrases(where, phrases))))


def _office_kind(phrase: str) -> str:
    return "prime_minister" if phrase in ("Taoiseach", "Tanaiste") else "minister"


def _without_determiner(kind: str, refers: str, phrases: list[str]) -> Iterator[Word]:
    # "the bloc" is looked up as "bloc" with a determiner before it, lest "the state" hide "State Department".
    bare: dict[str, bool] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        determined = kind == "reference" and first in DETERMINERS
        bare.setdefault(rest if determined else phrase, determined)
    return (Word(phrase, kind, refers=refers, determined=determined) for phrase, determined in bare.items())


def _people() -> Iterator[tuple[str, Word]]:
    for name, entry in load_pack("en/people")["people"].items():
        where = f"packs/en/people.toml {name!r}"
        check_keys(where, entry, PERSON_KEYS)
        _check_code(where, entry["code"])
        for phrase in (name, *entry.get("also", ()), *entry.get("alone", ())):
            yield where, Word(phrase, "person", entry["code"], refers=entry["role"])


def _offices() -> Iterator[tuple[str, Word]]:
    pack = load_pack("en/offices")
    where = "packs/en/offices.toml"
    check_keys(where, pack, ("portfolios", "forms", "offices", "alone", "modifiers"))
    for refers, phrases in pack["offices"].items():
        yield from ((where, Word(p, "office", refers=refers)) for p in check_phrases(f"{where} [offices] {refers}", phrases))
    for refers, forms in pack["forms"].items():
        yield from ((where, Word(p, "office", refers=refers)) for p in _portfolio_phrases(forms, pack["portfolios"]))


def _portfolio_phrases(forms: Iterable[str], portfolios: dict[str, list[str]]) -> Iterator[str]:
    for form in forms:
        slot, key = ("{x}", "before") if "{x}" in form else ("{y}", "behind")
        yield from (form.replace(slot, portfolio) for portfolio in portfolios[key])


def _sorts(pack: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    sorts: dict[str, tuple[str, ...]] = {}
    for sort, codes in pack["sorts"].items():
        where = f"packs/en/actors.toml [sorts] {sort}"
        check_keys(where, {sort: codes}, pack["references"])
        for code in check_phrases(where, codes):
            _check_code(where, code)
            sorts[code] = (*sorts.get(code, ()), sort)
    return sorts


def _surnames(people: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    # A surname shared by two states says nothing about the state.
    found: dict[str, set[str]] = {}
    for name, entry in people.items():
        for full in (name, *entry.get("also", ())):
            found.setdefault(fold(full).split()[-1], set()).add(entry["code"])
    return ((surname, next(iter(codes)) if len(codes) == 1 else None) for surname, codes in found.items())


def _check_code(where: str, code: str) -> str:
    try:
        check_jurisdiction(code)
    except InputError as problem:
        raise PackError(f"{where}: {problem}") from problem
    return where
