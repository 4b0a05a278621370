"""How an article is cut: sentences, headings, items, rows, and lines that were broken at a fixed width."""

from __future__ import annotations

from parsers import Article, parse
from parsers.text import units, unwrap


def kinds(text: str) -> list[tuple[str, str]]:
    return [(u.kind, text[u.start : u.end]) for u in units(text)]


def test_abbreviations_end_no_sentence() -> None:
    text = "The U.S. banned imports on Feb. 8. Mr. Kishida said Resolution No. 5 was next."
    assert [t for _, t in kinds(text)] == ["The U.S. banned imports on Feb. 8.", "Mr. Kishida said Resolution No. 5 was next."]


def test_headings_items_and_rows_are_told_apart() -> None:
    text = (
        "What was decided\n\nThe measures include:\n* flights are forbidden;\n* visas are stopped.\n\n"
        "6 Apr 2022 | OFAC | Sberbank blocked\n\nPolice officers in Tokyo © AP"
    )
    assert [k for k, _ in kinds(text)] == ["heading", "sentence", "item", "item", "row", "caption"]


def test_a_sentence_broken_over_lines_is_one() -> None:
    text = "Japan would freeze the assets of Russian individuals and suspend the\nissuance of visas to them."
    assert [k for k, _ in kinds(unwrap(text))] == ["sentence"]
    assert {m.instrument for m in parse(Article(text=text))} == {"asset_freeze", "visa_restriction"}


WRAPPED = """Canada said on Tuesday that it would close its airspace to the planes of
Russia, and that the ban would also cover cargo flown in
from there. Ottawa added that it was talking to its allies about ports and
other routes."""


def test_a_wrapped_page_goes_on_with_capitals_too() -> None:
    assert len(units(unwrap(WRAPPED))) == 2
    assert len(unwrap(WRAPPED)) == len(WRAPPED)


def test_lines_of_their_own_stay_apart() -> None:
    text = "Sanctions on Russia\nThe EU adopted a package.\nJapan followed."
    assert unwrap(text) == text
