"""Attempts to reach the local network through an address: as a number in every form, by a name, by a redirect, by a name that changes."""

import ipaddress
import socket
from typing import Any

import pytest

from parsers.readers import Failure, Manners, read_all
from parsers.readers.addresses import is_public, public_addresses
from tests.parsers.readers.serving import PAGE, Server

STRANGER = Manners(pause=0, tries=1)

INSIDE = [
    "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1",
    "017700000001", "127.255.255.254", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0",  # noqa: S104
    "255.255.255.255", "224.0.0.1", "240.0.0.1", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[fe80::1]", "[fd00::1]", "[fec0::1]", "[ff02::1]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::a00:1]",
    "[2002:7f00:1::]", "[2001:0:7f00:1::]", "１２７.０.０.１", "127。0。0。1", "ⓛocalhost",
]  # fmt: skip


def refusal(address: str, manners: Manners = STRANGER) -> str:
    (failure,) = read_all(address, manners)
    assert isinstance(failure, Failure)
    return failure.error


@pytest.mark.parametrize("host", INSIDE)
def test_the_local_network_is_refused_however_it_is_written(host: str) -> None:
    assert any(words in refusal(f"http://{host}:9/latest") for words in ("private network", "is not known", "cannot be fetched (Invalid"))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"])
def test_the_server_is_there_and_is_not_reached(server: Server, host: str) -> None:
    server.pages["/page"] = PAGE
    port = server.url.rsplit(":", 1)[1]
    assert "private network" in refusal(f"http://{host}:{port}/page")
    assert server.asked == []


@pytest.mark.parametrize(
    "scheme", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "data:text/html,hello", "//127.0.0.1/"]
)
def test_a_redirect_to_another_kind_of_address_is_refused(server: Server, scheme: str) -> None:
    server.pages["/page"] = (302, {"Location": scheme}, b"")
    assert any(
        words in refusal(f"{server.url}/page", Manners(allow_private=True, pause=0, tries=1)) for words in ("only http", "cannot be")
    )


class Resolver:
    """A name server in a stranger's hands: each question about its name gets the next of its answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.answers = list(answers)
        self.questions: list[str] = []
        self.real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self)

    def __call__(self, host: Any, port: Any, *args: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        self.questions.append(name)
        if name == "evil.example" and not options.get("flags"):
            host = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return self.real(host, port, *args, **options)


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:192.168.0.1"])
def test_a_name_that_points_inside_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch, inside: str) -> None:
    Resolver(monkeypatch, inside)
    port = server.url.rsplit(":", 1)[1]
    assert "private network" in refusal(f"http://evil.example:{port}/page")
    assert server.asked == []


def test_a_name_that_changes_after_the_check_leads_nowhere_else(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    # A public answer for the check, this machine for the connection: the connection goes to what was checked, which nobody answers.
    resolver = Resolver(monkeypatch, "192.0.2.1", "127.0.0.1")
    monkeypatch.setattr("parsers.readers.addresses.is_public", lambda address: str(address) != "127.0.0.1")
    port = server.url.rsplit(":", 1)[1]
    words = refusal(f"http://evil.example:{port}/page", Manners(pause=0, tries=1, seconds=1))
    assert "cannot be fetched" in words or "takes longer" in words
    assert server.asked == []
    assert resolver.questions.count("evil.example") == 1


def test_a_redirect_from_outside_to_the_inside_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    # This machine stands for a server outside; the one that it redirects to is checked like any other.
    Resolver(monkeypatch, "127.0.0.1")
    port = server.url.rsplit(":", 1)[1]
    monkeypatch.setattr("parsers.readers.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    server.pages["/page"] = (302, {"Location": f"http://169.254.169.254:{port}/latest/meta-data"}, b"")
    assert "'169.254.169.254' is in a private network" in refusal(f"http://evil.example:{port}/page")
    assert server.asked == ["/robots.txt", "/page"]
    assert set(server.hosts) == {f"evil.example:{port}"}, "the server is told the name that it was asked by"


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: both)
    assert "10.0.0.1" in refusal("http://evil.example/")


def test_a_proxy_looks_names_up_but_is_not_asked_for_local_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert "cannot be fetched" in refusal("http://nothing.invalid/")
    for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"):
        assert "private network" in refusal(f"http://{host}/")


def test_a_public_address_passes() -> None:
    assert public_addresses("93.184.216.34", 80) == ["93.184.216.34"]
    assert all(is_public(ipaddress.ip_address(address)) for address in ("93.184.216.34", "2606:4700::6810:84e5", "64:ff9b::5db8:d822"))
