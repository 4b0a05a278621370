"""What is fuzzed: each target reads one text and asserts what holds for every text. A new target is a function in ``TARGETS``."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from parsers import Article, analyse, edtf
from parsers.dates import tag
from parsers.errors import InputError
from parsers.text import units
from timeline.filters import FILTERS, selection
from timeline.review.ledger import parsed

PUBLISHED = date(2022, 12, 24)
# Words that the rules look for, and marks that they lean on: fuzzers put them together.
WORDS = (
    "Japan|Russia|the EU|Moscow|Kishida|the Treasury|the bloc|the two countries|will|would|has|not|banned|froze|suspended|lifted|expelled"
    "|sanctions|assets|imports of coal|airspace|Sberbank|from SWIFT|Executive Order 14024|on February 25|until 2023|last week"
    "|two days after|in response|The decision was taken on Monday.|who|which|by|from|ten diplomats|1,000 people|visas|may|may not"
    "|the invasion of Ukraine|the ban|did the same|2022-03-01 US|25.10.2021|Q1|6pm|'82|,|, and|;|."
    "|...|:|(|)|[|“|”|'s|/|-|–|\n|\n\n|\r\n|\t|• |1. |İstanbul|🙂|\u200b"
).split("|")


def parser(text: str) -> None:
    """Any text is read without an error, and each quote and each phrase of a reason stands where it says."""
    if not text.strip():
        return
    reading = analyse(Article(text=text, published=PUBLISHED, title=text[:60].strip() or None))
    assert all(mention.proves(text) for mention in reading.mentions)
    assert all(text[passage.start : passage.end] == passage.quote for passage in reading.skipped)
    for mention in reading.mentions:
        assert all(edtf.valid(day) for day in (mention.announced, mention.effective, mention.expires) if day)
        assert all(text[r.start : r.end] == r.phrase for r in mention.reasons if r.start is not None and r.phrase)


def dates(text: str) -> None:
    """Expressions are in order, apart from each other, inside the text, and their dates are dates."""
    end = 0
    for found in tag(text, PUBLISHED):
        assert end <= found.start < found.end <= len(text)
        assert found.edtf is None or edtf.valid(found.edtf)
        end = found.end


def cuts(text: str) -> None:
    """The units hold every character that is no white space, once and in order."""
    assert "".join("".join(text[unit.start : unit.end].split()) for unit in units(text)) == "".join(text.split())


def judgements(text: str) -> None:
    """A file of judgements is read, or refused by its line."""
    with suppress(InputError):
        parsed(text, "judgements")
    # The same inside a judgement, so that more than the first brace is reached.
    line = {"kind": "edit", "author": text, "day": text[:10], "field": text, "value": text, "events": [text], "why": text}
    with suppress(InputError):
        parsed(json.dumps(line), "judgements")


def filters(text: str) -> None:
    """A filter is understood, or refused in words; what it selects can be asked of a store."""
    for name in FILTERS:
        with suppress(InputError):
            selection(**{name: text})


TARGETS: dict[str, Callable[[str], None]] = {"parser": parser, "dates": dates, "cuts": cuts, "judgements": judgements, "filters": filters}
