"""Words that look like states and are none."""

from __future__ import annotations

import pytest

from parsers.actors import find_actors
from parsers.fold import fold


def codes(text: str) -> list[str | None]:
    return [actor.code for actor in find_actors(text, fold(text))]


@pytest.mark.parametrize(
    "words",
    [
        "the Washington Post",
        "the New York Times",
        "the Financial Times",
        "the Moscow Times",
        "the Japan Times",
        "China Daily",
        "the South China Sea",
        "the Gulf of Oman",
        "American Airlines",
        "Deutsche Bank",
        "the Russia-Ukraine war",
        "the Ukraine war",
        "the Korean War",
        "the Vienna Convention",
        "the Paris club",
        "the Minsk agreements",
        "Russian roulette",
        "French fries",
        "US dollars",
        "Jim Jordan",
        "Michael Jordan",
        "Treasury Wine Estates",
        "the British Council",
        "New Jersey",
        "Georgia Tech",
        "the Ukraine-related sanctions",
        "Western Union",
        "the Baltic Sea",
    ],
)
def test_a_look_alike_is_no_actor(words: str) -> None:
    assert codes(f"He read of {words} there.") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [("the Bank of Japan", "JP"), ("the Central Bank of Russia", "RU"), ("the Belgian government", "BE"), ("Brussels", "EU")],
)
def test_a_body_keeps_its_state(words: str, code: str) -> None:
    assert codes(f"He read of {words} there.") == [code]


def test_an_unknown_council_is_not_the_council() -> None:
    assert codes("said the Atlantic Council on Monday") == []
