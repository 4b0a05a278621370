"""Every target of the fuzzers holds for a few hundred texts; ``python -m tests.fuzz`` feeds them for as long as one likes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.__main__ import made_up
from tests.fuzz.targets import TARGETS, WORDS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", TARGETS)
def test_texts_made_up_break_no_target(name: str) -> None:
    made_up(TARGETS[name], 0)


@pytest.mark.parametrize("name", TARGETS)
def test_all_words_in_a_row_break_no_target(name: str) -> None:
    TARGETS[name](" ".join(WORDS))
    TARGETS[name]("".join(reversed(WORDS)))


def test_a_text_that_breaks_a_target_is_told() -> None:
    def dislikes_a_letter(text: str) -> None:
        assert "a" not in text

    with pytest.raises(AssertionError):
        made_up(dislikes_a_letter, 0)


def test_the_command_feeds_a_target_with_what_is_installed_and_says_so() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "cuts", "--seconds", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("cuts: 1 s of ")
    assert done.stdout.endswith("cuts: nothing broke it\n")


def test_an_unknown_target_is_named() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.fuzz", "nothing"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "known: parser, dates, cuts, judgements, filters" in done.stderr
