"""What an actor is in its place: one of a list, an owner, an explanation in brackets, the end of a phrase."""

from __future__ import annotations

import pytest
from sentences import told

LISTS = {
    "comma and": ("Norway, Iceland and Denmark expelled Russian diplomats.", ["DK", "IS", "NO"]),
    "slash": ("US/UK sanctions on Iran took effect on Monday.", ["GB", "US"]),
    "ampersand": ("Norway & Iceland expelled Russian diplomats.", ["IS", "NO"]),
    "along with": ("Norway and, along with it, Iceland expelled Russian diplomats.", ["IS", "NO"]),
    "behind by": ("Russian diplomats were expelled by Norway, Iceland and Denmark.", ["DK", "IS", "NO"]),
    "genitive of two": ("Norway and Iceland's ban on imports of Russian fish took effect.", ["IS", "NO"]),
}
ALONE = {
    "place, comma": ("In Oslo, Denmark announced a ban on exports of drones to Iran.", ["DK"]),
    "list behind a preposition": ("After talks with Sweden, Finland and Estonia, Norway expelled Russian diplomats.", ["NO"]),
    "explained in brackets": ("The neighbour (Finland) watched. Norway expelled Russian diplomats.", ["NO"]),
    "owner of another thing": ("Sweden's neighbour Norway expelled Russian diplomats.", ["NO"]),
    "target list": ("Norway expelled diplomats of Russia, Belarus and Iran.", ["NO"]),
    "region": ("Norway, unlike Crimea, expelled Russian diplomats.", ["NO"]),
}


@pytest.mark.parametrize(("text", "imposers"), LISTS.values(), ids=LISTS)
def test_each_of_the_list_acts(text: str, imposers: list[str]) -> None:
    assert sorted(m.imposer for m in told(text)) == imposers


@pytest.mark.parametrize(("text", "imposers"), ALONE.values(), ids=ALONE)
def test_only_the_subject_acts(text: str, imposers: list[str]) -> None:
    assert sorted(m.imposer for m in told(text)) == imposers
