"""Words and numbers of a phrase of time, on a fold of the text that keeps every offset."""

from __future__ import annotations

import re

from parsers.fold import fold

TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ONES = "one|two|three|four|five|six|seven|eight|nine"
NTHS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
SHORT = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun"

# The kinds of token, most particular first. A kind in capitals is a class that patterns can name; others end a phrase.
NUMBER = re.compile(
    r"(?P<ISO>\d{4}-\d\d?-\d\d?(?![\d-]))"
    r"|(?P<YMD>\d{4}[/.]\d\d?[/.]\d\d?(?![\d/]))"
    r"|(?P<DMY>\d\d?[.-]\d\d?[.-]\d{4}(?![\d-]))"
    r"|(?P<SLASH>\d\d?/\d\d?/(?:\d{4}|\d\d)(?![\d/]))"
    r"|(?P<CLOCK>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?[ap](?:\.m\b\.?|m\b)"
    r"|(?:[01]?\d|2[0-4])[:h][0-5]\d(?::\d\d)?(?!\d)|\d{4} (?=(?:utc|gmt)\b)|\d\d?\.[0-5]\d(?= (?:utc|gmt|bst|cet|msk)\b))"
    r"|(?P<YEARS>(?:1[5-9]|20)\d\d[-/](?:(?:1[5-9]|20)\d\d|\d\d)(?![\d/-]))"
    r"|(?P<DECADE>(?:1[5-9]|20)?\d0'?s\b)"
    r"|(?P<HALVES>\d{1,2} 1/2(?!\d)|\d{1,2}\.5(?!\d))"
    r"|(?P<thing>\d+(?:[,.]\d+)+|\d+/\d+|\d[\w/]*[/_]\w*)"
    r"|(?P<ORDNUM>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<YEAR>(?:1[0-9]|20|21)\d\d\b)"
    r"|(?P<DAYNUM>(?:3[01]|[12]\d|0?[1-9])\b)"
    r"|(?P<INT>\d{1,4}\b)"
    r"|(?P<SHORTYEAR>'\d\d\b)"
    r"|(?P<mark>[^\s])"
)
WORD = re.compile(
    rf"(?P<COUNTED>(?:{TENS})[- ](?:{ONES})\b)"
    rf"|(?P<NTH>(?:{TENS})[- ](?:{NTHS})\b)"
    rf"|(?P<word>[qh][1-4]\b|(?:{SHORT})\.|'s\b|[^\W\d_]+)"
    r"|(?P<mark>[^\s])"
)
KINDS = tuple("ISO YMD DMY SLASH CLOCK YEARS DECADE HALVES ORDNUM YEAR DAYNUM INT COUNTED NTH SHORTYEAR".split())


def token_at(fold: str, position: int, end: int) -> re.Match[str] | None:
    """The token that begins at a place, or None on white space."""
    char = fold[position]
    return (NUMBER if char.isdigit() or char == "'" and fold[position + 1 : position + 2].isdigit() else WORD).match(fold, position, end)


def folded(text: str) -> str:
    """The text in small letters with plain quotes, spaces and dashes, each code point at its place."""
    return text.lower() if text.isascii() else fold(text)
