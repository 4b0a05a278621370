"""Puts the hostile articles within reach of the tests and of the processes that they start."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from parsers import Article
from tests.benchmarks.articles import sources

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def many() -> list[Article]:
    """Short articles for three chunks, the last of them not full."""
    told = [sentence for source in sources() for sentence in source.sentences]
    days = [date(2022, 3, 1) + timedelta(days=3 * number) for number in range(110)]
    return [Article(id=f"a{n}", text=f"{told[n]} {told[-1 - n]}", published=day, title="News", language="en") for n, day in enumerate(days)]


@pytest.fixture(scope="session")
def content() -> Callable[[Path], dict[str, bytes]]:
    """Every file of a folder with its bytes."""

    def of(folder: Path) -> dict[str, bytes]:
        return {str(path.relative_to(folder)): bytes_of(path) for path in sorted(folder.rglob("*")) if path.is_file()}

    return of


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; of a store its content, since SQLite counts in its file how often it was written to."""
    if path.suffix != ".db":
        return path.read_bytes()
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump()).encode()
