"""The whole of it: datelines, titles, names, other languages, and what a failure says."""

from __future__ import annotations

import pytest
from sentences import PUBLISHED, acts, only, told

from parsers import Article, analyse

NAMES = {
    "waters in a treaty": "The Indus Waters Treaty dates from 1960.",
    "a newspaper": "The Trade Times of Japan closed.",
    "a party": "The Freedom of Trade Party of Norway lost.",
}


def test_another_language_is_kept_and_not_parsed() -> None:
    reading = analyse(Article(text="Japan verbot die Ausfuhr von Lastwagen nach Russland.", language="de", published=PUBLISHED))
    assert reading.mentions == ()
    assert reading.warnings == ("no pack for language 'de': the text is kept and not parsed",)


def test_a_place_in_the_dateline_acts_on_nobody() -> None:
    assert acts(told("MOSCOW, March 17 - Japan banned exports of trucks to Belarus.")) == ["JP impose export_restriction"]
    assert only("MOSCOW, March 17 - Japan banned exports of trucks to Belarus.").targets == ("BY",)


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_a_word_in_a_proper_name_tells_no_measure(text: str) -> None:
    assert told(text) == []


def test_a_treaty_left_is_a_measure_all_the_same() -> None:
    assert acts(told("India suspended the Indus Waters Treaty with Pakistan.")) == ["IN impose treaty_suspension"]


def test_a_line_broken_on_the_page_is_read_as_one_sentence() -> None:
    text = "Japan has banned exports of trucks to Russia, in a step that the\ngovernment in Tokyo had been\nplanning for weeks."
    assert only(text).targets == ("RU",)


def test_mentions_come_in_the_order_of_the_text() -> None:
    mentions = told("Japan banned exports of trucks to Russia. Norway expelled two Iranian diplomats. Canada closed its airspace.")
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


def test_a_passage_is_left_out_once_for_one_reason() -> None:
    skipped = analyse(Article(text="Moscow condemned the EU ban on imports of coal and the US ban on imports of oil.")).skipped
    assert len({(s.start, s.rule) for s in skipped}) == len(skipped) > 0


def test_what_was_decided_to_be_prolonged_is_in_force() -> None:
    mention = only("The arms embargo on Belarus is to be extended until May 2025, the Council of the EU decided.")
    assert (mention.action, mention.status, mention.expires) == ("extend", "in_force", "2025-05")
