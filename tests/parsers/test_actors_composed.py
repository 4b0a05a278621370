"""State, office and name that stand together are one actor; a reference takes its state from the text where it can."""

from __future__ import annotations

import pytest

from parsers.actors import Actor, find_actors
from parsers.fold import fold


def actors(text: str) -> list[Actor]:
    return find_actors(text, fold(text))


def last(text: str) -> tuple[str, Actor]:
    actor = actors(text)[-1]
    return text[actor.start : actor.end], actor


@pytest.mark.parametrize(
    ("words", "code", "authority"),
    [
        ("Japanese Foreign Minister Yoshimasa Hayashi", "JP", "Yoshimasa Hayashi"),
        ("Prime Minister of Japan Fumio Kishida", "JP", "Fumio Kishida"),
        ("Russian President Vladimir Putin", "RU", "Vladimir Putin"),
        ("Trade Minister Damien O'Connor", "NZ", "Damien O'Connor"),
        ("Polish interior minister", "PL", "interior minister"),
        ("British government", "GB", "government"),
        ("Russia's foreign ministry", "RU", "foreign ministry"),
        ("Council of Ministers of Belarus", "BY", "Council of Ministers"),
        ("trade ministry in Ankara", "TR", "trade ministry"),
        ("Ministry of Economic Development of the Russian Federation", "RU", "Ministry of Economic Development"),
        ("Ministry of Trade, Industry and Energy of the Republic of Korea", "KR", "Ministry of Trade, Industry and Energy"),
        ("U.S. Secretary of State Antony Blinken", "US", "Antony Blinken"),
        ("US Treasury's Office of Foreign Assets Control (OFAC)", "US", "OFAC"),
        ("Biden administration", "US", "Biden"),
        ("Kremlin spokesman Dmitry Peskov", "RU", "Dmitry Peskov"),
        ("spokesman for the Chinese foreign ministry", "CN", "spokesman for the Chinese foreign ministry"),
        ("EU foreign ministers", "EU", "foreign ministers"),
        ("finance ministers of the Group of Seven", "G7", "finance ministers"),
        ("Chinese customs", "CN", "customs"),
        ("Russia's Security Council", "RU", "Security Council"),
        ("Mexico's president, Andrés Manuel López Obrador", "MX", "Andrés Manuel López Obrador"),
        ("Turkey's then prime minister, Ahmet Davutoglu", "TR", "Ahmet Davutoglu"),
        ("Syria's new president", "SY", "president"),
        ("American side", "US", "side"),
        ("Polish FM Radosław Sikorski", "PL", "Radosław Sikorski"),
        ("France's Quai d'Orsay", "FR", "Quai d'Orsay"),
    ],
)
def test_the_whole_name_of_an_office_is_one_actor(words: str, code: str, authority: str) -> None:
    found, actor = last(f"It was agreed, the {words}, in a statement, said.")
    assert (found, actor.code, actor.authority) == (words, code, authority)


def test_an_unknown_minister_without_a_state_is_left_to_the_document() -> None:
    _, actor = last("Later on Trade Minister Maria Nobody announced the ban.")
    assert (actor.kind, actor.code, actor.refers, actor.authority) == ("office", None, "minister", "Maria Nobody")


def test_a_headline_in_capitals_gives_no_invented_name() -> None:
    assert actors("Prime Minister Bans Russian Imports")[0].authority == "Prime Minister"


def test_an_ambassador_in_a_capital_is_not_that_capital() -> None:
    assert [(a.code, a.kind) for a in actors("It recalled the ambassador in Moscow.")] == [("RU", "capital")]
    assert [a.code for a in actors("the Russian ambassador to London")] == ["RU", "GB"]


@pytest.mark.parametrize(
    ("words", "refers", "count"),
    [
        ("the bloc", "bloc", None),
        ("the 27", "bloc", None),
        ("member states", "bloc", None),
        ("the alliance", "alliance", None),
        ("the world body", "world_body", None),
        ("the ministry", "ministry", None),
        ("the foreign ministry", "ministry", None),
        ("the government", "government", None),
        ("the cabinet", "government", None),
        ("the Council", "council", None),
        ("the Commission", "commission", None),
        ("the president", "president", None),
        ("the prime minister", "prime_minister", None),
        ("the regulator", "regulator", None),
        ("the kingdom", "kingdom", None),
        ("the two countries", "sides", 2),
        ("both sides", "sides", 2),
        ("the four", "countries", 4),
        ("the four Arab states", "countries", 4),
        ("the trio", "countries", 3),
        ("the island", "island", None),
        ("its neighbour", "neighbour", None),
    ],
)
def test_a_reference_says_what_it_points_to(words: str, refers: str, count: int | None) -> None:
    found, actor = last(f"On Monday {words} announced it.")
    assert found in words
    assert (actor.kind, actor.code, actor.refers, actor.count) == ("reference", None, refers, count)


@pytest.mark.parametrize(
    "words", ["a government", "the 27 men", "four countries' men", "an island", "neighbouring", "any minister", "customs"]
)
def test_a_general_word_refers_to_nobody(words: str) -> None:
    assert actors(f"They saw {words} there.") == []


@pytest.mark.parametrize(
    ("before", "reference", "code"),
    [
        ("Norway acted.", "The kingdom", "NO"),
        ("Saudi Arabia and Qatar fell out.", "The emirate", "QA"),
        ("China and Taiwan quarrel.", "The island", "TW"),
        ("Switzerland and Norway agreed.", "The confederation", "CH"),
        ("North Korea fired a missile.", "The South", "KR"),
        ("Seoul and the two Koreas talked.", "The North", "KP"),
    ],
)
def test_a_reference_takes_the_last_state_of_its_sort(before: str, reference: str, code: str) -> None:
    assert last(f"{before} {reference} announced a ban.")[1].code == code


def test_the_south_is_nobody_outside_korea() -> None:
    assert actors("The South rose again.") == []


def test_the_treasury_is_that_of_the_state_that_the_text_named_with_it() -> None:
    assert [a.code for a in actors("The UK Treasury acted. Later the Treasury said more.")] == ["GB", "GB"]
    assert [a.code for a in actors("Ukraine's Security Council met, and so did the Security Council.")] == ["UA", "UN"]
