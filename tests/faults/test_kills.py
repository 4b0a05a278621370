"""The short form of ``python -m tests.faults``: each work killed a few times at random moments."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.kills import WORKS, Work, torment


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_a_killed_work_leaves_a_whole_store_and_can_be_done_again(work: Work, tmp_path: Path) -> None:
    tally = torment(work, tmp_path, 2, random.Random(7))  # noqa: S311 - moments, not secrets
    assert tally.wrong == []
    assert tally.killed + tally.finished == 2
