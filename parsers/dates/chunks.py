"""Where time is spoken of: one pass finds the words that start it, then each is widened to the phrase of known words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.dates.found import Token
from parsers.dates.grammar import Grammar
from parsers.dates.tokens import KINDS, TOKEN

# A year, a numeric date, a clock or a decade: the only numbers that start a phrase by themselves.
NUMERIC = re.compile(r"(?<![\w$£€,.])(?:(?:1[1-9]|20|21)\d\d(?![\d,])|\d\d?[/.-]\d\d?[/.-]\d\d|\d\d?[:h]\d\d|\d0s)|'\d\ds?\b|\d[ap]\.?m\b")
LEFT = 72  # code points searched before a word that starts a phrase
LONGEST = 32  # tokens of one phrase
BOUND = frozenset(KINDS)


def phrases(text: str, fold: str, lexicon: Grammar) -> Iterator[list[Token]]:
    """Rows of known tokens around each place where time is spoken of, in order, none overlapping."""
    taken = 0
    for start in starts(text, fold, lexicon):
        if start < taken:
            continue
        row = [*before(text, fold, taken, start, lexicon), *after(text, fold, start, lexicon)]
        if row:
            taken = max(row[-1][1], start + 1)
            yield row


def starts(text: str, fold: str, lexicon: Grammar) -> list[int]:
    """Positions of words and numbers that start a phrase, sorted."""
    hits = [
        start
        for _, start, end in lexicon.gate.find_matches_as_indexes(fold)
        if not (start and fold[start - 1].isalpha()) and not (end < len(fold) and fold[end].isalpha())
    ]
    numbers = [found.start() for found in NUMERIC.finditer(fold)]
    return sorted(hits + numbers) if numbers else hits


def before(text: str, fold: str, lowest: int, start: int, lexicon: Grammar) -> list[Token]:
    """The known tokens that lead up to ``start`` without a gap."""
    begin = max(lowest, start - LEFT)
    if begin and begin > lowest:
        begin = fold.find(" ", begin, start) + 1 or start
    row: list[Token] = []
    for found in TOKEN.finditer(fold, begin, start):
        token = token_of(found, text, lexicon)
        if token is None:
            if found["mark"] is None or not found["mark"].isspace() or breaks(fold, found.start()):
                row.clear()
        else:
            row.append(token)
    return row


def after(text: str, fold: str, start: int, lexicon: Grammar) -> list[Token]:
    """The known tokens from ``start`` on."""
    row: list[Token] = []
    position, size = start, len(fold)
    while position < size and len(row) < LONGEST:
        char = fold[position]
        if char == " " or (char.isspace() and not breaks(fold, position)):
            position += 1
            continue
        found = TOKEN.match(fold, position)
        token = token_of(found, text, lexicon) if found else None
        if token is None:
            break
        row.append(token)
        position = token[1]
    return row


def token_of(found: re.Match[str], text: str, lexicon: Grammar) -> Token | None:
    """The token with its code, or None for a word that no rule knows."""
    kind, word = found.lastgroup, found[0]
    if kind in BOUND:
        return found.start(), found.end(), lexicon.code[kind], word
    key = word.rstrip(".") if kind == "word" else word
    code = lexicon.code.get(key)
    if code is None or (key in lexicon.capital and text[found.start()].islower()):
        return None
    return found.start(), found.end(), code, word


def breaks(fold: str, position: int) -> bool:
    """Whether the white space at a position ends a phrase: a tab, or the end of a line that is not merely wrapped."""
    if fold[position] == " ":
        return False
    if fold[position] != "\n":
        return fold[position] == "\t"
    line = position - fold.rfind("\n", max(0, position - 120), position)
    return line < 45 or fold[position + 1 : position + 2] in ("", "\n", "-", "*")

