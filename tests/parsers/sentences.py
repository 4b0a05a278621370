"""How the tests ask what a short text tells: the paper appears on Thursday, 2 May 2024, unless they say otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from parsers import Article, Mention, Skipped, analyse

PUBLISHED = "2024-05-02"


class Days(NamedTuple):
    """The dates of a mention as EDTF text, None where none is told."""

    announced: str | None = None
    effective: str | None = None
    expires: str | None = None


def told(text: str, *, published: str | None = PUBLISHED, title: str | None = None, publisher: str | None = None) -> list[Mention]:
    """The mentions of a text in its order; each proves its quote."""
    mentions = analyse(Article(text=text, published=published, title=title, publisher=publisher)).mentions
    assert all(m.proves(text) for m in mentions)
    return list(mentions)


def only(text: str, *, published: str | None = PUBLISHED, title: str | None = None, publisher: str | None = None) -> Mention:
    """The one mention of a text."""
    mentions = told(text, published=published, title=title, publisher=publisher)
    assert len(mentions) == 1, [(m.imposer, m.instrument, m.quote) for m in mentions]
    return mentions[0]


def acts(mentions: Iterable[Mention]) -> list[str]:
    """Imposer, action and instrument of each, as in "JP impose export_restriction"."""
    return [f"{m.imposer} {m.action} {m.instrument}" for m in mentions]


def days(mention: Mention) -> Days:
    """The three dates of a mention."""
    return Days(mention.announced, mention.effective, mention.expires)


def left_out(text: str) -> list[Skipped]:
    """What a text says of sanctions and was left out; it tells no act at all."""
    reading = analyse(Article(text=text, published=PUBLISHED))
    assert acts(reading.mentions) == []
    return list(reading.skipped)
