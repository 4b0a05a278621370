"""Who says so, where a sentence is somebody's statement."""

from __future__ import annotations

import pytest
from sentences import only

SAID = {
    "a ministry": ("Russia expelled five Estonian diplomats, Estonia's foreign ministry said.", "foreign ministry"),
    "according to": ("According to OFAC, the US has frozen the assets of five Iranian generals.", "OFAC"),
    "an agency": ("Russia expelled five Estonian diplomats, the Volna agency reported.", "the Volna agency"),
    "people who know": ("The EU will ban imports of Belarusian timber, according to two people familiar with the plan.", "two people"),
}
NOBODY = {
    "plainly told": "Russia expelled five Estonian diplomats.",
    "the imposer's own announcement": "Russia announced on Tuesday that it had expelled five Estonian diplomats.",
}


@pytest.mark.parametrize(("text", "speaker"), SAID.values(), ids=SAID)
def test_who_says_so(text: str, speaker: str) -> None:
    assert speaker in (only(text).attribution or "")


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_what_nobody_is_said_to_say(text: str) -> None:
    assert only(text).attribution is None
