"""Who acts, or is hit, in what stands under a heading or behind the line that introduces a list."""

from __future__ import annotations

import pytest
from sentences import told

UNDER = {
    "a verb without a subject": ("➤ 6 October: European Union\n\nBans imports of steel slabs from Russia and of cement.", "EU"),
    "a passive": ("Japan\n\nExports of trucks to Russia were banned on 3 April, the first such step since the spring.", "JP"),
    "the next heading": (
        "Norway\n\nExpels three Russian diplomats who were on its list of spies.\n\nIceland\n\nCloses its ports to Russian ships.",
        "NO IS",
    ),
    "a list that a line introduces": ("Canada decided as follows:\n- imports of Belarusian potash are banned;", "CA"),
    "a list of an owner": ("The EU's new package in short:\n- imports of Belarusian potash are banned;", "EU"),
}
HIT = {
    "a state that is hit": "On 3 May the EU banned imports of Iraqi dates.\n\nLIBYA\n\nThe EU suspended development aid in June.",
    "two states": "The sanctions of a decade.\n\nINDIA AND PAKISTAN. After the tests Tokyo froze new loans and grants.",
}


@pytest.mark.parametrize(("text", "imposers"), UNDER.values(), ids=UNDER)
def test_heading_or_introduction_names_who_acts(text: str, imposers: str) -> None:
    assert [m.imposer for m in told(text, title="Sanctions against Russia and Belarus: who did what")] == imposers.split()


def test_heading_names_whom_its_section_hits() -> None:
    assert told(HIT["a state that is hit"])[-1].targets == ("LY",)
    assert told(HIT["two states"])[-1].targets == ("IN", "PK")


def test_heading_of_a_state_that_is_hit_does_not_act() -> None:
    text = "VENEZUELA\n\nThe US banned dealings in new Venezuelan bonds. Later all property of the government was blocked."
    assert {m.imposer for m in told(text)} == {"US"}
