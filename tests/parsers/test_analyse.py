"""The door of the parser: one article that it cannot read stops no other, and says so in a line."""

from __future__ import annotations

import pytest

from parsers import Article, InputError, analyse
from parsers import engine as engine_module


def test_a_failure_inside_becomes_a_line_that_names_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Article) -> None:
        raise IndexError("out of words")

    monkeypatch.setattr(engine_module, "read", broken)
    with pytest.raises(InputError, match=r"Flash: the parser failed \(IndexError: out of words\)"):
        analyse(Article(text="Japan froze assets.", title="Flash"))


def test_a_language_without_a_pack_is_said_and_left_whole() -> None:
    reading = analyse(Article(text="Россия закрыла небо.", language="ru"))
    assert reading.mentions == ()
    assert reading.warnings == ("no pack for language 'ru': the text is kept and not parsed",)


def test_a_passage_left_out_for_one_reason_is_listed_once() -> None:
    reading = analyse(Article(text="Despite the sanctions and amid the sanctions, trade with Russia went on."))
    assert len({(s.start, s.rule) for s in reading.skipped}) == len(reading.skipped)
