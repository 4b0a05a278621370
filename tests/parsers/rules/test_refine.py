"""The instrument and the action made exact by what stands around a measure, each with its counterpart."""

from __future__ import annotations

import pytest

from tests.parsers.sentences import acts, only, told

CASES = {
    "some are lifted": ("The EU lifted some of its sanctions on Syria.", "EU ease sanctions_package"),
    "all are lifted": ("The EU lifted its sanctions on Syria.", "EU lift sanctions_package"),
    "partly": ("Japan partially lifted its sanctions on North Korea.", "JP ease sanctions_package"),
    "extended to another": ("The EU extended its sanctions to Belarus.", "EU expand sanctions_package"),
    "extended in time": ("The EU extended its sanctions on Belarus by a year.", "EU extend sanctions_package"),
    "people": ("Washington lifted sanctions on two Turkish ministers.", "US lift designation"),
    "a state": ("Washington lifted sanctions on Sudan.", "US lift sanctions_package"),
    "a border for people": ("Latvia closed its borders to Russian citizens.", "LV impose travel_ban"),
    "a border for lorries": ("Latvia closed its borders to Russian lorries.", "LV impose transport_ban"),
    "a list of exports": ("Washington added the Chinese drone maker to the Entity List.", "US impose export_restriction"),
    "a list of sanctions": ("Washington added the Chinese drone maker to its sanctions list.", "US expand designation"),
    "an order revoked": ("Obama revoked the executive orders that had imposed sanctions on Ivory Coast.", "US lift sanctions_package"),
    "waivers ended": ("Washington ended the waivers that had let eight countries buy Iranian oil.", "US impose import_restriction"),
    "waivers lapsed": ("The US let its waivers for buyers of Iranian oil lapse in May.", "US impose import_restriction"),
    "waivers prolonged": ("The US extended its waivers for buyers of Iranian oil.", "US ease import_restriction"),
    "a stranger": ("Britain sanctioned Jan Vanderloo, a trader in oil from Iran.", "GB impose designation"),
    "further restrictions": ("The EU introduced further restrictions on exports to Russia.", "EU expand export_restriction"),
    "more than": ("Britain sanctioned more than 200 Russian companies.", "GB impose designation"),
    "on hold": ("Washington put its tariffs on Mexican goods on hold.", "US ease tariff"),
}


@pytest.mark.parametrize(("text", "act"), CASES.values(), ids=CASES)
def test_what_stands_around_makes_it_exact(text: str, act: str) -> None:
    assert acts([only(text)]) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia banned exports of palm oil because of high domestic prices.",
        "The rebel province suspended Mali's scholarships.",
        "Beijing opposes unilateral sanctions.",
        "The EU closed loopholes in the ban.",
    ],
)
def test_nothing_is_aimed_at_anybody(text: str) -> None:
    assert [m.instrument for m in told(text) if m.instrument != "anti_circumvention"] == []
