"""Fetching: politely (robots.txt, pauses, no page twice a day) and safely (limits of time and size, no local network)."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

from parsers.errors import InputError
from parsers.readers.addresses import is_local, public_addresses
from parsers.readers.document import Document
from parsers.readers.manners import Manners
from parsers.readers.streams import Allowance
from parsers.readers.transfer import Answer, Busy, transfer
from parsers.readers.web_cache import Cache

if TYPE_CHECKING:
    import httpx2
    from protego import Protego
    from tenacity import RetryCallState

MAX_REDIRECTS = 5
MAX_BODY = 20_000_000
MAX_ROBOTS = 500_000
MAX_PAUSE = 60.0
AGENT = "sanctions-timeline"
HEADERS = {"User-Agent": f"{AGENT} (reads articles that a person named)", "Accept-Encoding": "gzip"}


@dataclass
class Visitor:
    """One visit to the web: what the hosts ask for is remembered until it ends."""

    manners: Manners
    _rules: dict[str, Protego] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str, *, anew: bool = False) -> Document:
        """The document at an address, redirects followed and each checked; ``anew`` asks the server even if it was fetched today.

        Raises InputError where it cannot or must not be had.
        """
        cache = Cache(self.manners.cache, self.manners.today)
        kept = cache.get(address)
        if kept and kept.is_fresh and not anew:
            return _document(kept.answer)
        answer = self._patiently(address, kept.conditions if kept else {})
        if kept and answer.status == 304:
            answer = kept.answer
        cache.put(address, answer)
        return _document(answer)

    def _patiently(self, address: str, conditions: dict[str, str]) -> Answer:
        import httpx2
        from tenacity import Retrying, retry_if_exception, stop_after_attempt

        tries = Retrying(stop=stop_after_attempt(self.manners.tries), wait=self._how_long, retry=retry_if_exception(_passes), reraise=True)
        try:
            return tries(self._follow, httpx2.URL(address), conditions)
        except Busy as error:
            raise InputError(f"the server answers {error}; try again later, or save the page and name the file") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError, ValueError) as error:
            what = error or type(error).__name__
            raise InputError(f"cannot be fetched ({what}); check the address, or save the page and name the file") from error

    def _how_long(self, state: RetryCallState) -> float:
        """Seconds until the next try: what the server asks for, else twice as long each time."""
        error = state.outcome.exception() if state.outcome else None
        asked = getattr(error, "wait", None)
        return float(min(self.manners.pause * 2**state.attempt_number if asked is None else asked, MAX_PAUSE))

    def _follow(self, url: httpx2.URL, conditions: dict[str, str]) -> Answer:
        for _ in range(MAX_REDIRECTS + 1):
            self._ask_robots(url)
            answer = self._get(url, MAX_BODY, conditions)
            if answer.moved is None:
                return _good(answer)
            url = url.join(answer.moved)
        raise InputError(f"redirects more than {MAX_REDIRECTS} times; save the page and name the file")

    def _get(self, url: httpx2.URL, limit: int, conditions: dict[str, str] | None = None) -> Answer:
        """What the host answers at one of its addresses, each of which was checked."""
        import httpx2

        targets = self._vetted(url)
        self._wait(url)
        for place, target in enumerate(targets):
            try:
                headers = HEADERS | (conditions or {}) | {"Host": url.netloc.decode("ascii")}
                return transfer(target, url, headers, limit, self.manners.seconds)
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                if place == len(targets) - 1:
                    raise
        raise AssertionError

    def _vetted(self, url: httpx2.URL) -> list[httpx2.URL]:
        """The address with the host's numbers in place of its name, so that the host that was checked is the one that is asked."""
        if url.scheme not in ("http", "https") or not url.host:
            raise InputError(f"leads to {str(url)!r}; only http and https addresses are fetched")
        proxied = url.scheme in getproxies() and not proxy_bypass(url.host)
        if self.manners.allow_private or (proxied and not is_local(url.host)):
            return [url]  # a proxy looks names up itself and decides whom it reaches
        found = public_addresses(url.host, url.port or (443 if url.scheme == "https" else 80))
        return [url.copy_with(host=address.split("%")[0]) for address in found]

    def _ask_robots(self, url: httpx2.URL) -> None:
        host = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if host not in self._rules:
            self._rules[host] = self._rules_of(url.join("/robots.txt"))
        if not self._rules[host].can_fetch(str(url), AGENT):
            raise InputError("the site asks programs not to fetch this (robots.txt); save the page and name the file")

    def _rules_of(self, url: httpx2.URL) -> Protego:
        from protego import Protego

        for _ in range(MAX_REDIRECTS + 1):
            answer = self._get(url, MAX_ROBOTS)
            if answer.moved is None:
                break
            url = url.join(answer.moved)
        if answer.status >= 500 or answer.status == 429:
            raise Busy(f"{answer.status} for its robots.txt", answer.wait)
        return Protego.parse(answer.body.decode("utf-8", errors="replace") if answer.status == 200 else "")

    def _wait(self, url: httpx2.URL) -> None:
        rules = self._rules.get(f"{url.scheme}://{url.netloc.decode('ascii')}")
        pause = max(self.manners.pause, min(float((rules and rules.crawl_delay(AGENT)) or 0), MAX_PAUSE))
        left = self._last.get(url.host, -pause) + pause - time.monotonic()
        if url.host in self._last and left > 0:
            time.sleep(left)
        self._last[url.host] = time.monotonic()


def _passes(error: BaseException) -> bool:
    """Whether the same question may find an answer a little later."""
    import httpx2

    return isinstance(error, Busy | httpx2.TransportError) and not isinstance(error, httpx2.UnsupportedProtocol)


def _good(answer: Answer) -> Answer:
    if answer.status in (429, 502, 503, 504):
        raise Busy(f"{answer.status} {answer.reason}", answer.wait)
    if answer.status not in (200, 304):
        raise InputError(f"the server answers {answer.status} {answer.reason}; check the address, or save the page and name the file")
    return answer


def _document(answer: Answer) -> Document:
    suffix = PurePosixPath(answer.url.split("?")[0]).suffix.lower()
    allowance = Allowance.of(len(answer.body))
    return Document(answer.url, answer.body, suffix=suffix, charset=answer.charset, url=answer.url, allowance=allowance)
