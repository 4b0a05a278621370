"""A phrase that a rule matched, and the words in it by class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from parsers.dates.grammar import Grammar, grammar

Token = tuple[int, int, str, str]  # start, end, code, folded word


@dataclass(slots=True)
class Found:
    """``match`` ran over the codes of ``tokens``; names of classes in small letters give the words and values."""

    tokens: list[Token]
    match: re.Match[str]
    fold: str

    @property
    def start(self) -> int:
        return self.tokens[self.match.start()][0]

    @property
    def end(self) -> int:
        return self.tokens[self.match.end() - 1][1]

    @property
    def words(self) -> list[str]:
        return [token[3] for token in self.tokens[self.match.start() : self.match.end()]]

    def has(self, name: str) -> bool:
        """Whether the element with that name took part."""
        return bool(self.match.re.groupindex.get(name)) and self.match[name] is not None

    def word(self, name: str) -> str:
        """The folded word of an element, empty where it is missing."""
        return self.tokens[self.match.start(name)][3] if self.has(name) else ""

    def at(self, name: str) -> tuple[int, int]:
        """Where the element stands in the text."""
        start, end, _, _ = self.tokens[self.match.start(name)]
        return start, end

    def value(self, name: str, table: str | None = None) -> Any:
        """The pack's value of the element's word in the class of the same name (or in ``table``)."""
        return grammar().values[(table or name).upper().rstrip("23456789")][self.word(name).rstrip(".")]

    def count(self, name: str = "count") -> int | None:
        """The number that an element spells: "12", "twelve", "twenty-five", "25th", "second"."""
        return number(self.word(name), grammar())


def number(word: str, lexicon: Grammar) -> int | None:
    """The integer in a word, or None."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    total = 0
    for part in re.split(r"[- ]", word):
        value = lexicon.values["NUMBER"].get(part, lexicon.values["ORDINAL"].get(part))
        if value is None:
            return None
        total += value
    return total
