"""Banks, firms, media and people that measures name are found, known ones with their state."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.fold import fold
from parsers.names import Name, find_names


def names(text: str) -> list[Name]:
    return find_names(text, fold(text))


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("Sberbank", "RU", "bank"),
        ("VTB", "RU", "bank"),
        ("Alfa-Bank", "RU", "bank"),
        ("Bank Melli", "IR", "bank"),
        ("Rosneft", "RU", "company"),
        ("LUKOIL", "RU", "company"),
        ("Huawei", "CN", "company"),
        ("TikTok", "CN", "company"),
        ("PDVSA", "VE", "company"),
        ("MEHL", "MM", "company"),
        ("Air Koryo", "KP", "company"),
        ("Belavia", "BY", "company"),
        ("Al Jazeera", "QA", "media"),
        ("Sputnik", "RU", "media"),
        ("Oleg Deripaska", "RU", "person"),
        ("Wagner Group", "RU", "company"),
    ],
)
def test_a_known_name_gives_state_and_kind(name: str, code: str, kind: str) -> None:
    text = f"The list now includes {name} too."
    found = names(text)
    assert [(n.name, n.code, n.kind) for n in found] == [(name, code, kind)]
    assert text[found[0].start : found[0].end] == name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nordea Bank", "bank"),
        ("Bank Nowhere", "bank"),
        ("Fly Nowhere Airlines", "company"),
        ("Lotus Trading Ltd", "company"),
        ("Petrovabank", None),
    ],
)
def test_the_shape_of_a_name_gives_its_kind(name: str, kind: str | None) -> None:
    found = names(f"It froze the funds of {name}, it said.")
    assert [(n.name, n.code, n.kind) for n in found] == ([(name, None, kind)] if kind else [])


@pytest.mark.parametrize(
    "words", ["the bank", "Central Bank of Russia", "the World Bank", "a Lithuanian bank", "Airlines", "sputnik", "rt"]
)
def test_common_words_are_no_names(words: str) -> None:
    assert names(f"It spoke of {words} there.") == []


def test_a_medium_that_is_quoted_is_not_hit() -> None:
    assert names("A political scientist told RT. RIA Novosti reported it.") == []
    assert [n.name for n in names("The EU banned RT.")] == ["RT"]


@given(st.text(alphabet=st.sampled_from("RT Bank of Sberbank Ltd, é İ\n's"), max_size=80))
def test_names_prove_themselves(text: str) -> None:
    end = 0
    for name in names(text):
        assert end <= name.start < name.end
        assert text[name.start : name.end] == name.name
        end = name.end
