"""The corpus of what strangers may send, and articles made of it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

from parsers import Article
from parsers.errors import InputError
from parsers.readers.fields import to_article

CORPUS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
PAYLOADS = [payload for payloads in CORPUS.values() for payload in payloads]


def text_with(payload: str, number: int) -> str:
    """A sentence that tells a measure of a day of its own and holds the payload, so that it ends in the evidence."""
    day = date(2022, 1, 1) + timedelta(number)
    return f"On {day:%B} {day.day}, {day.year}, Japan froze the assets of three Russian banks {payload} in Tokyo."


def articles() -> list[Article]:
    """One article a payload that is text at all, with the payload in every field that a stranger fills."""
    found = []
    for number, payload in enumerate(PAYLOADS):
        fields = {"title": payload, "publisher": payload, "url": f"{payload}#{number}", "id": f"{number} {payload}"}
        fields["text"] = text_with(payload, number)
        try:
            found.append(to_article(fields | {"published": "2022-12-31", "language": "en"}, "json"))
        except InputError:
            # Refused at the door, as text with NUL is.
            assert "\x00" in payload
    return found
