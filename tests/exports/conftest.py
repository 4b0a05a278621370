"""The small story of the report's tests, a hostile event, and a way to write a format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from parsers.article import Article
from timeline.event import Conflict, Event, Evidence, Link
from timeline.exports import export

STORY = Path(__file__).parents[1] / "report" / "story"
Write = Callable[..., bytes]

# Text that a spreadsheet, a terminal, a page, a feed reader or a calendar could obey, each with the mark by which it is found again.
PAYLOADS = (
    '=HYPERLINK("http://bad.example","mark")',
    "+1+cmd|' /C calc'!A0 mark",
    "-2+3 mark",
    "@SUM(1;mark)",
    "\t=1+1 mark",
    "\r\n=1+1 mark",
    "＝1+1 mark",
    "</script><script>alert('mark')</script>",
    "<img src=x onerror=alert('mark')>",
    "]]><!ENTITY mark> &amp; &#0;",
    "[mark](javascript:alert(1)) ![x](https://bad.example/x.png)",
    "| mark | # mark\n# mark\n- [ ] `mark`",
    "\x1b]0;mark\x07 \x9b31m \x00",
    "mark \u202egnp.exe \u2066",
    "mark\r\nEND:VEVENT\r\nBEGIN:VALARM;X=1,2\\n",
    "mark \ufffe\uffff \U0001f6a2 日本",
    "a" * 40_000 + "mark",
)
ADDRESSES = (
    "javascript:alert('mark')",
    "data:text/html,mark",
    "https://web.example/mark?<b>\"'|x=1&y=2)",
    "https://web.example/a b",
    "file:///mark",
    "https://[mark",
)


def events_of_story() -> list[Event]:
    return [Event.model_validate_json(line) for line in (STORY / "events.jsonl").read_text(encoding="utf-8").splitlines()]


def articles_of_story() -> list[Article]:
    return [Article.model_validate_json(line) for line in (STORY / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


def hostile(number: int, payload: str, address: str) -> Event:
    """An event that has the payload wherever an article could put it."""
    article = Article(text=f"Before. {payload} After.", id=payload)
    about = {"title": payload, "publisher": payload, "url": address, "published": date(2022, 7, 1), "language": payload}
    told = {"attribution": payload, "authority": payload, "target_names": (payload,), "legal_ref": payload}
    act = {"imposer": "NZ", "targets": ("RU",), "instrument": "tariff", "effective": "2022-07-25", "date_basis": "explicit"}
    words = {"article": payload, "quote": payload, "start": 8, "end": 8 + len(payload), "confidence": 0.5}
    one = Evidence(digest=article.digest, **words, **about, **told, **act)
    conflict = Conflict(field="effective", values=(payload, "2022-07-26"), articles={payload: (payload,)}, chosen=payload, rule=payload)
    link = Link(type="lifts", to="eu-coal", cue=payload, basis=payload)
    best = {"article_title": payload, "publisher": payload, "url": address}
    return Event(event_id=f"nz-{number}", **act, **told, **words, **best, mentions=(one,), conflicts=(conflict,), links=(link,))


HOSTILE = [hostile(number, payload, ADDRESSES[number % len(ADDRESSES)]) for number, payload in enumerate(PAYLOADS)]


@pytest.fixture(scope="session")
def events() -> list[Event]:
    return events_of_story()


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    return articles_of_story()


@pytest.fixture(scope="session")
def write(events: list[Event], articles: list[Article]) -> Write:
    """The bytes of a format, of the story or of other events."""

    def written(name: str, other: list[Event] | None = None) -> bytes:
        return export(name, events if other is None else other, articles).data

    return written
