"""Whom a measure hits: states and people named with it, never the reason, the place, the route or the exception."""

from __future__ import annotations

import pytest
from sentences import only, told

AIMED = {
    "against": ("Canada imposed new sanctions against Belarus.", ["BY"]),
    "on": ("Canada imposed an arms embargo on Sudan.", ["SD"]),
    "adjective before the goods": ("Canada banned imports of Belarusian potash.", ["BY"]),
    "goods from": ("Canada banned imports of potash from Belarus.", ["BY"]),
    "goods to": ("Canada banned exports of drones to Iran.", ["IR"]),
    "goods of its origin": ("Britain banned imports of iron of Russian origin.", ["RU"]),
    "genitive": ("Britain froze the assets of Russia's largest lender.", ["RU"]),
    "people of a state": ("Albania expelled two Iranians.", ["IR"]),
    "nationals": ("Latvia stopped issuing visas to Russian nationals.", ["RU"]),
    "office-holder": ("Britain froze the assets of the Belarusian president.", ["BY"]),
    "diplomats": ("Norway expelled fifteen Russian diplomats.", ["RU"]),
    "anti-": ("Japan announced new anti-Russian sanctions.", ["RU"]),
    "based in": ("The US sanctioned four companies based in Turkey.", ["TR"]),
    "hyphened base": ("The US sanctioned four Hong Kong-based shipping companies.", ["HK"]),
    "behind allies": ("In a coordinated move with Western allies, Canada banned imports of Belarusian potash.", ["BY"]),
    "in an approach with another": ("Canada banned imports of Belarusian potash in a coordinated approach with Britain.", ["BY"]),
    "whose measures are adopted": ("Switzerland adopted the EU's latest sanctions against Belarus.", ["BY"]),
    "registered in": ("Ships registered in Russia have been barred from Canadian ports.", ["RU"]),
    "a bare name before the sanctions": ("OFAC added nine firms to its list under its Russia sanctions programme.", ["RU"]),
    "two states": ("Canada banned exports of drones to Russia and Belarus.", ["BY", "RU"]),
    "a list of states": ("Canada banned exports of drones to Iran, Russia and North Korea.", ["IR", "KP", "RU"]),
    "sanctions on a list of states": ("Canada imposed sanctions on Iran, Syria and North Korea.", ["IR", "KP", "SY"]),
    "put on a list of states": ("Russia added Switzerland to its list of unfriendly countries.", ["CH"]),
    "several put on a list": ("The Kremlin put Denmark, Greece and Slovakia on its list of unfriendly nations.", ["DK", "GR", "SK"]),
    "a list after a colon": (
        "Russia approved the list of unfriendly countries: the US, Japan, Norway and Canada.",
        ["CA", "JP", "NO", "US"],
    ),
    "a list of states, no state named": ("The Russian government approved a list of unfriendly countries.", ["WEST"]),
    "passive subject": ("Iran was hit with new sanctions by Australia.", ["IR"]),
    "cut off": ("The EU cut three Belarusian banks off from SWIFT.", ["BY"]),
    "status taken away": ("Japan stripped Russia of its most-favoured-nation status.", ["RU"]),
    "known company": ("Britain froze the assets of Gazprombank.", ["RU"]),
    "region": ("The EU banned imports of goods from Crimea.", ["UA-43"]),
    "airlines": ("Romania closed its airspace to Russian airlines.", ["RU"]),
    "for them": ("Romania closed its airspace for Russian airlines.", ["RU"]),
    "neighbour's border": ("Niger closed its border with Benin.", ["BJ"]),
    "own ambassador": ("Kuwait recalled its ambassador from Lebanon.", ["LB"]),
    "relations": ("Sudan cut diplomatic relations with Iran.", ["IR"]),
    "targeting": ("Britain announced a package of sanctions targeting Belarus.", ["BY"]),
}
SPARED = {
    "over": ("The US imposed a tariff of 25% on India over its purchases of Russian oil.", ["IN"]),
    "in response to": ("In response to Israel's strikes, Turkey banned exports of steel to Israel.", ["IL"]),
    "after": ("After protests in Georgia, Britain froze the assets of five Georgian officials.", ["GE"]),
    "because of": ("Because of the war in Ukraine, Japan banned exports of trucks to Russia.", ["RU"]),
    "accusing": ("Poland expelled three Russian diplomats, accusing Belarus of spying.", ["RU"]),
    "through": ("Canada banned exports of drones to Iran through Turkey.", ["IR"]),
    "own soil": ("The EU froze assets of Russian bankers in Europe.", ["RU"]),
    "a forum": ("The US imposed sanctions on Iran, its envoy told the United Nations.", ["IR"]),
    "an ally": ("Japan banned exports of chips to Russia together with the United States.", ["RU"]),
    "in coordination with": ("Japan banned exports of chips to Russia in close coordination with the EU.", ["RU"]),
    "cheered": ("Lithuania banned imports of Belarusian timber, and Ukraine welcomed the step.", ["BY"]),
}
CARRIED = {
    "the same imposer again": ("Canada banned exports of drones to Iran. It also froze the assets of six generals.", ["IR"]),
    "what the text is about": ("Iran shot at protesters. Iran's courts followed. Canada announced new sanctions.", ["IR"]),
}
NOBODY = {"no state at all": "Canada banned exports of drones."}


@pytest.mark.parametrize(("text", "targets"), AIMED.values(), ids=AIMED)
def test_whom_it_is_aimed_at(text: str, targets: list[str]) -> None:
    assert sorted(only(text).targets) == targets


@pytest.mark.parametrize(("text", "targets"), SPARED.values(), ids=SPARED)
def test_who_is_named_for_another_reason_is_no_target(text: str, targets: list[str]) -> None:
    assert sorted(only(text).targets) == targets


@pytest.mark.parametrize(("text", "targets"), CARRIED.values(), ids=CARRIED)
def test_whom_it_hits_is_told_before(text: str, targets: list[str]) -> None:
    assert sorted(told(text)[-1].targets) == targets


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_targets_stay_empty_where_nobody_is_named(text: str) -> None:
    assert only(text).targets == ()


def test_the_country_is_whom_the_acts_before_hit() -> None:
    mentions = told("Canada banned imports of Belarusian potash. Britain then banned exports of drones to the country.")
    assert [m.targets for m in mentions] == [("BY",), ("BY",)]
