"""Where time is spoken of: one pass finds the words that start it, then each is widened to the phrase of known words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.dates.grammar import Grammar, Token
from parsers.dates.tokens import KINDS, token_at

# Numbers that start a phrase by themselves: a year, a numeric date, a clock, a decade. What stands before is looked at afterwards.
NUMERIC = re.compile(
    r"\d(?:\d{3}(?!\d|,\d)"
    r"|\d{3}-\d\d|\d?[/.-]\d\d?[/.-]\d\d|\d?[:h]\d\d|\d?'?s\b|\d?\d?(?:st|nd|rd|th)\b|\d(?<='\d\d)(?!\d)|\d? ?[ap]\.?m\b"
    r"|\d?\.\d\d(?= (?:utc|gmt|bst|cet|msk)\b))"
)
OF_A_NUMBER = re.compile(r"(?<![a-z])(?!mid|pre|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{1,3}-\Z")
GLUED = frozenset("0123456789$£€¥.,_/")
FIRST = ("1", "20", "21")
REACH = 72  # code points looked at before a word that starts a phrase
SHORTEST = 12  # words looked at before the word that starts a phrase
LONGEST = 32  # tokens of one phrase
WRAPPED = 45  # a line at least this long may be wrapped, so that the phrase goes on in the next one
ENDS = ".,;:)\"'"
LETTERS = re.compile(r"[^\W\d_]+")
BOUND = frozenset(KINDS)


def phrases(text: str, fold: str, lexicon: Grammar) -> Iterator[list[Token]]:
    """Rows of known tokens around each place where time is spoken of, in order, none overlapping."""
    taken = 0
    starts, marks = places(fold, lexicon)
    for start in starts:
        if start < taken:
            continue
        row = [*before(text, fold, taken, start, lexicon), *after(text, fold, start, lexicon, marks)]
        if row:
            taken = max(row[-1][1], start + 1)
            yield row


def places(fold: str, lexicon: Grammar) -> tuple[list[int], dict[int, tuple[int, str]]]:
    """Positions of words and numbers that start a phrase, sorted; and the landmarks: where one starts, its end and name."""
    padded, starts, marks = f"\n{fold}\n", [], {}
    for index, start, end in lexicon.gate.find_matches_as_indexes(padded):
        if padded[end].isalnum():
            continue
        starts.append(start)
        name = lexicon.landmark_of.get(index)
        if name:
            marks[start] = (end - 1, name)
    numbers = [number_start(fold, found) for found in NUMERIC.finditer(fold) if starts_date(fold, found)]
    return (sorted(starts + numbers) if numbers else starts), marks


def number_start(fold: str, found: re.Match[str]) -> int:
    """Where a number begins, the apostrophe of '82 included."""
    return found.start() - fold.startswith("'", max(found.start() - 1, 0))


def starts_date(fold: str, found: re.Match[str]) -> bool:
    """Whether digits are no part of a longer number or a price, and a number of four digits is a year."""
    start, digits = found.start(), found[0]
    if start and (fold[start - 1] in GLUED or fold[start - 1].isalpha()):
        return False
    if len(digits) == 4 and OF_A_NUMBER.search(fold, max(0, start - 5), start):
        return False  # "release JS-1932"
    return len(digits) != 4 or not digits.isdigit() or digits.startswith(FIRST) or fold.startswith((" utc", " gmt"), found.end())


def before(text: str, fold: str, lowest: int, start: int, lexicon: Grammar) -> list[Token]:
    """The known tokens that lead up to ``start`` without a gap, word by word backwards."""
    lowest = max(lowest, start - REACH)
    row: list[Token] = []
    edge = start
    while edge > lowest and fold[edge - 1] == " ":
        begin = max(fold.rfind(" ", lowest, edge - 1) + 1, lowest)
        word = fold[begin : edge - 1]
        code = lexicon.code.get(word)
        if code is None:
            core = word.rstrip(ENDS)
            if word.isalpha() or (core.isalpha() and core not in lexicon.code):
                return row[::-1]
            break
        if word in lexicon.capital:
            break
        row.append((begin, edge - 1, code, word))
        edge = begin
    return before_marks(text, fold, lowest, edge, lexicon) + row[::-1]


