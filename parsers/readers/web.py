"""Fetching a page: http and https only, within limits of time and size, and not from the local network unless asked."""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies, proxy_bypass

from parsers.errors import InputError
from parsers.readers.document import Document

if TYPE_CHECKING:
    import httpx2

MAX_PAGE = 5_000_000
MAX_REDIRECTS = 5
SECONDS = 30.0
AGENT = "sanctions-timeline (reads articles that a person named)"


def fetch(url: str, *, allow_private: bool = False) -> Document:
    """The page at ``url``, redirects followed and each checked. Raises InputError where it cannot or must not be had."""
    import httpx2

    deadline = time.monotonic() + SECONDS
    try:
        with httpx2.Client(timeout=SECONDS / 3, headers={"User-Agent": AGENT}) as client:
            return _follow(client, httpx2.URL(url), allow_private, deadline)
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
        raise InputError(
            f"cannot be fetched ({error or type(error).__name__}); check the address, or save the page and name the file"
        ) from error


def _follow(client: httpx2.Client, url: httpx2.URL, allow_private: bool, deadline: float) -> Document:
    for _ in range(MAX_REDIRECTS + 1):
        with client.stream("GET", _vetted(url, allow_private), **_addressed(url)) as response:
            if not response.has_redirect_location:
                return _document(url, response, deadline)
            url = url.join(response.headers["location"])
    raise InputError(f"redirects more than {MAX_REDIRECTS} times; save the page and name the file")


def _vetted(url: httpx2.URL, allow_private: bool) -> httpx2.URL:
    """The address with the host's number in place of its name, so that the host that was checked is the one that is asked."""
    if url.scheme not in ("http", "https") or not url.host:
        raise InputError(f"leads to {str(url)!r}; only http and https addresses are fetched")
    proxied = url.scheme in getproxies() and not proxy_bypass(url.host)
    if allow_private or (proxied and not _literal(url.host)):
        return url  # a proxy looks names up itself and decides whom it reaches
    return url.copy_with(host=public_address(url.host, url.port or (443 if url.scheme == "https" else 80)))


def _literal(host: str) -> bool:
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def public_address(host: str, port: int) -> str:
    """The first network address of ``host``; InputError if any of them is private, local or otherwise not public."""
    try:
        found = [entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise InputError(f"the host {host!r} is not known ({error.strerror}); check the address and the network") from error
    for address in found:
        if not _is_public(ipaddress.ip_address(str(address).split("%")[0])):
            raise InputError(f"{host!r} is in a private network ({address}); --allow-private permits that")
    return str(found[0])


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)


def _addressed(url: httpx2.URL) -> dict[str, Any]:
    return {"headers": {"Host": url.netloc.decode("ascii")}, "extensions": {"sni_hostname": url.host}}


def _document(url: httpx2.URL, response: httpx2.Response, deadline: float) -> Document:
    if response.status_code != 200:
        raise InputError(
            f"the server answers {response.status_code} {response.reason_phrase}; check the address, or save the page and name the file"
        )
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > MAX_PAGE:
            raise InputError(f"the page is larger than {MAX_PAGE // 1_000_000} MB; save its text alone")
        if time.monotonic() > deadline:
            raise InputError(f"the page takes longer than {SECONDS:.0f} seconds; try again, or save it and name the file")
    return Document(str(url), bytes(body), charset=response.charset_encoding, url=str(url))
