"""Files packed with gzip, bzip2 or xz: what is inside finds its own reader."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import PurePath
from typing import Any, BinaryIO, cast

from parsers.readers.document import Document, Item, Reader, begins
from parsers.readers.streams import Counted

GZIP, BZIP2, XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00"
XZ_MEMORY = 200_000_000
LONG = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def read(document: Document) -> Iterator[Item]:
    """The one document that is packed here, under its name without the suffix."""
    stream = BufferedReader(Counted(_unpacking(document), document.allowance, (OSError, EOFError, zlib.error, lzma.LZMAError)))
    path = PurePath(document.name)
    suffix = LONG.get(document.suffix) or PurePath(path.stem).suffix.lower()
    yield document.inner(document.name, cast("BinaryIO", stream), suffix=suffix)


def _unpacking(document: Document) -> Any:
    import bz2
    import gzip

    if document.head.startswith(GZIP):
        return gzip.GzipFile(fileobj=document.stream())
    if document.head.startswith(BZIP2):
        return bz2.BZ2File(document.stream())
    return _Xz(document.stream())


class _Xz:
    """lzma.LZMAFile sets no limit to memory; its decompressor does."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpacker = lzma.LZMADecompressor(memlimit=XZ_MEMORY)

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes, none at the end."""
        data = b""
        while not data and not self._unpacker.eof:
            packed = self._stream.read(65_536) if self._unpacker.needs_input else b""
            if self._unpacker.needs_input and not packed:
                raise EOFError("it ends in the middle")
            data = self._unpacker.decompress(packed, size)
        return data


READER = Reader("packed", (".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz"), begins(GZIP, BZIP2, XZ), read)
