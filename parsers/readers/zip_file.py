"""Zip archives: each file in them finds its own reader. Nothing is written to disk, so a name leads nowhere."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from parsers.errors import InputError
from parsers.readers.document import Document, Failure, Fit, Item, Reader
from parsers.readers.streams import Counted

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
OFFICE = (b"[Content_Types].xml", b"word/", b"_rels/", b"docProps/")
MAX_INNER = 100_000_000
"""A zip file is read from its end, so one that lies within another file is held in memory."""
MAX_DIRECTORY = 32_000_000
"""The list of files in a zip file, which is held in memory: about 300,000 names."""
END = struct.Struct("<4s4H2LH")


def fit(document: Document) -> Fit:
    """Sure for a zip file that is no Office document."""
    if not document.head.startswith(SIGNATURES):
        return Fit.NO
    return Fit.NO if document.head[30:].startswith(OFFICE) else Fit.SURE


def read(document: Document) -> Iterator[Item]:
    """The files in the archive, in the order of its list; links, encrypted and hidden files are left out."""
    from zipfile import BadZipFile, ZipFile

    stream = document.stream()
    if not stream.seekable():
        stream = BytesIO(document.data(MAX_INNER))
    try:
        _check_directory(stream)
        with ZipFile(stream) as archive:
            for member in archive.infolist():
                if not member.is_dir() and not is_hidden(member.filename):
                    yield _opened(document, archive, member)
    except (BadZipFile, NotImplementedError, struct.error, ValueError) as error:
        raise InputError(f"is a damaged zip file ({error}); get it again") from error


def _check_directory(stream: BinaryIO) -> None:
    end = stream.seek(0, 2)
    stream.seek(max(0, end - END.size - 65_535))
    tail = stream.read()
    place = tail.rfind(b"PK\x05\x06")
    size = END.unpack_from(tail, place)[5] if 0 <= place <= len(tail) - END.size else 0
    if size > MAX_DIRECTORY:
        raise InputError("holds more files than a zip file of articles does; unpack it and name the folder")


def _opened(document: Document, archive: ZipFile, member: ZipInfo) -> Document | Failure:
    name = f"{document.name}: {member.filename}"
    if member.external_attr >> 28 == 0xA:
        return Failure(member.filename, "is a link, and links in archives are not followed")
    if member.flag_bits & 0x1:
        return Failure(member.filename, "is encrypted; unpack the archive and name the folder")
    stream = BufferedReader(Counted(archive.open(member), document.allowance, damages()))
    return document.inner(name, cast("BinaryIO", stream), suffix=PurePosixPath(member.filename).suffix.lower())


def damages() -> tuple[type[Exception], ...]:
    """What a damaged member raises when it is unpacked."""
    import lzma
    import zlib
    from zipfile import BadZipFile

    return (BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError)


def is_hidden(name: str) -> bool:
    """Whether a file in an archive is one that programs leave behind and people do not mean."""
    return any(part.startswith(".") and part.strip(".") or part == "__MACOSX" for part in name.split("/"))


READER = Reader("zip", (".zip",), fit, read)
