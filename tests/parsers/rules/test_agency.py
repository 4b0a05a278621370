"""Imposers that are no subjects: behind "by", before the noun, in a cell of their own, behind the report, before a relative."""

from __future__ import annotations

import pytest
from sentences import only, told

PLACES = {
    "by": ("Exports of drones to Iran were banned by Norway.", "NO"),
    "by, behind the target": ("A ban on exports of drones to Iran by Norway took effect.", "NO"),
    "by several words": ("Exports of drones to Iran were banned at noon on Monday by the Norwegian government.", "NO"),
    "adjective": ("A Norwegian ban on exports of drones to Iran took effect.", "NO"),
    "genitive": ("Norway's ban on exports of drones to Iran took effect.", "NO"),
    "genitive with words between": ("Norway's new ban on exports of drones to Iran took effect.", "NO"),
    "relative": ("Iran protested to Norway, which expelled two Iranian diplomats.", "NO"),
    "contact relative": ("The ban on imports the United States imposed hit Iran.", "US"),
    "who decided": ("Exports of drones to Iran will be banned, the Norwegian government announced.", "NO"),
    "who said": ("Two Iranian diplomats have been expelled, the Norwegian foreign minister said.", "NO"),
    "according to": ("Two Iranian diplomats have been expelled, according to the Norwegian foreign ministry.", "NO"),
    "a cell": ("| 3 March 2024 | Norway | Ban on exports of drones to Iran |", "NO"),
    "a dated line": ("2024-03-03 Norway: ban on exports of drones to Iran", "NO"),
    "an item in brackets": ("- [Norway] Ban on exports of drones to Iran", "NO"),
}
NO_IMPOSER: dict[str, tuple[str, list[str]]] = {
    "following by is no agent": ("Exports of drones to Iran stopped by Friday.", []),
    "people of the target": ("The Iranian sanctions evaders were jailed.", []),
    "prefix": ("Anti-Iranian sanctions are old news.", []),
}


@pytest.mark.parametrize(("text", "imposer"), PLACES.values(), ids=PLACES)
def test_the_imposer_stands_there(text: str, imposer: str) -> None:
    assert told(text)[-1].imposer == imposer


@pytest.mark.parametrize(("text", "imposers"), NO_IMPOSER.values(), ids=NO_IMPOSER)
def test_nobody_stands_there(text: str, imposers: list[str]) -> None:
    assert [m.imposer for m in told(text)] == imposers


def test_who_adopts_the_measures_of_another_acts() -> None:
    assert only("Norway adopted the EU's ban on imports of Belarusian timber.").imposer == "NO"


def test_the_authority_is_named_beside_the_state() -> None:
    mention = only("President Joe Biden banned imports of Russian caviar.")
    assert (mention.imposer, mention.authority) == ("US", "Joe Biden")
