"""A fold that keeps length: what matching sees, while every offset stays true to the article's own text."""

from __future__ import annotations

import unicodedata
from functools import cache

QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"'}
DASHES = dict.fromkeys("‐‑‒–—―−", "-")
SPACES = dict.fromkeys("\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " ")
LATIN = range(0xC0, 0x250)


def fold(text: str) -> str:
    """Lower case, plain quotes, dashes and spaces, Latin letters without accents; ``len(fold(t)) == len(t)`` always."""
    return text.translate(_table()).lower()


@cache
def _table() -> dict[int, str]:
    # lower() lengthens U+0130 only; it lies in this range and becomes a plain "i".
    plain = {c: unicodedata.normalize("NFD", chr(c))[0] for c in LATIN}
    return plain | {ord(k): v for k, v in (QUOTES | DASHES | SPACES).items()}
