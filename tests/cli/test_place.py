"""Questions put to articles instead of a timeline: given as sources, or sent down a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run


@pytest.fixture
def filled(command: Run, article: Path) -> Run:
    """The command in a folder that has a timeline of one article."""
    assert command("append", article.name).returncode == 0
    return command


def piped() -> str:
    """The article as one JSON line."""
    return json.dumps({"id": "wire-7", "published": "2022-03-02", "language": "en", "text": ARTICLE.split("---\n")[2]}) + "\n"


def test_one_pipe_from_articles_to_events() -> None:
    line = f"{sys.executable} -m timeline append - --store t.db && {sys.executable} -m timeline events --store t.db --format jsonl"
    done = subprocess.run(line, shell=True, input=piped(), capture_output=True, encoding="utf-8", check=True)  # noqa: S602
    assert [json.loads(row)["imposer"] for row in done.stdout.splitlines()] == ["JP", "RU"]


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("asked", [["events"], ["events", "-"], ["events", "article.txt"], ["events", "*.txt"]])
def test_events_straight_from_articles_are_those_of_a_timeline_and_kept_nowhere(command: Run, tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "elsewhere").mkdir()
    command("append", "-", "--store", "elsewhere/t.db", stdin=piped())
    rows = json.loads(command("events", "--store", "elsewhere/t.db", "--format", "json").stdout)
    done = command(*asked, "--format", "json", stdin=piped())
    found = json.loads(done.stdout)
    assert [(row["imposer"], row["announced"], row["quote"]) for row in found] == [(r["imposer"], r["announced"], r["quote"]) for r in rows]
    assert "1 added" in done.stderr
    assert list(tmp_path.glob("*.db")) == []


def test_a_timeline_that_is_there_is_asked_and_not_the_pipe(filled: Run) -> None:
    other = piped().replace("Japan", "Canada").replace("wire-7", "wire-8")
    assert {row["imposer"] for row in json.loads(filled("events", "--format", "json", stdin=other).stdout)} == {"JP", "RU"}
    assert {row["imposer"] for row in json.loads(filled("events", "-", "--format", "json", stdin=other).stdout)} == {"CA", "RU"}


def test_articles_that_fail_are_named_and_the_others_answer(command: Run, article: Path) -> None:
    done = command("events", article.name, "missing.txt", "--format", "jsonl")
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
    assert "missing.txt: no such file" in done.stderr
    none = command("events", "missing.txt")
    assert (none.returncode, none.stdout) == (2, "")


def test_articles_beside_a_named_timeline_are_misuse(filled: Run, article: Path) -> None:
    done = filled("events", article.name, "--store", "other.db")
    assert (done.returncode, done.stdout) == (2, "")
    assert "leave out --store" in done.stderr


@pytest.mark.parametrize(
    ("asked", "made"), [(["report", "--out", "page.html", "-"], "page.html"), (["export", "csv", "-", "--out", "e.csv"], "e.csv")]
)
def test_other_verbs_answer_from_articles_alone(command: Run, tmp_path: Path, asked: list[str], made: str) -> None:
    assert command(*asked, stdin=piped()).returncode == 0
    assert "timber" in (tmp_path / made).read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == [made]
