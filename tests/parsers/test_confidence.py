"""How sure a mention is: always between none and all, and less where less is said."""

from __future__ import annotations

import pytest
from sentences import only, told

SURER = {
    "the imposer is named": (
        "Latvia protested on Monday. Latvia expelled two Belarusian diplomats.",
        "Latvia protested on Monday. Two Belarusian diplomats were expelled.",
    ),
    "a day is told": ("On Tuesday Japan banned exports of trucks to Russia.", "Japan banned exports of trucks to Russia."),
}


@pytest.mark.parametrize(("more", "less"), SURER.values(), ids=SURER)
def test_more_is_known_where_more_is_said(more: str, less: str) -> None:
    assert 0 < only(less).confidence < only(more).confidence < 1


def test_the_parts_stand_with_the_reasons() -> None:
    parts = [r for r in only("On Tuesday Japan banned exports of trucks to Russia.").reasons if r.field == "confidence"]
    assert "a day is told" in {part.rule for part in parts}
    assert all(float(part.note) for part in parts)


def test_an_entry_of_a_list_says_so() -> None:
    mention = told("- Norway: ban on exports of drones to Iran")[0]
    assert "an entry of a list" in {r.rule for r in mention.reasons if r.field == "confidence"}
