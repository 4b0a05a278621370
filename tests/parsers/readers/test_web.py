"""Fetching from a real server on this machine: redirects, limits, and what must not be reached."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from parsers import Article, InputError
from parsers.readers import Failure, read, read_all, web

PAGE = (
    "<!doctype html><html lang='en'><head><meta property='article:published_time' content='2022-07-05T10:00:00Z'></head><body><article><p>"
    "Japan banned imports of gold from Russia on Tuesday, the café of the government said in a statement that followed similar steps."
    "</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = {
            "/page": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE.encode("latin-1")),
            "/text": (200, {"Content-Type": "text/plain"}, b"Japan froze assets."),
            "/moved": (302, {"Location": "/page"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/large": (200, {"Content-Type": "text/html"}, b"a" * (web.MAX_PAGE + 1)),
        }.get(self.path, (404, {}, b"nothing"))
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def fetched(address: str) -> Article:
    (article,) = read(address, allow_private=True)
    return article


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_becomes_an_article_with_its_final_address(server: str, path: str) -> None:
    article = fetched(server + path)
    assert "café" in article.text
    assert article.url == f"{server}/page"
    assert (str(article.published), article.published_from) == ("2022-07-05", "meta")


def test_a_plain_text_at_an_address(server: str) -> None:
    assert fetched(f"{server}/text").url == f"{server}/text"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nothing", "answers 404 Not Found"),
        ("/loop", "redirects more than 5 times"),
        ("/file", "only http and https"),
        ("/large", "larger than 5 MB"),
    ],
)
def test_what_goes_wrong_is_named_in_one_line(server: str, path: str, words: str) -> None:
    (failure,) = read_all(server + path, allow_private=True)
    assert isinstance(failure, Failure)
    assert words in failure.error
    assert failure.name == server + path


def test_a_slow_page_is_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter((0.0, web.SECONDS + 1))
    monkeypatch.setattr(web.time, "monotonic", lambda: next(ticks))
    (failure,) = read_all(f"{server}/text", allow_private=True)
    assert isinstance(failure, Failure)
    assert "takes longer than 30 seconds" in failure.error


def test_an_unknown_host_is_named() -> None:
    with pytest.raises(InputError, match=r"host 'nothing\.invalid' is not known"):
        list(read("http://nothing.invalid/"))


def test_a_proxy_looks_names_up_but_is_not_asked_for_local_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(InputError, match="cannot be fetched"):
        list(read("http://nothing.invalid/"))
    for host in ("127.0.0.1", "localhost", "[::1]"):
        with pytest.raises(InputError, match="private network"):
            list(read(f"http://{host}/"))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "[fe80::1]",
        "[fd00::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",  # noqa: S104
        "2130706433",
    ],
)
def test_the_local_network_is_refused_unless_asked(host: str) -> None:
    with pytest.raises(InputError, match="private network"):
        list(read(f"http://{host}:9/latest"))


def test_a_public_address_passes_and_is_pinned() -> None:
    assert web.public_address("93.184.216.34", 80) == "93.184.216.34"


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(InputError, match="cannot be fetched"):
        fetched("http://127.0.0.1:9/")
