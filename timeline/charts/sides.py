"""Who moves and who answers, and what counts as a measure taken: the two questions that every chart shares."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

TAKEN_ACTIONS = ("impose", "expand")
TAKEN_STATUSES = ("in_force", "announced")
# What charts of measures taken draw from.
CHARTED = (
    "event_id imposer targets category instrument date_basis date_from date_to"
    " announced_from announced_to effective_from effective_to expires expires_from expires_to"
).split()


def principal(frame: pd.DataFrame) -> str | None:
    """The jurisdiction that most measures are aimed at, if more than one imposer aims at it; None otherwise.

    Ties go to the first code of the alphabet.
    """
    aimed: Counter[str] = Counter()
    aiming: dict[str, set[str]] = {}
    for imposer, targets in zip(frame["imposer"], frame["targets"], strict=True):
        for target in targets:
            aimed[target] += 1
            aiming.setdefault(target, set()).add(imposer)
    return min((code for code, imposers in aiming.items() if len(imposers) > 1), key=lambda code: (-aimed[code], code), default=None)


def sides(frame: pd.DataFrame) -> pd.Series[str]:
    """``counter`` for a measure that an article calls an answer, or that the principal target takes itself; else ``sanction``."""
    answers = frame["response_to"].map(len).gt(0) | frame["imposer"].astype(str).eq(principal(frame) or "")
    return answers.map({True: "counter", False: "sanction"})


def taken(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that count as measures taken: imposed or expanded, in force or announced; the columns of CHARTED.

    Proposals, refusals and relief do not count.
    """
    return frame.loc[frame["action"].isin(TAKEN_ACTIONS) & frame["status"].isin(TAKEN_STATUSES), CHARTED]
