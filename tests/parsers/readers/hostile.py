"""Means of the tests on files made to do harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from parsers.readers import Failure, Limits, read_all

QUICK = Limits(seconds=15)


def failures(path: Path, limits: Limits = QUICK) -> list[str]:
    """What is said of a file in which nothing can be read."""
    found = list(read_all(path, limits=limits))
    assert found
    assert all(isinstance(item, Failure) for item in found)
    assert all(item.name.startswith(str(path)) for item in found if isinstance(item, Failure)), "the file is named"
    return [str(item) for item in found]


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def warc(length: object, page: bytes = b"<html><body><article><p>Japan froze assets on Tuesday.</p></article></body></html>") -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    told = str(len(answer) if length is None else length).encode()
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    return head + b"Content-Length: " + told + b"\r\n\r\n" + answer + b"\r\n\r\n"
