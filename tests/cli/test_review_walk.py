"""The walk through the events that want a look: through a pipe, and on a terminal."""

from __future__ import annotations

import json
import os
import pty
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILE = Path("timeline.db.judgements.jsonl")
PROMPT = "(a)ccept (r)eject (e)dit (s)kip (u)ndo (q)uit?"


@pytest.fixture
def walk(command: Callable[..., Any], article: Path) -> Callable[..., Any]:
    """Answer the questions of ``timeline review``, one answer a line."""
    command("append", str(article))

    def run(*answers: str) -> Any:
        return command("review", "--author", "Ann", stdin="".join(f"{answer}\n" for answer in answers))

    return run


def kinds() -> list[str]:
    return [json.loads(line)["kind"] for line in FILE.read_text(encoding="utf-8").splitlines()] if FILE.exists() else []


def test_each_event_is_shown_with_its_evidence_and_judged(walk: Callable[..., Any], command: Callable[..., Any]) -> None:
    done = walk("a", "r", "a rumour", "q")
    assert done.returncode == 0
    assert "[1 of 2: new]" in done.stdout
    assert "Japan froze the assets of three Russian banks." in done.stdout
    assert done.stdout.endswith("2 judgements made; 0 events left to look at\n")
    assert kinds() == ["accept", "reject"]
    assert walk().stdout == "0 judgements made; 0 events left to look at\n"
    assert command("review", "--list").stdout == ""


def test_an_edit_stays_at_its_event_and_what_cannot_be_is_asked_again(walk: Callable[..., Any]) -> None:
    done = walk("e", "announced", "soon", "e", "announced", "2022-02-26", "gazette", "a", "s")
    assert "announced: 'soon' is no date" in done.stdout
    assert "announced set by Ann; the machine says 2022-02-25" in done.stdout
    assert kinds() == ["edit", "accept"]


def test_the_last_judgement_of_the_walk_is_taken_back(walk: Callable[..., Any]) -> None:
    done = walk("u", "a", "u", "s", "a", "u", "q")
    assert "nothing to take back in this walk" in done.stdout
    assert kinds() == ["accept", "revoke", "accept", "revoke"]
    assert done.stdout.count("[1 of 2") == 3
    assert done.stdout.endswith("0 judgements made; 1 event left to look at\n")


@pytest.mark.parametrize("answers", [("q",), ("s", "q"), ("what", "q"), ("a",), ("r",), ("e", "announced")])
def test_the_walk_ends_where_the_person_does_and_keeps_what_was_answered(walk: Callable[..., Any], answers: tuple[str, ...]) -> None:
    done = walk(*answers)
    assert done.returncode == 0
    assert "left to look at" in done.stdout
    assert kinds() == (["accept"] if "a" in answers else [])


def test_what_is_doubtful_or_contradicted_comes_before_what_is_new(command: Callable[..., Any], article: Path, tmp_path: Path) -> None:
    command("append", str(article))
    other = article.read_text(encoding="utf-8").replace("three Russian banks", "four Russian banks").replace("Example Wire", "Other Wire")
    (tmp_path / "other.txt").write_text(other, encoding="utf-8")
    command("append", str(tmp_path / "other.txt"))
    rows = json.loads(command("review", "--list", "--format", "json").stdout)
    assert [row["reasons"].split(", ")[0] for row in rows] == ["conflict", "new"]
    assert len(json.loads(command("review", "--list", "--only", "conflict", "--format", "json").stdout)) == 1
    assert "conflict on count: 3, 4" in command("review", "--author", "Ann", stdin="q\n").stdout


@pytest.mark.usefixtures("walk")
def test_filters_choose_what_is_walked_and_listed(command: Callable[..., Any]) -> None:
    done = command("review", "--author", "Ann", "--imposer", "JP", stdin="a\n")
    assert "[1 of 1: new]" in done.stdout
    assert kinds() == ["accept"]
    assert [row["quote"][:6] for row in json.loads(command("review", "--list", "--since", "2022", "--format", "json").stdout)] == ["Russia"]
    assert command("review", "--list", "--new-since", "1").stdout == ""
    assert "asset_freez" in command("review", "--list", "--instrument", "asset_freez").stderr


def test_an_event_whose_ground_moved_is_walked_again(walk: Callable[..., Any], command: Callable[..., Any]) -> None:
    walk("a", "a", "q")
    moved = FILE.read_text(encoding="utf-8").replace('"announced": "2022-02-25"', '"announced": "2022-02-24"')
    FILE.write_text(moved, encoding="utf-8")
    assert "moved" in command("review", "--list").stdout
    assert "[1 of 1: moved]" in walk("a", "q").stdout
    assert command("review", "--status").returncode == 0


def test_on_a_terminal(command: Callable[..., Any], article: Path) -> None:
    command("append", str(article))
    child, master = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "timeline", "review", "--author", "Ann"])  # noqa: S606 - the command under test
    shown = answered(master, ["a", "s", "q"])
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert "1 judgement made; 0 events left to look at" in shown
    assert kinds() == ["accept"]


def answered(master: int, answers: list[str]) -> str:
    """What a terminal shows until the program ends, with an answer typed at each question."""
    shown = ""
    while True:
        try:
            data = os.read(master, 4096)
        except OSError:
            return shown
        if not data:
            return shown
        shown += data.decode()
        if shown.rstrip().endswith("?") and answers:
            os.write(master, f"{answers.pop(0)}\n".encode())
            shown += "\n"
