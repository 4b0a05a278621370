"""How many a measure hits: "36 oligarchs", "seventy-eight persons and eight entities"; running totals are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from parsers.pack import check_keys, check_phrases, load_pack
from parsers.scan import Scanner

PACK = "packs/en/scopes-counted.toml"
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
WIDTH = 30


class Count(NamedTuple):
    """``text[start:end]`` counts ``n`` of those that a measure hits; ``noun`` is the counted word, folded."""

    start: int
    end: int
    n: int
    noun: str


def find_counts(text: str, folded: str) -> list[Count]:
    """Counts in text order; "bringing the total to 1,200 people" and "so far 90 firms" are no count of this act."""
    del text
    tail, total = _patterns()
    counts = []
    for start, end, n in sorted((*_written(folded), *_in_digits(folded))):
        counted = tail.match(folded, end)
        if counted and not total.search(folded, max(0, start - WIDTH), start):
            counts.append(Count(start, counted.end(), n, counted[1]))
    return counts


def _in_digits(folded: str) -> Iterator[tuple[int, int, int]]:
    for match in DIGITS.finditer(folded):
        before = folded[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in tuple(".,$/-€£") or YEAR.match(match[0])):
            yield match.start(), match.end(), int(match[0].replace(",", ""))


def _written(folded: str) -> Iterator[tuple[int, int, int]]:
    return ((hit.start, hit.end, hit.payload) for hit in _number_words().scan(folded) if folded[hit.start - 1 : hit.start] != "-")


@cache
def _number_words() -> Scanner[int]:
    return Scanner(number_words().items())


def number_words() -> dict[str, int]:
    """Written numbers and their values: 1 to 99, whole hundreds, a thousand, dozens."""
    values = {word: n for n, word in enumerate(SMALL) if n}
    for tens, word in enumerate(TENS, 2):
        values[word] = 10 * tens
        values |= {f"{word}{dash}{SMALL[n]}": 10 * tens + n for n in range(1, 10) for dash in "- "}
    values |= {f"{SMALL[n]} hundred": 100 * n for n in range(1, 10)} | {"a hundred": 100, "one thousand": 1000, "a thousand": 1000}
    return values | {"a dozen": 12, "two dozen": 24, "three dozen": 36}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    pack = load_pack("en/scopes-counted")
    check_keys(PACK, pack, ("nouns", "totals", "vague", "breaks"))
    words = {key: "|".join(sorted(check_phrases(f"{PACK} {key}", pack[key]), key=len, reverse=True)) for key in pack}
    # Up to three describing words: "eight senior Russian diplomats".
    tail = re.compile(rf" (?:(?!(?:{words['breaks']})\b)[a-z][a-z'-]* ){{0,3}}?({words['nouns']})\b")
    return tail, re.compile(rf"\b(?:{words['totals']}) (?:(?:{words['vague']}) )?\Z")
