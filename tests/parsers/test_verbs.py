"""Verbs in their place: the same word is verb or noun, past or infinitive, active or passive, by its neighbours."""

from __future__ import annotations

import pytest

from parsers import Article
from parsers.engine import views
from parsers.verbs import VerbAt, read_verbs


def verbs(text: str) -> dict[str, VerbAt]:
    """The verbs of a sentence by their words."""
    (view,) = views(Article(text=text))
    return {text[v.start : v.end]: v for v in read_verbs(view)}


FORMS = {
    "noun behind an article": ("The ban on coal stands.", "ban", "noun"),
    "noun behind a genitive": ("Japan's ban on coal stands.", "ban", "noun"),
    "noun behind an adjective of a state": ("The Japanese ban on coal stands.", "ban", "noun"),
    "infinitive": ("Japan will ban coal.", "ban", "base"),
    "behind to": ("Japan wants to ban coal.", "ban", "base"),
    "headline": ("Japan bans coal", "bans", "s"),
    "past": ("Japan banned coal.", "banned", "past"),
    "cut, past": ("Japan cut ties with Sudan.", "cut", "past"),
    "cut, infinitive": ("Japan will cut ties with Sudan.", "cut", "base"),
    "cut, in a row": ("Japan will close ports and cut ties with Sudan.", "cut", "base"),
    "gerund": ("By banning coal Japan acted.", "banning", "ing"),
    "noun in -ing": ("The lifting of the embargo came.", "lifting", "noun"),
}
VOICES = {
    "active": ("Japan has banned coal.", "banned", False),
    "passive": ("Coal was banned.", "banned", True),
    "passive perfect": ("Coal has been banned.", "banned", True),
    "passive, words between": ("Coal was not immediately banned.", "banned", True),
    "bare": ("Coal banned in Japan burns.", "banned", None),
}


@pytest.mark.parametrize(("text", "word", "form"), FORMS.values(), ids=FORMS)
def test_the_neighbours_tell_the_form(text: str, word: str, form: str) -> None:
    assert verbs(text)[word].form == form


@pytest.mark.parametrize(("text", "word", "passive"), VOICES.values(), ids=VOICES)
def test_the_auxiliaries_tell_the_voice(text: str, word: str, passive: bool | None) -> None:
    assert verbs(text)[word].passive is passive


def test_a_particle_may_stand_behind_the_object() -> None:
    text = "Japan cut Sudanese banks off from SWIFT."
    assert text[: verbs(text)["cut"].particle_end] == "Japan cut Sudanese banks off"


@pytest.mark.parametrize(
    ("text", "word"), [("A Japan-banned ship sank.", "banned"), ("The list is long.", "list"), ("Its exports fell.", "exports")]
)
def test_a_word_that_describes_or_is_acted_on_is_no_verb(text: str, word: str) -> None:
    assert word not in verbs(text)
