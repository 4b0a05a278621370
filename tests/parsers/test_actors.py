"""States, blocs, capitals, bodies and people are found in news prose, each with its code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.actors import Actor, find_actors
from parsers.fold import fold


def actors(text: str) -> list[Actor]:
    return find_actors(text, fold(text))


def codes(text: str) -> list[str | None]:
    return [actor.code for actor in actors(text)]


def only(text: str) -> Actor:
    found = actors(text)
    assert len(found) == 1, [text[a.start : a.end] for a in found]
    return found[0]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the Russian Federation", "RU"),
        ("the United States", "US"),
        ("the U.S.", "US"),
        ("the US", "US"),
        ("the UK", "GB"),
        ("Great Britain", "GB"),
        ("the PRC", "CN"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Burma", "MM"),
        ("the UAE", "AE"),
        ("the DPRK", "KP"),
        ("Côte d'Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("the Czech Republic", "CZ"),
        ("Swaziland", "SZ"),
        ("Kosovo", "XK"),
        ("Guinea-Bissau", "GW"),
        ("Papua New Guinea", "PG"),
        ("Equatorial Guinea", "GQ"),
        ("Guinea", "GN"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("North Korea", "KP"),
        ("South Korea", "KR"),
        ("the Republic of Korea", "KR"),
        ("the Democratic People's Republic of Korea", "KP"),
        ("the Republic of China", "TW"),
        ("the People's Republic of China", "CN"),
        ("the Democratic Republic of the Congo", "CD"),
        ("the Republic of the Congo", "CG"),
        ("South Sudan", "SS"),
        ("Georgia", "GE"),
        ("Jordan", "JO"),
        ("Chad", "TD"),
        ("Hong Kong", "HK"),
        ("Taiwan", "TW"),
        ("Crimea", "UA-43"),
        ("Donetsk", "UA-14"),
        ("the LNR", "UA-09"),
        ("the European Union", "EU"),
        ("the EU", "EU"),
        ("the G7", "G7"),
        ("the Group of Seven", "G7"),
        ("Nato", "NATO"),
        ("NATO", "NATO"),
        ("Western countries", "WEST"),
        ("the West", "WEST"),
        ("unfriendly states", "WEST"),
        ("ECOWAS", "ECOWAS"),
        ("the Gulf Cooperation Council", "GCC"),
        ("the African Union", "AUN"),
        ("the Council of Europe", "COE"),
        ("Brussels", "EU"),
        ("Washington", "US"),
        ("Bern", "CH"),
        ("Kyiv", "UA"),
        ("Kiev", "UA"),
        ("the Kremlin", "RU"),
        ("the White House", "US"),
        ("Downing Street", "GB"),
        ("OFAC", "US"),
        ("METI", "JP"),
        ("MOFCOM", "CN"),
        ("Rosselkhoznadzor", "RU"),
        ("SECO", "CH"),
        ("the Federal Council", "CH"),
        ("the Security Council", "UN"),
        ("Global Affairs Canada", "CA"),
        ("the State Duma", "RU"),
        ("the European Commission", "EU"),
        ("the Council of the EU", "EU"),
        ("HM Treasury", "GB"),
        ("the Treasury", "US"),
        ("Vladimir Putin", "RU"),
        ("Putin", "RU"),
        ("Kishida", "JP"),
        ("Zelenskyy", "UA"),
        ("Trudeau", "CA"),
        ("Ursula von der Leyen", "EU"),
    ],
)
def test_a_name_gives_its_code(words: str, code: str) -> None:
    text = f"Officials said {words} had acted."
    found = only(text)
    assert found.code == code
    assert text[found.start : found.end] in words


@pytest.mark.parametrize(
    ("words", "code"),
    [("Turks", "TR"), ("Turk", "TR"), ("Britons", "GB"), ("Qataris", "QA"), ("Russians", "RU"), ("Danes", "DK"), ("Poles", "PL")],
)
def test_people_of_a_state(words: str, code: str) -> None:
    found = only(f"They barred nine {words} from entry.")
    assert (found.code, found.kind, found.form) == (code, "people", "people")


@pytest.mark.parametrize(
    ("words", "code"), [("Japanese", "JP"), ("Dutch", "NL"), ("Swiss", "CH"), ("North Korean", "KP"), ("Korean", "KR"), ("Western", "WEST")]
)
def test_an_adjective_before_a_noun(words: str, code: str) -> None:
    found = only(f"They barred {words} banks.")
    assert (found.code, found.form) == (code, "adjective")


def test_a_word_that_is_adjective_and_people_is_people_where_it_describes_nothing() -> None:
    assert only("They barred 62 other Japanese.").form == "people"
    assert [a.form for a in actors("Chinese and Japanese banks")] == ["adjective", "adjective"]


def test_a_bloc_before_a_noun_stays_a_noun() -> None:
    assert only("the EU sanctions").form == "noun"


def test_a_capital_in_a_dateline_is_returned_as_capital() -> None:
    found = actors("TOKYO, April 8 - Japan will stop buying coal.")
    assert [(a.code, a.kind) for a in found] == [("JP", "capital"), ("JP", "state")]


def test_capitals_matter_for_short_names() -> None:
    assert codes("It gave us and the uk's un-named it team a Turkey sandwich") == ["TR"]
    assert codes("let us go; a turkey; china plates; the chad of a ballot; mali; polish the silver") == []


def test_words_of_an_accent_match_without_it() -> None:
    assert codes("Melanie Joly and Mélanie Joly") == ["CA", "CA"]


@given(st.text(alphabet=st.sampled_from("the EU's US Japanese Prime Minister, Fumio Kishida of in (OFAC) 27 Council é İ\n.-"), max_size=80))
def test_offsets_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for actor in actors(text):
        assert end <= actor.start < actor.end <= len(text)
        assert actor.authority is None or actor.authority in text[actor.start : actor.end]
        end = actor.end


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(text[a.start : a.end] for a in actors(text))
