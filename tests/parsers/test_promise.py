"""The look that spares the reading of everyday sentences: it never passes over one that tells a measure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parsers import Article
from parsers.clauses import SAME, find_predicates
from parsers.clauses.promise import promises
from parsers.engine import views
from parsers.lexicon import lexicon

GOLD = sorted((Path(__file__).parents[2] / "data" / "gold").glob("*/*-*.json"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_what_is_passed_over_tells_no_measure(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    article = Article(text=document["text"], title=document["title"], published=document["published"], language="en")
    for view in views(article):
        if not promises(view):
            # "The ban takes immediate effect" stands for a measure told before; such a word needs a thing beside it.
            told = [p for p in find_predicates(view, lexicon()) if p.measure is not SAME]
            assert told == [], view.text[view.unit.start : view.unit.end]


@pytest.mark.parametrize("sentence", ["The lake froze over in January.", "The shop closed at six.", "Two trains collided near Graz."])
def test_everyday_sentences_are_passed_over(sentence: str) -> None:
    assert [promises(view) for view in views(Article(text=sentence))] == [False]
