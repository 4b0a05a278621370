"""A phrase that a rule matched, and the words in it by class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from parsers.dates.grammar import Grammar, Token


@dataclass(slots=True)
class Found:
    """``match`` ran over the codes of ``tokens``; names of classes in small letters give the words and values.

    ``start`` and ``end`` are offsets in the text, ``at_head`` says whether the phrase stands at the head of its line.
    """

    tokens: list[Token]
    match: re.Match[str]
    lexicon: Grammar
    start: int
    end: int
    at_head: bool = False

    @property
    def words(self) -> list[str]:
        """The folded words of the expression."""
        return [token[3] for token in self.tokens[self.match.start() : self.match.end()]]

    def has(self, name: str) -> bool:
        """Whether the element with that name took part."""
        return name in self.match.re.groupindex and self.match[name] is not None

    def word(self, name: str) -> str:
        """The folded word of an element, empty where it is missing."""
        return self.tokens[self.match.start(name)][3] if self.has(name) else ""

    def value(self, name: str, *tables: str) -> Any:
        """The pack's value of the element's word, from the class of the same name or the first of ``tables`` that has it."""
        word = self.word(name).rstrip(".")
        for table in tables or (name.upper().rstrip("23456789"),):
            if word in self.lexicon.values[table]:
                return self.lexicon.values[table][word]
        raise KeyError(word)

    def unit(self, name: str = "unitany") -> str:
        """The code of a unit, singular or plural."""
        return str(self.value(name, "UNIT", "UNITS"))

    def count(self, name: str = "count") -> int | None:
        """The number that an element spells: "12", "twelve", "twenty-five", "25th", "second"."""
        return number(self.word(name), self.lexicon)


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
