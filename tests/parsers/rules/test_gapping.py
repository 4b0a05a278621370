"""Acts told without their verb, and those who do the same without naming it."""

from __future__ import annotations

import pytest
from sentences import acts, told

GAPPED = {
    "numbers": ("Latvia expelled four Belarusian diplomats, Estonia three and Norway thirteen.", ["EE 3", "LV 4", "NO 13"]),
    "a preposition": ("Ottawa imposed sanctions on eleven Iranian judges, and Canberra on ten.", ["AU 10", "CA None"]),
    "those of": ("Japan froze the assets of four Russian banks and Canada those of six.", ["CA None", "JP 4"]),
}
FULL = {
    "days later": "Latvia expelled four Belarusian diplomats, and Spain two days later protested.",
    "figures of another thing": "Latvia expelled four Belarusian diplomats, Poland three million zlotys poorer.",
}
SAME = {
    "followed on a day": "Canada closed its airspace to Belavia on 3 April. New Zealand followed on the 28th.",
    "followed": "Canada closed its airspace to Belavia. A week later New Zealand followed.",
    "came next": "Canada closed its airspace to Belavia. New Zealand came next.",
    "had already done": "Canada closed its airspace to Belavia, which New Zealand had already done.",
    "did it before": "Canada closed its airspace to Belavia days after New Zealand did.",
    "had done": "Canada closed its airspace to Belavia, as New Zealand had done in March.",
    "joins": "Canada joined New Zealand in closing its airspace to Belavia.",
    "similar steps": "Canada closed its airspace to Belavia after similar steps by New Zealand.",
}


@pytest.mark.parametrize(("text", "expected"), GAPPED.values(), ids=GAPPED)
def test_the_verb_is_shared(text: str, expected: list[str]) -> None:
    assert sorted(f"{m.imposer} {m.count}" for m in told(text)) == expected


@pytest.mark.parametrize("text", FULL.values(), ids=FULL)
def test_a_number_of_something_else_is_no_act(text: str) -> None:
    assert [m.imposer for m in told(text)] == ["LV"]


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_those_who_do_the_same_act_too(text: str) -> None:
    assert sorted(acts(told(text))) == ["CA impose airspace_closure", "NZ impose airspace_closure"]


@pytest.mark.parametrize("text", ["Canada closed its airspace to Belavia. Norway followed the talks.", "Protests followed on Monday."])
def test_following_something_is_no_act(text: str) -> None:
    assert "NO impose airspace_closure" not in acts(told(text))
