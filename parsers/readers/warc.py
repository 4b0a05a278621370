"""WARC, the archives of web crawls (Common Crawl's CC-NEWS): each page that was fetched finds its own reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from parsers.errors import InputError
from parsers.readers.document import MAX_BYTES, Document, Failure, Item, Reader, begins
from parsers.readers.extras import needs

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

EXTRA = "warc"
READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
MAX_HEADER = 100_000


def read(document: Document) -> Iterator[Item]:
    """The pages that were answered with 200, in the order of the archive; pictures, scripts and the like are passed over in silence."""
    with needs(EXTRA, "fastwarc"):
        from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    try:
        records = ArchiveIterator(
            cast("BinaryIO", _Forward(document.stream())), WarcRecordType.response, auto_decode="all", max_header_len=MAX_HEADER
        )
        for number, record in enumerate(records, start=1):
            if _is_page(record):
                yield _page(document, record, number)
    except InputError:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":  # what a library in Rust raises where it gives up
            raise
        raise InputError(f"behind page {number}: is no WARC any more ({error}); what follows is lost, get the file again") from error


class _Forward:
    """A stream that says where it is without being able to go back, as one that is just being unpacked."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0

    def read(self, size: int) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        """How many were read."""
        return self._place


def _is_page(record: WarcRecord) -> bool:
    kind = (record.http_content_type or "").split(";")[0].strip().lower()
    return bool(record.is_http) and _status(record) == 200 and kind in READ


def _status(record: WarcRecord) -> Any:
    return getattr(record.http_headers, "status_code", None)


def _page(document: Document, record: WarcRecord, number: int) -> Document | Failure:
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    data = record.reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Failure(f"page {number} ({url})", f"is larger than {MAX_BYTES // 1_000_000} MB, too much for one article")
    document.allowance.spend(len(data))
    name = f"{document.name}: page {number} ({url})"
    return document.inner(name, data, charset=record.http_charset, url=url if url.startswith(("http://", "https://")) else None)


READER = Reader("warc", (".warc",), begins(b"WARC/"), read, extra=EXTRA)
