"""Fetching from a real server on this machine: redirects, robots.txt, retries, the cache, limits of size and time."""

import gzip
import time
from datetime import date
from pathlib import Path

import pytest

from parsers import Article, InputError
from parsers.readers import Failure, Manners, read_all
from tests.parsers.readers.serving import PAGE, Server

QUICK = Manners(allow_private=True, pause=0)


def fetched(address: str, manners: Manners = QUICK) -> Article:
    (article,) = read_all(address, manners)
    assert isinstance(article, Article), str(article)
    return article


def complaint(address: str, manners: Manners = QUICK) -> str:
    (failure,) = read_all(address, manners)
    assert isinstance(failure, Failure)
    assert failure.name == address
    assert "\n" not in failure.error
    return failure.error


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_becomes_an_article_with_its_final_address(server: Server, path: str) -> None:
    server.pages |= {"/page": PAGE, "/moved": (302, {"Location": "/page"}, b"")}
    article = fetched(server.url + path)
    assert "café" in article.text
    assert article.url == f"{server.url}/page"
    assert (str(article.published), article.published_from) == ("2022-07-05", "meta")


def test_a_plain_text_at_an_address(server: Server) -> None:
    server.pages["/text"] = (200, {"Content-Type": "text/plain"}, b"Japan froze assets.")
    assert fetched(f"{server.url}/text").url == f"{server.url}/text"


def test_who_asked_and_with_which_password_is_not_kept(server: Server) -> None:
    server.pages["/text"] = (200, {"Content-Type": "text/plain"}, b"Japan froze assets.")
    address = server.url.replace("://", "://user:secret@")
    assert fetched(f"{address}/text#part").url == f"{server.url}/text"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((404, {}, b"nothing"), "answers 404 Not Found"),
        ((302, {"Location": "/asked"}, b""), "redirects more than 5 times"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "only http and https"),
        ((200, {"Content-Type": "text/html"}, b"a" * 20_000_001), "larger than 20 MB"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000))), "larger than 20 MB"),
        ((200, {"Content-Encoding": "br"}, b"x"), "packed as 'br'"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), "arrives damaged"),
    ],
    ids=["missing", "loop", "file", "large", "bomb", "unasked packing", "damaged"],
)
def test_what_goes_wrong_is_named_in_one_line(server: Server, answer: tuple[int, dict[str, str], bytes], words: str) -> None:
    server.pages["/asked"] = answer
    assert words in complaint(f"{server.url}/asked")


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_sends_a_byte_now_and_then_is_given_up(server: Server, part: str) -> None:
    server.dripping = part
    began = time.monotonic()
    manners = Manners(allow_private=True, pause=0, seconds=1.5)
    assert "takes longer than 1.5 seconds" in complaint(f"{server.url}/asked", manners)
    assert time.monotonic() - began < 20, "a byte a tenth of a second would go on for minutes"


def test_an_unknown_host_is_named() -> None:
    assert "host 'nothing.invalid' is not known" in complaint("http://nothing.invalid/", Manners(tries=1))


def test_a_server_that_is_not_there() -> None:
    assert "cannot be fetched" in complaint("http://127.0.0.1:9/")


def test_what_robots_txt_forbids_is_left_alone(server: Server) -> None:
    server.pages |= {"/page": PAGE, "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /page\n")}
    assert "robots.txt" in complaint(f"{server.url}/page")
    assert server.asked == ["/robots.txt"]


def test_robots_txt_is_asked_once_a_visit_and_also_where_a_page_moved(server: Server) -> None:
    server.pages |= {"/page": PAGE, "/moved": (302, {"Location": "/page"}, b""), "/robots.txt": (200, {}, b"User-agent: x\nDisallow: /\n")}
    assert len(list(read_all([f"{server.url}/page", f"{server.url}/moved"], QUICK))) == 2
    assert server.asked.count("/robots.txt") == 1
    server.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /page\n")
    assert "robots.txt" in complaint(f"{server.url}/moved")


def test_a_busy_server_is_asked_again_as_it_says(server: Server) -> None:
    server.pages["/page"] = PAGE
    server.busy = 2
    assert "café" in fetched(f"{server.url}/page").text
    assert server.asked.count("/page") == 3


def test_a_server_that_stays_busy_is_left_in_peace(server: Server) -> None:
    server.busy = 99
    assert "503" in complaint(f"{server.url}/page")
    assert server.asked.count("/page") == 3


def test_between_two_requests_there_is_a_pause(server: Server) -> None:
    server.pages["/page"] = PAGE
    began = time.monotonic()
    fetched(f"{server.url}/page", Manners(allow_private=True, pause=0.4))
    assert time.monotonic() - began >= 0.4, "robots.txt is a request too"


def test_no_page_is_asked_for_twice_a_day_and_later_only_whether_it_changed(server: Server, tmp_path: Path) -> None:
    status, headers, body = PAGE
    server.pages["/page"] = (status, headers | {"ETag": '"one"'}, body)
    days = [Manners(allow_private=True, pause=0, cache=tmp_path / "pages", today=date(2022, 7, day)) for day in (6, 6, 7)]
    found = [fetched(f"{server.url}/page", manners) for manners in days]
    assert found[0] == found[1] == found[2]
    assert server.answered == [200, 304]
    assert [path for path in server.asked if path == "/page"] == ["/page"] * 2


@pytest.mark.parametrize("content", [b"", b"{}\n", b"no json", b'{"day": 1}\n', b"[]\n"])
def test_a_damaged_cache_is_as_none(server: Server, tmp_path: Path, content: bytes) -> None:
    server.pages["/page"] = PAGE
    manners = Manners(allow_private=True, pause=0, cache=tmp_path, today=date(2022, 7, 6))
    fetched(f"{server.url}/page", manners)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert "café" in fetched(f"{server.url}/page", manners).text


def test_a_cache_that_cannot_be_written_stops_nothing(server: Server, tmp_path: Path) -> None:
    server.pages["/page"] = PAGE
    (tmp_path / "file").write_text("")
    assert "café" in fetched(f"{server.url}/page", Manners(allow_private=True, pause=0, cache=tmp_path / "file" / "pages")).text


def test_a_failure_does_not_stop_the_others(server: Server) -> None:
    server.pages["/page"] = PAGE
    found = list(read_all([f"{server.url}/none", f"{server.url}/page"], QUICK))
    assert [type(item) for item in found] == [Failure, Article]


def test_the_door_of_the_library_refuses_the_local_network(server: Server) -> None:
    import parsers

    with pytest.raises(InputError, match="private network"):
        list(parsers.read(f"{server.url}/page"))
    assert server.asked == []
