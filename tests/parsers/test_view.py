"""The window of the rules on one sentence: words with their offsets."""

from __future__ import annotations

from parsers import Article
from parsers.engine import views
from parsers.view import View, inside


def view(text: str) -> View:
    (only,) = views(Article(text=text))
    return only


def test_words_around_a_place() -> None:
    one = view("The U.S. banned Japan's coal (25%) on Monday.")
    at = one.folded.index("banned")
    assert one.before(at, 2) == ["the", "u.s"]
    assert one.after(at, 4) == ["banned", "japan's", "coal", "("]
    assert one.between(at, at + 6) == ["banned"]


def test_words_beyond_the_edges_are_none() -> None:
    one = view("Coal is banned.")
    assert one.before(0, 3) == []
    assert one.after(len(one.text), 3) == []


def test_items_inside_a_stretch() -> None:
    one = view("Japan and Norway met Sudan.")
    assert [a.code for a in inside(one.actors, 5, 20)] == ["NO"]
    assert inside(one.actors, 0, 3) == []
