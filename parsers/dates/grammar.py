"""Pack and rules put together once: a code for every word, the rules by the codes they begin with, one automaton for where to look."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from parsers.dates.landmarks import Landmark, landmarks
from parsers.dates.pattern import Rule, compile_pattern, elements
from parsers.dates.rules import all_rules
from parsers.dates.tokens import KINDS, SHORT, TENS
from parsers.errors import PackError
from parsers.pack import check_keys, load_pack

PACK = "en/dates"
# What may stand right before a word: with these in the patterns, words inside longer words cost nothing.
EDGES = "\n\r\t \"'()[]-/|*:;,.!?&=+_>~#@`•·…‹›"
# Classes that patterns name together.
UNIONS = {
    "DAY": ("DAYNUM", "ORDNUM"),
    "COUNT": ("NUMBER", "DAYNUM", "INT", "COUNTED"),
    "NTHS": ("ORDINAL", "ORDNUM", "NTH"),
    "UNITANY": ("UNIT", "UNITS"),
}

REMEMBERED, REMEMBERED_LENGTH = 4_000, 12  # shapes of phrase kept, and the longest of them in tokens
Hits = tuple[tuple[Rule, re.Match[str]], ...]
Token = tuple[int, int, str, str]  # start, end, code, folded word or the name of a landmark


@dataclass(frozen=True)
class Grammar:
    """Everything that is known before a text is read."""

    code: dict[str, str]
    values: dict[str, dict[str, Any]]
    by_code: dict[str, list[tuple[Rule, re.Pattern[str]]]]
    rules: tuple[Rule, ...]
    gate: AhoCorasick
    landmark_of: dict[int, str]
    landmarks: dict[str, Landmark]
    capital: frozenset[str]
    cues: dict[str, str]
    special: frozenset[str]
    memory: dict[str, tuple[Hits, ...]] = field(default_factory=dict)

    def hits(self, line: str) -> tuple[Hits, ...]:
        """For each place in a row of codes the rules that match there, longest first, then by priority. The same shape is matched once."""
        known = self.memory.get(line)
        if known is None:
            known = tuple(self.hits_at(line, place) for place in range(len(line)))
            if len(line) <= REMEMBERED_LENGTH:
                if len(self.memory) >= REMEMBERED:
                    self.memory.clear()
                self.memory[line] = known
        return known

    def hits_at(self, line: str, place: int) -> Hits:
        """The rules that match at one place."""
        matches = [(each, match) for each, regex in self.by_code.get(line[place], ()) if (match := regex.match(line, place))]
        return tuple(sorted(matches, key=lambda hit: -hit[1].end()))


@cache
def grammar() -> Grammar:
    """The English grammar of time. Raises PackError where a rule or the pack names an unknown class."""
    pack = load_pack(PACK)
    trigger = pack.pop("trigger")
    check_keys(f"packs/{PACK}.toml: [trigger]", trigger, ("classes", "words", "capital"))
    tense = pack.pop("tense")
    check_keys(f"packs/{PACK}.toml: [tense]", tense, ("future", "past"))
    rules, known = all_rules(), landmarks()
    pack["GENERIC"] = {word: word for entry in known.values() for word in entry.generic}
    words = sorted({word for table in pack.values() for word in table} | literals(rules) | set(trigger["words"]))
    code = coded([*KINDS, "LANDMARK"], words, pack, literals(rules))
    by_code = index_rules(rules, pack, code)
    gate, landmark_of = build_gate(starters(trigger, pack), known)
    capital = frozenset(trigger["capital"])
    special = capital | set(f"{TENS}|{SHORT}|q|h".split("|"))
    return Grammar(code, pack, by_code, rules, gate, landmark_of, known, capital, cue_words(tense), special)


def cue_words(tense: dict[str, list[str]]) -> dict[str, str]:
    """Words and pairs of words, each with the tense that it tells."""
    return {word: side for side in ("past", "future") for word in tense[side]}


def coded(kinds: list[str], words: list[str], pack: dict[str, Any], spelled: set[str]) -> dict[str, str]:
    """A code for every kind and word; words that no pattern can tell apart share one, so that phrases repeat and are matched once."""
    signs: dict[tuple[str, ...], str] = {}
    code = {}
    for word in [*kinds, *words]:
        sign = (word,) if word in kinds or word in spelled else tuple(name for name in pack if word in pack[name])
        code[word] = signs.setdefault(sign, chr(0xE000 + len(signs)))
    return code


def starters(trigger: dict[str, list[str]], pack: dict[str, dict[str, Any]]) -> list[str]:
    """The words that start a search."""
    missing = [name for name in trigger["classes"] if name not in pack]
    if missing:
        raise PackError(f"packs/{PACK}.toml: [trigger] names the class {missing[0]}, which is not in the file")
    return sorted({word for name in trigger["classes"] for word in pack[name]} | set(trigger["words"]))


def build_gate(words: list[str], known: dict[str, Landmark]) -> tuple[AhoCorasick, dict[int, str]]:
    """The automaton over all starting words and names of landmarks behind any edge, and which pattern is which landmark."""
    names = [(alias, name) for name, entry in known.items() for alias in entry.aliases]
    patterns = [edge + word for edge in EDGES for word in words]
    landmark_of = {}
    for edge in EDGES:
        for alias, name in names:
            landmark_of[len(patterns)] = name
            patterns.append(edge + alias)
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest), landmark_of


def index_rules(rules: tuple[Rule, ...], pack: dict[str, Any], code: dict[str, str]) -> dict[str, list[tuple[Rule, re.Pattern[str]]]]:
    """The patterns of all rules by the codes that they can begin with."""
    by_code: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for each in rules:
        for pattern in each.patterns:
            regex, first = compile_pattern(pattern, lambda name, owner=each: codes_of(name, pack, code, owner))  # type: ignore[misc]
            for char in sorted(first):
                by_code.setdefault(char, []).append((each, regex))
    return by_code


def literals(rules: tuple[Rule, ...]) -> set[str]:
    """The words that patterns spell out."""
    found = (choice for each in rules for pattern in each.patterns for choices, _ in elements(pattern) for choice in choices)
    return {choice for choice in found if not choice.isupper()}


def codes_of(name: str, pack: dict[str, Any], code: dict[str, str], owner: Rule) -> str:
    """The codes of a class, of a union of classes, of a kind of number or of one word."""
    if name in UNIONS:
        return "".join(codes_of(part, pack, code, owner) for part in UNIONS[name])
    if name in pack:
        return "".join(sorted({code[word] for word in pack[name]}))
    if name in code:
        return code[name]
    raise PackError(f"rule {owner.name}: {name} is no class of packs/{PACK}.toml and no kind of number")
