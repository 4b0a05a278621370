"""Who did it before: their acts are told too, undated."""

from __future__ import annotations

import pytest
from sentences import acts, only, told

DID_IT = {
    "following": "Following the US and Britain, Canada banned imports of Russian aluminium.",
    "joining": "Joining the US and Britain, Canada banned imports of Russian aluminium.",
    "like": "Like the US and Britain, Canada banned imports of Russian aluminium.",
    "in line with": "In line with the US and Britain, Canada banned imports of Russian aluminium.",
    "had done so": "After the US and Britain had done so, Canada banned imports of Russian aluminium.",
    "had already done the same": "Once the US and Britain had already done the same, Canada banned imports of Russian aluminium.",
}
DID_NOT = {
    "following an act": "Following the decision of the US, Canada banned imports of Russian aluminium.",
    "following the target": "Following Russia's attack, Canada banned imports of Russian aluminium.",
    "unlike": "Unlike the US and Britain, Canada banned imports of Russian aluminium.",
    "not done yet": "Following the US and Britain, Canada plans to ban imports of Russian aluminium.",
    "relief": "Following the US and Britain, Canada lifted its sanctions on Russia.",
}


@pytest.mark.parametrize("text", DID_IT.values(), ids=DID_IT)
def test_those_who_went_before_acted_too(text: str) -> None:
    text = f"Quebec's smelters welcomed it. {text}"
    mentions = told(text)
    assert sorted(acts(mentions)) == [f"{code} impose import_restriction" for code in ("CA", "GB", "US")]


@pytest.mark.parametrize("text", DID_NOT.values(), ids=DID_NOT)
def test_only_who_is_said_to_act_acts(text: str) -> None:
    assert only(text).imposer == "CA"


def test_their_acts_take_no_day_from_the_one_who_follows() -> None:
    mentions = told("On Tuesday, following the US, Canada banned imports of Russian aluminium.")
    assert {m.imposer: m.announced for m in mentions} == {"CA": "2024-04-30", "US": None}


def test_the_same_done_by_another() -> None:
    text = "Canada banned imports of Russian aluminium. A week later Norway did the same."
    assert acts(told(text)) == ["CA impose import_restriction", "NO impose import_restriction"]
