"""Streams of bytes that end: long lines are cut, what was packed is counted while it comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import RawIOBase
from typing import Any, BinaryIO, Protocol

from parsers.errors import InputError

AT_LEAST = 100_000_000
RATIO = 200
"""What a packed file may come to when all that it holds is unpacked, at every depth taken together: 100 MB, and 200 times its size."""
UNKNOWN_SIZE = 10_000_000_000
"""The same for standard input, whose size nobody knows beforehand."""


@dataclass
class Allowance:
    """How many bytes may still come out of a packed file and of everything within it."""

    left: int = AT_LEAST

    @classmethod
    def of(cls, size: int | None) -> Allowance:
        """The allowance of a file of ``size`` bytes, None where that is not known."""
        return cls(UNKNOWN_SIZE if size is None else AT_LEAST + RATIO * size)

    def spend(self, size: int) -> None:
        """Note that ``size`` bytes came out; InputError where it is more than an honest file would give."""
        self.left -= size
        if self.left < 0:
            raise InputError(
                f"unpacks to more than {RATIO} times its size, as only a file made to do harm does; unpack it and name the files"
            )


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes: ...


class Counted(RawIOBase):
    """What comes out of a packed file, spending an allowance. ``harm`` are the errors that a damaged file raises."""

    def __init__(self, stream: Readable, allowance: Allowance, harm: tuple[type[Exception], ...] = ()) -> None:
        self._stream = stream
        self._allowance = allowance
        self._harm = harm

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As of any raw stream; InputError for damage and for too much."""
        view = memoryview(buffer)
        try:
            data = self._stream.read(len(view))
        except self._harm as error:
            raise InputError(f"is damaged ({error}); get it again") from error
        self._allowance.spend(len(data))
        view[: len(data)] = data
        return len(data)


class Joined(RawIOBase):
    """A beginning that was read already, and what follows it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As of any raw stream."""
        view = memoryview(buffer)
        data = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)


def lines_of(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a stream; of one longer than ``limit`` its first ``limit`` + 1 bytes, the others are passed over."""
    while line := stream.readline(limit + 1):
        yield line
        if len(line) > limit and not line.endswith(b"\n"):
            skip_line(stream, limit)


def skip_line(stream: BinaryIO, limit: int) -> None:
    """Pass over what is left of a line, holding no more than ``limit`` bytes of it."""
    while (part := stream.readline(limit)) and not part.endswith(b"\n"):
        continue
