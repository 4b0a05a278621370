"""An article keeps its text, says who it is by its text, and refuses what is no article."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from parsers import Article, InputError, Mention, parse


def test_the_same_text_is_the_same_article_whatever_else_is_known_of_it() -> None:
    one, other = Article(text="Japan froze assets.\n"), Article(text="Japan froze assets.\n", title="Tokyo", published="2022-02-25")
    assert (one.id, one.digest) == (other.id, other.digest)
    assert one.digest != Article(text="Japan froze assets.").digest
    assert other.published == date(2022, 2, 25)


def test_an_id_that_the_source_gave_is_kept() -> None:
    assert Article(text="Japan froze assets.", id="wire-7").id == "wire-7"


@pytest.mark.parametrize("day", ["2014", "1393804800", "3 March 2014", "2014-3-3", "2014-02-30", 1393804800, 2014.0])
def test_what_is_no_full_day_is_refused_as_day_of_publication(day: Any) -> None:
    with pytest.raises(ValidationError, match=r"no day|a number|valid date"):
        Article(text="Japan froze assets.", published=day)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_article_without_words_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=r"empty|at least 1"):
        Article(text=text)


def test_a_mention_proves_itself_by_its_place_in_the_text() -> None:
    text = "On February 25, 2022, Japan froze the assets of three Russian banks."
    [mention] = parse(Article(text=text))
    assert mention.proves(text)
    assert not mention.proves(f" {text}")
    assert text[mention.start : mention.end] == mention.quote


WRONG: tuple[dict[str, Any], ...] = (
    {"instrument": "frost"},
    {"imposer": "Japan"},
    {"targets": ("Russia",)},
    {"scope": ("snow",)},
    {"status": "maybe"},
    {"end": 9},
    {"confidence": 1.1},
)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: next(iter(wrong)))
def test_a_mention_takes_codes_and_offsets_that_hold_only(wrong: dict[str, Any]) -> None:
    right: dict[str, Any] = {
        "article": "a",
        "imposer": "JP",
        "instrument": "asset_freeze",
        "confidence": 0.9,
        "quote": "froze",
        "start": 0,
        "end": 5,
    }
    assert Mention(**right).instrument == "asset_freeze"
    with pytest.raises((ValidationError, InputError)):
        Mention(**right | wrong)
