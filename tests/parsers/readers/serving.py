"""A server on this machine that answers what a test wants it to."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, dict[str, str], bytes]
PAGE: Answer = (
    200,
    {"Content-Type": "text/html; charset=iso-8859-1"},
    (
        "<!doctype html><html lang='en'><head>"
        "<meta property='article:published_time' content='2022-07-05T10:00:00Z'></head><body><article>"
        "<p>Japan banned imports of gold from Russia on Tuesday, "
        "the café of the government said in a statement that followed similar steps."
        "</p></article></body></html>"
    ).encode("latin-1"),
)


@dataclass
class Server:
    """What it answers, and what it was asked. The next ``busy`` requests get 503; ``dripping`` sends head or body by the byte."""

    url: str = ""
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    answered: list[int] = field(default_factory=list)
    busy: int = 0
    dripping: str = ""


class Handler(BaseHTTPRequestHandler):
    told: Server

    def do_GET(self) -> None:
        told = self.told
        told.asked.append(self.path)
        told.hosts.append(self.headers["Host"])
        status, headers, body = told.pages.get(self.path, (404, {}, b"nothing"))
        if self.path == "/robots.txt":
            return self.answer(status, headers, body)
        if told.busy:
            told.busy -= 1
            return self.answer(503, {"Retry-After": "0"}, b"later")
        if told.dripping:
            return self.drip()
        if headers.get("ETag") and headers["ETag"] == self.headers["If-None-Match"]:
            status, body = 304, b""
        told.answered.append(status)
        return self.answer(status, headers, body)

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return  # the other side has seen enough

    def drip(self) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
        slow = head + b"a" * 1000 if self.told.dripping == "body" else b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000
        try:
            for place in range(len(slow)):
                self.wfile.write(slow[place : place + 1])
                self.wfile.flush()
                time.sleep(0.02 if place < 30 else 0.1)
        except OSError:
            return

    def log_message(self, *_args: Any) -> None:
        pass


@contextmanager
def serving(family: type[ThreadingHTTPServer] = ThreadingHTTPServer) -> Iterator[Server]:
    """A server on a free port, gone with the block."""
    told = Server()
    handler = type("Answering", (Handler,), {"told": told})
    with family(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        told.url = f"http://127.0.0.1:{running.server_port}"
        yield told
        running.shutdown()
