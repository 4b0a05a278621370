"""Who moves and who answers, and what counts as a measure taken: the two questions that every chart shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

TAKEN_ACTIONS = ("impose", "expand")
TAKEN_STATUSES = ("in_force", "announced")


def principal(frame: pd.DataFrame) -> str | None:
    """The jurisdiction that most measures are aimed at, if more than one imposer aims at it; None otherwise.

    Ties go to the first code of the alphabet.
    """
    aimed = frame.loc[:, ["imposer", "targets"]].explode("targets").dropna()
    tally = aimed.groupby("targets", observed=True)["imposer"].agg(["nunique", "size"]).sort_index()
    tally = tally[tally["nunique"] > 1]
    return None if tally.empty else str(tally["size"].idxmax())


def sides(frame: pd.DataFrame) -> pd.Series[str]:
    """``counter`` for a measure that an article calls an answer, or that the principal target takes itself; else ``sanction``."""
    answers = frame["response_to"].map(len).gt(0) | frame["imposer"].astype(str).eq(principal(frame) or "")
    return answers.map({True: "counter", False: "sanction"})


def taken(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that count as measures taken: imposed or expanded, in force or announced. Proposals, refusals and relief do not."""
    return frame[frame["action"].isin(TAKEN_ACTIONS) & frame["status"].isin(TAKEN_STATUSES)]
