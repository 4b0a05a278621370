"""The rest of a mention: what it covers, who is named and counted, which act carries it, who says so."""

from __future__ import annotations

import pytest
from sentences import only, told

SCOPES = {
    "goods": ("Norway banned imports of Belarusian potash and timber.", ["fertiliser", "wood"]),
    "narrowest": ("Norway banned exports of semiconductors to Iran.", ["technology"]),
    "people": ("Norway froze the assets of five Iranian generals.", ["military"]),
    "implied by the measure": ("Norway imposed an arms embargo on Sudan.", ["arms"]),
    "known bank": ("Norway froze the assets of Sberbank.", ["finance"]),
}
COUNTS = {
    "diplomats": ("Norway expelled fifteen Russian diplomats.", 15),
    "people and companies": ("Norway froze the assets of eleven people and two companies from Belarus.", 13),
    "vessels": ("Britain sanctioned 18 Russian tankers.", 18),
    "in words": ("Norway expelled twenty-two Russian diplomats.", 22),
    "one": ("Norway expelled a Russian diplomat.", None),
    "not of people": ("Norway banned imports of 12 tonnes of Belarusian potash.", None),
}
REFINED = {
    "sanctions on people": ("Britain imposed sanctions on ten Iranian judges.", "designation"),
    "sanctions on a state": ("Britain imposed sanctions on Iran.", "sanctions_package"),
    "sanctions on a named company": ("Britain imposed sanctions on Huawei.", "designation"),
    "visas for officials": ("The US restricted visas for Georgian officials.", "travel_ban"),
    "visas for all": ("Latvia stopped issuing visas to Russian citizens.", "visa_restriction"),
}
ACTIONS = {
    "more names": ("Britain sanctioned six more Belarusian judges.", "expand"),
    "added": ("Britain added six Belarusian judges to its sanctions list.", "expand"),
    "another": ("Britain froze the assets of another three Belarusian judges.", "expand"),
    "new names": ("Britain sanctioned six Belarusian judges.", "impose"),
    "new package": ("Britain imposed a new package of sanctions on Belarus.", "impose"),
    "goods widened": ("Britain widened its ban on exports of machine tools to Belarus.", "expand"),
    "taken off": ("Britain removed two Belarusian judges from its sanctions list.", "lift"),
    "prolonged": ("Britain prolonged its arms embargo on Belarus by a year.", "extend"),
    "waived": ("Britain waived its ban on exports of medicines to Belarus.", "ease"),
    "status restored": ("Britain restored Russia's most-favoured-nation status.", "lift"),
}


@pytest.mark.parametrize(("text", "scope"), SCOPES.values(), ids=SCOPES)
def test_what_it_covers(text: str, scope: list[str]) -> None:
    assert sorted(only(text).scope) == scope


@pytest.mark.parametrize(("text", "count"), COUNTS.values(), ids=COUNTS)
def test_how_many_are_hit(text: str, count: int | None) -> None:
    assert only(text).count == count


@pytest.mark.parametrize(("text", "instrument"), REFINED.values(), ids=REFINED)
def test_the_label_gives_way_to_what_it_names(text: str, instrument: str) -> None:
    assert only(text).instrument == instrument


@pytest.mark.parametrize(("text", "action"), ACTIONS.values(), ids=ACTIONS)
def test_what_is_done_to_it(text: str, action: str) -> None:
    assert only(text).action == action


def test_names_of_those_hit_are_kept_with_their_state() -> None:
    mention = only("Britain froze the assets of Sberbank and Gazprombank.")
    assert set(mention.target_names) == {"Sberbank", "Gazprombank"}
    assert mention.targets == ("RU",)


def test_the_act_that_carries_it() -> None:
    assert only("The US banned imports of Russian caviar under Executive Order 14068.").legal_ref == "Executive Order 14068"


@pytest.mark.parametrize(
    "text",
    ["Britain froze the assets of Sberbank, the US Treasury said.", "According to the US Treasury, Britain froze the assets of Sberbank."],
)
def test_who_says_so(text: str) -> None:
    assert (told(text)[0].attribution or "").endswith("Treasury")


def test_nobody_says_so() -> None:
    assert only("Britain froze the assets of Sberbank.").attribution is None
