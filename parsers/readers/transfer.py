"""One request and its answer, within limits of time and size."""

from __future__ import annotations

import socket
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Timer
from typing import TYPE_CHECKING, Any

from parsers.errors import InputError

if TYPE_CHECKING:
    import httpx2

ANY_ZLIB = 47  # gzip or zlib, whichever the header shows


class Busy(Exception):  # noqa: N818 - a state of the server, not an error of ours
    """The server is there and asks for patience; ``wait`` is for how many seconds, None where it does not say."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


@dataclass(frozen=True)
class Answer:
    """What a server answered: the body unpacked, ``moved`` the address that it sends on to."""

    url: str
    status: int
    reason: str
    body: bytes = b""
    charset: str | None = None
    moved: str | None = None
    wait: float | None = None
    etag: str | None = None
    modified: str | None = None


def transfer(target: httpx2.URL, url: httpx2.URL, headers: dict[str, str], limit: int, seconds: float) -> Answer:
    """Ask ``target``, which is ``url`` with the host's number in it. InputError for what is too slow or too large."""
    import httpx2

    with httpx2.Client(timeout=seconds / 3, headers=headers) as client, _watched(seconds) as watch:
        extensions = {"sni_hostname": url.host, "trace": watch.trace}
        try:
            with client.stream("GET", target, extensions=extensions) as response:
                body = b"" if response.has_redirect_location else _body(response, limit)
                return _answer(url, response, body)
        except httpx2.HTTPError as error:
            if watch.late.is_set():
                raise InputError(f"takes longer than {seconds:g} seconds; try again, or save the page and name the file") from error
            raise


class _Watch:
    """Ends a connection when its time is over, also one that sends a byte now and then."""

    def __init__(self) -> None:
        self.late = Event()
        self._stream: Any = None

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Called by the HTTP library at each step; keeps the newest connection."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._stream = info["return_value"]

    def end(self) -> None:
        """Close the connection under whoever waits for it."""
        self.late.set()
        held = self._stream and self._stream.get_extra_info("socket")
        if held:
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)


@contextmanager
def _watched(seconds: float) -> Iterator[_Watch]:
    watch = _Watch()
    timer = Timer(seconds, watch.end)
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()


def _body(response: httpx2.Response, limit: int) -> bytes:
    packing = response.headers.get("content-encoding", "identity").lower()
    if packing not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise InputError(f"comes packed as {packing!r}, which was not asked for; save the page and name the file")
    unpacker = None if packing in ("identity", "") else zlib.decompressobj(ANY_ZLIB)
    body = bytearray()
    try:
        for part in response.iter_raw():
            body += unpacker.decompress(part, limit - len(body) + 1) if unpacker else part
            if len(body) > limit:
                raise InputError(f"is larger than {limit / 1e6:g} MB; save its text alone")
    except zlib.error as error:
        raise InputError(f"arrives damaged ({error}); try again, or save the page and name the file") from error
    return bytes(body)


def _answer(url: httpx2.URL, response: httpx2.Response, body: bytes) -> Answer:
    get = response.headers.get
    wait = get("retry-after", "")
    return Answer(
        str(url.copy_with(userinfo=b"", fragment=None)),
        response.status_code,
        response.reason_phrase,
        body,
        response.charset_encoding,
        get("location") if response.has_redirect_location else None,
        float(wait) if wait.isdecimal() and len(wait) < 7 else None,
        get("etag"),
        get("last-modified"),
    )