def before_marks(text: str, fold: str, lowest: int, start: int, lexicon: Grammar) -> list[Token]:
    """The same where marks, digits and ends of lines stand between the words."""
    rows: list[list[Token]] = []
    edge = start
    while edge > lowest and len(rows) < SHORTEST:
        end = edge
        while end > lowest and fold[end - 1].isspace() and not breaks(text, end - 1):
            end -= 1
        begin = word_start(fold, lowest, end)
        if fold.startswith("1/2", begin):
            begin = word_start(fold, lowest, max(begin - 1, lowest))
        tokens, whole = known_tail(text, fold, begin, end, lexicon)
        if tokens:
            rows.append(tokens)
        if not whole or begin == lowest:
            break
        edge = begin
    return [token for row in reversed(rows) for token in row]


def word_start(fold: str, lowest: int, end: int) -> int:
    """Where the run of characters without white space that ends at ``end`` begins."""
    return max(fold.rfind(" ", lowest, end), fold.rfind("\n", lowest, end), lowest - 1) + 1


def known_tail(text: str, fold: str, begin: int, end: int, lexicon: Grammar) -> tuple[list[Token], bool]:
    """The last known tokens between two places, and whether all of them are known."""
    word = fold[begin:end]
    if not word:
        return [], False
    code = lexicon.code.get(word)
    if code is not None and word not in lexicon.capital:
        return [(begin, end, code, word)], True
    if word.isalpha() and word not in lexicon.capital:
        return [], False
    tokens: list[Token] = []
    whole = True
    while begin < end:
        found = token_at(fold, begin, end)
        token = token_of(found, text, lexicon) if found else None
        if token is None:
            tokens, whole = [], False
        else:
            tokens.append(token)
        begin = found.end() if found else begin + 1
    return tokens, whole


def after(text: str, fold: str, start: int, lexicon: Grammar, marks: dict[int, tuple[int, str]]) -> list[Token]:
    """The known tokens from ``start`` on."""
    row: list[Token] = []
    position, size = start, len(fold)
    while position < size and len(row) < LONGEST:
        char = fold[position]
        if char == " " or (char.isspace() and not breaks(text, position)):
            position += 1
            continue
        if position in marks:
            end, name = marks[position]
            row.append((position, end, lexicon.code["LANDMARK"], name))
            position = end
            continue
        token = next_token(text, fold, position, lexicon)
        if token is None:
            break
        row.append(token)
        position = token[1]
    return row


def next_token(text: str, fold: str, position: int, lexicon: Grammar) -> Token | None:
    """The token that begins at a place; plain words and marks need no long pattern."""
    char = fold[position]
    if char.isalpha():
        end = LETTERS.match(fold, position).end()  # type: ignore[union-attr]
        word = fold[position:end]
        if word not in lexicon.special:
            code = lexicon.code.get(word)
            return (position, end, code, word) if code else None
    elif char != "'" and not char.isdigit():
        code = lexicon.code.get(char)
        return (position, position + 1, code, char) if code else None
    found = token_at(fold, position, len(fold))
    return token_of(found, text, lexicon) if found else None


def token_of(found: re.Match[str], text: str, lexicon: Grammar) -> Token | None:
    """The token with its code, or None for a word that no rule knows."""
    kind, word = found.lastgroup, found[0]
    if kind in BOUND:
        return found.start(), found.end(), lexicon.code[kind], word
    key = word[:-1] if kind == "word" and word[-1] == "." else word
    code = lexicon.code.get(key)
    if code is None or (key in lexicon.capital and text[found.start()].islower()):
        return None
    return found.start(), found.end(), code, word


def breaks(text: str, position: int) -> bool:
    """Whether the white space at a position ends a phrase: a tab, or the end of a line that is not merely wrapped."""
    if text[position] == " ":
        return False
    if text[position] != "\n":
        return text[position] in "\t\r\v\f"
    if position < WRAPPED or text.rfind("\n", position - WRAPPED, position) >= 0:
        return True
    following = text[position + 1 : position + 1 + WRAPPED]
    return not following[:1].islower() and ("\n" in following or len(following) < WRAPPED)
