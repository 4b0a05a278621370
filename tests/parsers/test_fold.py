"""What matching sees has as many characters as the text, whatever the script."""

from __future__ import annotations

import pytest

from parsers.fold import fold


def test_no_character_grows_or_vanishes() -> None:
    assert [hex(code) for code in range(0x110000) if len(fold(chr(code))) != 1] == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Türkiye’s", "turkiye's"), ("“Élysée”", '"elysee"'), ("İstanbul", "istanbul"), ("U.S.–China", "u.s.-china"), ("a\u00a0b", "a b")],
)
def test_accents_quotes_dashes_and_spaces_are_plain(text: str, folded: str) -> None:
    assert fold(text) == folded
