"""Imposers told by what is theirs: ports, skies, lists, a market, and the people whom their ban binds."""

from __future__ import annotations

import pytest
from sentences import only, told

THEIRS = {
    "ports": ("Russian ships were barred from Polish ports.", "PL", "port_ban"),
    "airspace": ("Russian planes have been banned from Canadian airspace.", "CA", "airspace_closure"),
    "waters": ("Iranian ships were barred from Swedish waters.", "SE", "port_ban"),
    "list": ("Six Chinese companies were put on the US entity list.", "US", "export_restriction"),
    "blacklist": ("Two Belarusian judges were added to Britain's sanctions list.", "GB", "designation"),
    "market": ("Seafood from Japan may no longer be imported into China.", "CN", "import_restriction"),
    "air waves": ("The Russian television channel was banned in Moldova.", "MD", "broadcast_ban"),
    "its banks": ("Swiss banks may not lend to the Russian state.", "CH", "capital_market_ban"),
    "its citizens": ("Americans may not invest in Myanmar's oil sector.", "US", "investment_ban"),
    "its companies": ("Dutch companies may not export chip machines to China.", "NL", "export_restriction"),
}


@pytest.mark.parametrize(("text", "imposer", "instrument"), THEIRS.values(), ids=THEIRS)
def test_whose_it_is_imposes(text: str, imposer: str, instrument: str) -> None:
    mention = only(text)
    assert (mention.imposer, mention.instrument) == (imposer, instrument)


def test_goods_that_no_one_is_said_to_send_close_no_market() -> None:
    assert told("Fruit may no longer be imported into the valley.") == []


def test_a_place_that_belongs_to_nobody_imposes_nothing() -> None:
    assert told("Russian ships were barred from the ports.") == []
