"""The command as such: help, misuse, completion, and how errors look."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cli.conftest import Run
from timeline.cli.app import VERBS, app
from timeline.cli.reference import markdown

HEAVY = ("alembic", "dateparser", "htmldate", "jinja2", "numpy", "pandas", "plotly", "rapidfuzz", "sqlalchemy", "trafilatura")
HELP = """
import json, sys
from typer.testing import CliRunner
from timeline.cli.app import app
for words in json.loads(sys.argv[1]):
    assert CliRunner().invoke(app, words).exit_code == 0
print(json.dumps(sorted(name for name in sys.modules if "." not in name)))
"""


def loaded(*invocations: list[str]) -> set[str]:
    """The modules that a fresh interpreter has loaded once these were run."""
    done = subprocess.run([sys.executable, "-c", HELP, json.dumps(invocations)], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def called(verb: Callable[..., None]) -> str:
    """A verb as it is typed."""
    return verb.__name__.replace("_", "-")


def test_help_names_every_verb_and_the_exit_codes() -> None:
    shown = CliRunner().invoke(app, ["--help"])
    assert shown.exit_code == 0
    for verb in VERBS:
        assert f"\n  {called(verb)} " in shown.output
    assert "2 misuse or bad input" in shown.output


def test_help_loads_nothing_heavy() -> None:
    assert loaded(["--help"]).isdisjoint({*HEAVY, "pydantic", "parsers", "rich"})


def test_help_of_verbs_loads_nothing_that_works_on_articles() -> None:
    # typer itself checks options by pydantic once a verb is named.
    assert loaded(*([called(verb), "--help"] for verb in VERBS)).isdisjoint({*HEAVY, "parsers"})


@pytest.mark.parametrize("verb", [called(verb) for verb in VERBS])
def test_every_verb_explains_itself_and_its_options(verb: str) -> None:
    shown = CliRunner().invoke(app, [verb, "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    entries = shown.output.split("Options:\n")[1].split("\n  --")[1:]
    assert entries
    assert all(len(entry.split()) > 3 for entry in entries)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["evnts"], "Did you mean 'events'?"),
        (["extract", "--fromat", "jsonl", "-"], "--format"),
        (["extract"], "Missing argument"),
        (["events", "--format", "xml"], "jsonl"),
        (["events", "--min-confidence", "2"], "less than or equal to 1"),
    ],
)
def test_misuse_exits_with_2_and_says_what_is_meant(words: list[str], hint: str) -> None:
    shown = CliRunner().invoke(app, words)
    assert shown.exit_code == 2
    assert hint in shown.output


def test_version() -> None:
    shown = CliRunner().invoke(app, ["--version"])
    assert shown.exit_code == 0
    assert shown.output.startswith("timeline ")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("timeline ex", ["export", "extract", "explain"]),
        ("timeline events --status p", ["proposed"]),
        ("timeline vocabulary sc", ["scope"]),
    ],
)
def test_the_shell_completes_verbs_options_and_codes(process: Run, typed: str, offered: list[str]) -> None:
    words = {"_TIMELINE_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = process(**words)
    assert done.stdout.split() == offered


def test_debug_may_stand_anywhere_and_shows_the_traceback(process: Run, tmp_path: Path) -> None:
    store = str(tmp_path / "nowhere" / "timeline.db")
    plain = process("events", "--store", store)
    debug = process("events", "--store", store, "--debug")
    assert plain.returncode == 2
    assert plain.stderr.count("\n") == 1
    assert store in plain.stderr
    assert "Traceback" in debug.stderr


def test_the_reference_is_up_to_date(root: Path) -> None:
    assert (root / "docs" / "cli.md").read_text(encoding="utf-8") == markdown(), "run `make docs`"
