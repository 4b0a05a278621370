"""The real command on real files in an empty folder: in this process where only its answers matter, else in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from timeline.cli.app import app


class Done(NamedTuple):
    """How a run ended and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]
ARTICLE = """---
title: Tokyo answers
published: 2022-03-02
publisher: Example Wire
language: en
---
On February 25, 2022, Japan froze the assets of three Russian banks. In response, Russia banned exports of timber to Japan on March 1, 2022.
"""


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("TIMELINE_STORE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def command() -> Run:
    """Run ``timeline`` with these arguments; ``stdin`` is what the pipe before it sends, the rest goes into the environment."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> Done:
        result = CliRunner().invoke(app, list(arguments), input=stdin, env=environment)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def process() -> Run:
    """The same in a process of its own, through its console entry."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> Done:
        command = [sys.executable, "-m", "timeline", *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", env=os.environ | environment, check=False)
        return Done(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with an article that reports a measure and the answer to it."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
