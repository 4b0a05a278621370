"""What a reader gets, what it is, and what it gives where something went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import Self

from parsers.article import Article
from parsers.errors import InputError

MAX_BYTES = 20_000_000
"""Most bytes of one article, or of one file that has to be read as a whole."""


@dataclass(frozen=True)
class Failure:
    """An item that could not be read: its name, and in one line what is wrong and what to do."""

    name: str
    error: str

    @classmethod
    def of(cls, name: str, error: Exception) -> Self:
        """The failure that an exception stands for."""
        words = f"cannot be read: {error.strerror or error}" if isinstance(error, OSError) else str(error)
        return cls(name, " ".join(words.split()))

    def __str__(self) -> str:
        return f"{self.name}: {self.error}"


@dataclass
class Document:
    """Bytes under a name. ``head`` is its beginning, up to the end of a line; ``tail`` the lines that follow, read once and on demand.

    ``charset`` is what the transport declared, ``url`` the address that it was fetched from, ``suffix`` lower-case with its dot.
    """

    name: str
    head: bytes
    tail: Iterable[bytes] = ()
    suffix: str = ""
    charset: str | None = None
    url: str | None = None

    def lines(self) -> Iterator[bytes]:
        """The lines with their ends, in constant memory."""
        return chain(self.head.splitlines(keepends=True), self.tail)

    def data(self, limit: int = MAX_BYTES) -> bytes:
        """All bytes; InputError above ``limit``."""
        parts, size = [], 0
        for part in chain([self.head], self.tail):
            parts.append(part)
            size += len(part)
            if size > limit:
                raise InputError(f"is larger than {limit / 1e6:.0f} MB, too much for one article; split it, or use JSON Lines for many")
        return b"".join(parts)

    @property
    def opening(self) -> str:
        """The first characters for recognising a format, without a byte order mark and white space."""
        encoding = "utf-16" if self.head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return self.head[:4096].decode(encoding, errors="ignore").lstrip()


class Fit(Enum):
    """How well a document's content fits a format."""

    SURE = "sure"
    POSSIBLE = "possible"
    NO = "no"


@dataclass(frozen=True)
class Reader:
    """A format: its name, its suffixes, a test of the content, and the way to articles.

    ``read`` yields articles and, for bad items among good ones, failures named by their place ("line 3"); it raises InputError
    where the document as a whole cannot be used.
    """

    name: str
    suffixes: tuple[str, ...]
    fit: Callable[[Document], Fit]
    read: Callable[[Document], Iterable[Article | Failure]]
