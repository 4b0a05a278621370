"""Tar archives, read as a stream: each file in them finds its own reader. Nothing is written to disk, so a name leads nowhere."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Self, cast

from parsers.errors import InputError
from parsers.readers.document import Document, Failure, Fit, Item, Reader
from parsers.readers.streams import Counted
from parsers.readers.zip_file import is_hidden

MAX_NAME = 1_000_000
"""Bytes of a header that only carries a long name or further fields: tarfile holds it in memory, and files lie about it."""
NAMES = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)


class _Member(tarfile.TarInfo):
    @classmethod
    def frombuf(cls, buf: Any, encoding: str, errors: str) -> Self:
        member = super().frombuf(buf, encoding, errors)
        if member.type in NAMES and member.size > MAX_NAME:
            raise InputError("is no honest tar file (a name of more than 1 MB)")
        return member


def fit(document: Document) -> Fit:
    """Sure where the first header of a tar file stands."""
    return Fit.SURE if document.head[257:262] == b"ustar" else Fit.NO


def read(document: Document) -> Iterator[Item]:
    """The files in the archive, in its order; links and devices are left out."""
    try:
        with tarfile.open(fileobj=document.stream(), mode="r|", tarinfo=_Member, errorlevel=0) as archive:
            while (member := archive.next()) is not None:
                # It would keep every name that it ever saw.
                archive.members.clear()  # type: ignore[attr-defined]
                if not member.isdir() and not is_hidden(member.name):
                    yield _opened(document, archive, member)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise InputError(f"is a damaged tar file ({error}); get it again") from error


def _opened(document: Document, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Document | Failure:
    content = archive.extractfile(member) if member.isreg() else None
    if content is None:
        return Failure(member.name, "is a link or a device, and those in archives are not followed")
    stream = BufferedReader(Counted(content, document.allowance, (tarfile.TarError, OSError, EOFError)))
    return document.inner(f"{document.name}: {member.name}", cast("BinaryIO", stream), suffix=PurePosixPath(member.name).suffix.lower())


READER = Reader("tar", (".tar",), fit, read)
