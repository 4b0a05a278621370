"""Goods, sectors and groups are found in the many words that news has for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import scopes
from parsers.errors import PackError
from parsers.fold import fold
from parsers.pack import load_pack
from parsers.scopes import find_scopes
from parsers.vocabulary import vocabulary


def codes(text: str) -> list[str]:
    return [code for scope in find_scopes(text, fold(text)) for code in scope.codes]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("luxury goods", ["luxury_goods"]),
        ("vodka", ["food"]),
        ("seafood", ["food"]),
        ("aquatic products", ["food"]),
        ("beef, wine and barley", ["food", "food", "food"]),
        ("cotton", ["consumer_goods"]),
        ("timber", ["wood"]),
        ("seaborne crude", ["oil"]),
        ("jet fuel", ["oil"]),
        ("lignite", ["coal"]),
        ("semiconductors", ["technology"]),
        ("dual-use items", ["dual_use"]),
        ("machine tools", ["machinery"]),
        ("rare earths", ["metals"]),
        ("potash", ["fertiliser"]),
        ("oil-refining equipment", ["energy_equipment"]),
        ("tankers", ["oil"]),
        ("banks", ["finance"]),
        ("oligarchs", ["business"]),
        ("lawmakers", ["officials"]),
        ("members of parliament", ["officials"]),
        ("generals", ["military"]),
        ("troll farm", ["military"]),
        ("aviation and space", ["technology", "aircraft"]),
        ("drones", ["technology", "aircraft"]),
        ("media outlets", ["media"]),
        ("cryptocurrency", ["crypto"]),
        ("legal advice", ["professional_services"]),
        ("tourists", ["citizens"]),
        ("relatives", ["individuals"]),
        ("companies", ["entities"]),
    ],
)
def test_words_give_their_scope(words: str, expected: list[str]) -> None:
    assert codes(f"They banned {words} there.") == expected


@pytest.mark.parametrize(
    "words",
    [
        "the World Bank",
        "the special military operation",
        "chemical weapons were used",
        "the trade ministry's names of goods",
        "social media",
        "golden",
    ],
)
def test_look_alikes_give_none(words: str) -> None:
    assert codes(f"They spoke of {words} there.") == []


def test_the_longest_phrase_wins_over_the_words_in_it() -> None:
    text = "The ban covers oil-refining equipment and fuel tankers."
    assert [text[s.start : s.end] for s in find_scopes(text, fold(text))] == ["oil-refining equipment", "fuel tankers"]


def test_every_scope_of_the_vocabulary_can_be_found() -> None:
    found = {code for key in load_pack("en/scopes") if key != "none" for code in key.split("+")}
    assert found == set(vocabulary().scopes)


def test_an_unknown_code_in_the_pack_names_file_and_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scopes, "load_pack", lambda _name: {"oyl": ["crude"]})
    with pytest.raises(PackError, match=r"packs/en/scopes\.toml oyl: 'oyl' is no scope; known: luxury_goods"):
        list(scopes._phrases())


def test_a_phrase_in_two_tables_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scopes, "load_pack", lambda _name: {"oil": ["crude"], "gas": ["Crude"]})
    with pytest.raises(PackError, match=r"gas: 'Crude' stands in oil too"):
        list(scopes._phrases())


@given(st.text(alphabet=st.sampled_from("oil gas É, banks-\nİ"), max_size=60))
def test_offsets_are_in_order(text: str) -> None:
    end = 0
    for scope in find_scopes(text, fold(text)):
        assert end <= scope.start < scope.end <= len(text)
        end = scope.end
