"""What a text carries along: who was acting, who was hit, and whom a reference means."""

from __future__ import annotations

import pytest
from sentences import acts, only, told

MEANT = {
    "the bloc after the EU": ("The EU met. The bloc banned imports of Belarusian timber.", "EU"),
    "the bloc after ECOWAS": ("ECOWAS met in Abuja. The bloc closed its borders with Niger.", "ECOWAS"),
    "the alliance": ("NATO met in Oslo. The alliance suspended its cooperation with Russia.", "NATO"),
    "the world body": ("The UN met. The world body imposed an arms embargo on Eritrea.", "UN"),
    "the council": ("Envoys met. The Security Council imposed an arms embargo on Eritrea.", "UN"),
    "the kingdom": ("Saudi Arabia protested. The kingdom cut diplomatic relations with Iran.", "SA"),
    "it": ("Japan protested. It banned exports of trucks to Russia.", "JP"),
    "the country": ("Japan protested. The country banned exports of trucks to Russia.", "JP"),
    "the government, after a target": ("Japan blamed Russia. The government in Tokyo banned exports of trucks to Russia.", "JP"),
}


@pytest.mark.parametrize(("text", "imposer"), MEANT.values(), ids=MEANT)
def test_a_reference_means_who_was_spoken_of(text: str, imposer: str) -> None:
    assert only(text).imposer == imposer


def test_the_two_countries_are_the_two_spoken_of() -> None:
    mentions = told("Latvia and Estonia protested. The two countries expelled Russian diplomats.")
    assert sorted(acts(mentions)) == ["EE impose expulsion", "LV impose expulsion"]


def test_who_was_hit_last_is_hit_again_where_nobody_is_named() -> None:
    first, second = told("Japan banned exports of trucks to Belarus. It also banned exports of chips.")
    assert (first.targets, second.targets) == (("BY",), ("BY",))


def test_whom_the_document_is_about_is_hit_where_nothing_else_says_so() -> None:
    text = "Belarus under fire: the crackdown in Belarus drew anger at Belarusian leaders. Japan banned exports of trucks."
    assert only(text, title="Belarus and the world").targets == ("BY",)


def test_who_acts_is_never_hit_by_itself() -> None:
    for mention in told("Japan met. Japan banned exports of trucks. Japan's leaders praised Japan."):
        assert "JP" not in mention.targets


def test_a_new_heading_forgets_who_was_acting() -> None:
    text = "JAPAN\n\nJapan banned exports of trucks to Russia.\n\nNORWAY\n\nNorway expelled two Iranians. Exports of drones were banned."
    assert [m.imposer for m in told(text)] == ["JP", "NO", "NO"]


def test_an_office_without_a_state_is_that_of_the_state_in_the_title() -> None:
    text = (
        "Russia barred ninety Americans from entry. Washington and its allies had imposed sanctions on Moscow.\n\n"
        "The foreign ministry expelled ten Canadian diplomats."
    )
    assert [m.imposer for m in told(text, title="Russia bans ninety Americans")][-1] == "RU"
