"""What a reader gets, what it is, and what it gives where something went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from io import BufferedReader, BytesIO
from itertools import chain
from typing import Any, BinaryIO, Self, cast

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.streams import Allowance, Joined, lines_of, skip_line

MAX_BYTES = 20_000_000
"""Most bytes of one article, of one line, and of one file that has to be read as a whole."""
HEAD = 65_536


@dataclass(frozen=True)
class Failure:
    """An item that could not be read: its name, in one line what is wrong and what to do, and the address where it may still be had."""

    name: str
    error: str
    url: str | None = None

    @classmethod
    def of(cls, name: str, error: Exception) -> Self:
        """The failure that an exception stands for."""
        words = f"cannot be read: {error.strerror or error}" if isinstance(error, OSError) else str(error)
        return cls(name, " ".join(words.split()))

    def __str__(self) -> str:
        return f"{self.name}: {self.error}"


@dataclass
class Document:
    """Bytes under a name. ``head`` is its beginning, up to the end of a line; ``rest`` is what follows, read once and on demand.

    ``charset`` is what the transport declared, ``url`` the address that it was fetched from, ``suffix`` lower-case with its dot.
    ``about`` is what brought the document here (a feed, a mail, an archive) knows of it: fields of an article, the gaps of what it
    says of itself. ``allowance`` is how much it may unpack to.
    """

    name: str
    head: bytes
    rest: BinaryIO = field(default_factory=BytesIO)
    suffix: str = ""
    charset: str | None = None
    url: str | None = None
    about: Mapping[str, Any] = field(default_factory=dict)
    allowance: Allowance = field(default_factory=Allowance)

    @classmethod
    def opened(cls, name: str, stream: BinaryIO, **known: Any) -> Self:
        """The document that a stream of bytes holds."""
        head = stream.read(HEAD)
        return cls(name, head + stream.readline(MAX_BYTES + 1), stream, **known)

    def inner(self, name: str, content: bytes | BinaryIO, **more: Any) -> Document:
        """A document that this one holds; it shares the allowance of this one, and its description where it has none of its own."""
        known: dict[str, Any] = {"allowance": self.allowance, "about": self.about} | more
        if isinstance(content, bytes):
            return Document(name, content, **known)
        return Document.opened(name, content, **known)

    def lines(self) -> Iterator[bytes]:
        """The lines with their ends, in constant memory; of a line longer than ``MAX_BYTES`` the beginning, one byte too long."""
        if len(self.head) > MAX_BYTES and not self.head.endswith(b"\n"):
            skip_line(self.rest, MAX_BYTES)
        return chain(self.head.splitlines(keepends=True), lines_of(self.rest, MAX_BYTES))

    def stream(self) -> BinaryIO:
        """All bytes as a file; one that can be sought in where the document came from one."""
        if self.rest.seekable() and not isinstance(self.rest, BytesIO):
            self.rest.seek(0)
            return self.rest
        return cast("BinaryIO", BufferedReader(Joined(self.head, self.rest)))

    def data(self, limit: int = MAX_BYTES) -> bytes:
        """All bytes; InputError above ``limit``."""
        data = self.head + self.rest.read(max(0, limit - len(self.head)) + 1)
        if len(data) > limit:
            raise InputError(f"is larger than {limit / 1e6:.0f} MB, too much for one article; split it, or use JSON Lines for many")
        return data

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


Item = Article | Failure | Document


@dataclass(frozen=True)
class Reader:
    """A format: its name, its suffixes, a test of the content, and the way to articles.

    ``read`` yields articles, the documents that are inside this one (they find their own readers) and, for bad items among good ones,
    failures named by their place ("line 3"); it raises InputError where the document as a whole cannot be used. A reader that is
    ``confined`` hands the bytes to a library that could be made to run for ever: it works in a process of its own, under limits of time
    and memory. ``extra`` is what has to be installed for the format, "" for nothing.
    """

    name: str
    suffixes: tuple[str, ...]
    fit: Callable[[Document], Fit]
    read: Callable[[Document], Iterable[Item]]
    confined: bool = False
    extra: str = ""


def begins(*signatures: bytes) -> Callable[[Document], Fit]:
    """A test of the content for formats that say what they are in their first bytes."""
    return lambda document: Fit.SURE if document.head.startswith(signatures) else Fit.NO
