"""The named sets of words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parsers.errors import PackError
from parsers.pack import load_pack
from parsers.words import wordset

SOURCES = Path(__file__).parents[2] / "parsers"
ASKED = {name for path in SOURCES.rglob("*.py") for name in re.findall(r'wordset\("(\w+)"\)', path.read_text(encoding="utf-8"))}


def test_every_set_is_asked_for_and_every_set_asked_for_is_there() -> None:
    assert set(load_pack("en/words")) == ASKED


def test_an_unknown_set_is_named_with_those_known() -> None:
    with pytest.raises(PackError, match=r"packs/en/words\.toml: no set 'cheeses'; known: .*aimed"):
        wordset("cheeses")
