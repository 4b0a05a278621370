"""Whom an act hits where its clause does not say."""

from __future__ import annotations

import pytest
from sentences import told

CASES = {
    "the acts around it": (
        "New Zealand barred ten generals of Myanmar from entry. The US named them too, and Australia broke off defence cooperation.",
        "AU",
        ("MM",),
    ),
    "whom the imposer hit just before": (
        "Russia banned imports of Polish apples. The EU protested. Moscow also closed its ports to the fleet.",
        "RU",
        ("PL",),
    ),
    "who hit it": ("Latvia expelled two Belarusian envoys. Belarus recalled its ambassador the next day.", "BY", ("LV",)),
}


@pytest.mark.parametrize(("text", "imposer", "targets"), CASES.values(), ids=CASES)
def test_target_of_the_acts_beside(text: str, imposer: str, targets: tuple[str, ...]) -> None:
    assert [m.targets for m in told(text) if m.imposer == imposer][-1] == targets
