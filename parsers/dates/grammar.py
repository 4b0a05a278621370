"""Pack and rules put together once: a code for every word, rules found by the code they begin with, one automaton that finds where to look."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from parsers.dates.pattern import Rule, compile_pattern, elements
from parsers.dates.rules import all_rules
from parsers.dates.tokens import KINDS
from parsers.errors import PackError

PACK = "packs/en/dates.toml"
# Kinds of number that patterns name together.
UNIONS = {
    "DAY": ("DAYNUM", "ORDNUM"),
    "COUNT": ("NUMBER", "DAYNUM", "INT", "COUNTED"),
    "NTHS": ("ORDINAL", "ORDNUM", "NTH"),
    "UNITANY": ("UNIT", "UNITS"),
    "NUMERIC": ("ISO", "YMD", "DMY", "SLASH"),
}


@dataclass(frozen=True)
class Grammar:
    """Everything that is known before a text is read."""

    code: dict[str, str]
    values: dict[str, dict[str, Any]]
    by_code: dict[str, list[tuple[Rule, re.Pattern[str]]]]
    rules: tuple[Rule, ...]
    gate: AhoCorasick
    capital: frozenset[str]
    kind_of: dict[str, str]


@cache
def grammar() -> Grammar:
    """The English grammar of time. Raises PackError where the pack names a class or word twice or a rule names an unknown class."""
    pack = read_pack(PACK)
    trigger = pack.pop("trigger")
    rules = all_rules()
    words = sorted({word for table in pack.values() for word in table} | literals(rules) | set(trigger["words"]))
    code = {word: chr(0xE000 + index) for index, word in enumerate([*KINDS, *words])}
    members = {name: list(table) for name, table in pack.items()}
    by_code: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for each in rules:
        for pattern in each.patterns:
            regex, first = compile_pattern(pattern, lambda name, owner=each: codes_of(name, members, code, owner))  # type: ignore[misc]
            for char in sorted(first):
                by_code.setdefault(char, []).append((each, regex))
    starts = {word for name in trigger["classes"] for word in members.get(name, ())} | set(trigger["words"])
    gate = AhoCorasick(sorted(starts), matchkind=MatchKind.LeftmostLongest)
    kind_of = {char: name for name, char in code.items()}
    return Grammar(code, pack, by_code, rules, gate, frozenset(trigger["capital"]), kind_of)


def read_pack(name: str) -> dict[str, Any]:
    """A pack of the package as tables. Raises PackError where TOML is broken or an entry stands twice."""
    try:
        return tomllib.loads(files("parsers").joinpath(name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: {error}; correct the entry named") from None


def literals(rules: tuple[Rule, ...]) -> set[str]:
    """The words that patterns spell out."""
    found = (choice for each in rules for pattern in each.patterns for choices, _ in elements(pattern) for choice in choices)
    return {choice for choice in found if not choice.isupper()}


def codes_of(name: str, members: dict[str, list[str]], code: dict[str, str], owner: Rule) -> str:
    """The codes of a class, of a union of classes, of a kind of number or of one word."""
    if name in UNIONS:
        return "".join(codes_of(part, members, code, owner) for part in UNIONS[name])
    if name in members:
        return "".join(code[word] for word in members[name])
    if name in code:
        return code[name]
    raise PackError(f"rule {owner.name}: {name} is no class of {PACK} and no kind of number")
