"""How the work grows with the text: hostile texts, each at a size and at twice that size, in CPU time of the same run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from parsers import Article, analyse

# What a text may consist of throughout: marks, digits, months, names, acts, and what opens brackets and never closes them.
PIECES = (
    "(", "[ ", '"', "“", "'", ",", ", ", ";", ":", ".", ". ", "...", "?!", "-", "–", "|", " | ", "\n", "\n\n", "\r\n", " ", "\t",
    "• ", "- a\n", "1. ", "1) ", "1", "1 ", "1,000", "10.5 ", "2022 ", "2022-03-01\n", "2022-03-01 US | ", "May ", "March 5, ",
    "last week ", "two days after ", "since ", "A", "A. ", "Mr. ", "and ", "which ", "not ", "by ", "the ", "word ", "🙂", "İ",
    "Japan ", "Japan, ", "Japan and ", "Japan (", "the bloc ", "the Treasury ", "President ", "X Bank and ", "Executive Order 1",
    "Federal Law of the ", "sanctions ", "sanctions on ", "ban , ", "the ban ", "ten diplomats ", "1,000,000 people ", "in response ",
    "Japan banned coal. ", "Japan banned coal.\n", "On May 1 Japan banned coal, ", "It also banned gold. ", "US sanctions on Iran. ",
    "In response, Japan banned coal from Russia. ",
)  # fmt: skip


@dataclass(frozen=True)
class Growth:
    """CPU seconds for a text of one repeated piece, and for twice as much of it."""

    piece: str
    once: float
    twice: float

    @property
    def ratio(self) -> float:
        return self.twice / self.once


def growth(size: int, rounds: int, pieces: tuple[str, ...] = PIECES) -> Iterator[Growth]:
    """Each piece repeated to ``size`` characters and to twice that; the best of so many rounds."""
    analyse(_article("Japan banned coal on May 1"))
    for piece in pieces:
        texts = [_article(piece * (size * times // len(piece))) for times in (1, 2)]
        yield Growth(piece, *(min(_seconds(text) for _ in range(rounds)) for text in texts))


def _article(text: str) -> Article:
    return Article(text=f"{text}x.", published="2022-12-24")


def _seconds(article: Article) -> float:
    began = time.process_time()
    analyse(article)
    return max(time.process_time() - began, 1e-9)
