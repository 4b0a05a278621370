"""What holds for every format, and the verb that writes them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

from parsers.article import Article
from parsers.errors import InputError
from tests.exports.conftest import HOSTILE, Write
from timeline import Timeline
from timeline.cli.app import app
from timeline.cli.export import Format
from timeline.event import Event
from timeline.exports import EXPORTERS, export, named
from timeline.exports.reference import markdown

NAMES = [exporter.name for exporter in EXPORTERS]
TEXTS = [name for name in NAMES if name not in ("parquet", "xlsx")]
ARTICLE = "On February 25, 2022, Japan froze the assets of three Russian banks. In response, Russia banned exports of timber to Japan."
FRESH = """
import sys, hashlib, json
from tests.exports.conftest import HOSTILE, articles_of_story, events_of_story
from timeline.exports import EXPORTERS, export
events = [*HOSTILE, *events_of_story()][::-1]
print(json.dumps({one.name: hashlib.sha256(export(one.name, events, articles_of_story()).data).hexdigest() for one in EXPORTERS}))
"""


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_format_says_what_it_holds_and_what_it_leaves_out(exporter: object) -> None:
    one = named(getattr(exporter, "name", ""))
    assert one.holds.endswith((".", "`."))
    assert one.leaves_out
    assert one.suffix.startswith(".")
    assert bool(one.extra) == bool(one.needs)


def test_the_page_about_the_exports_is_the_one_that_the_exporters_give(root: Path) -> None:
    assert (root / "docs" / "exports.md").read_text(encoding="utf-8") == markdown(), "docs/exports.md is not up to date: make docs"


def test_the_same_events_give_the_same_bytes_in_another_process_and_order(events: list[Event], articles: list[Article], root: Path) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, encoding="utf-8", env=environment, cwd=root, check=True)
    elsewhere = json.loads(done.stdout)
    assert elsewhere.keys() == set(NAMES)
    for name in NAMES:
        assert sha256(export(name, [*events, *HOSTILE], articles).data).hexdigest() == elsewhere[name]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("seen", ["events", "hostile", "nothing"])
def test_text_is_utf8_without_anything_that_a_terminal_obeys(name: str, seen: str, write: Write) -> None:
    text = write(name, {"events": None, "hostile": HOSTILE, "nothing": []}[seen]).decode()
    controls = {char for char in text if (char < " " or "\x7f" <= char < "\xa0" or char in "\u202e\u2066\ufffe\uffff")}
    assert controls <= ({"\r", "\n"} if name == "ics" else {"\n", "\t"})


# The DataFrame behind csv and parquet takes no such text, and no store can hold it.
@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("csv", "parquet")])
def test_half_of_a_character_is_no_reason_to_fail(name: str) -> None:
    broken = HOSTILE[0].model_copy(update={"authority": "a\ud800b", "attribution": "\udfff"})
    assert export(name, [broken]).data


@pytest.mark.parametrize("name", ["parquet", "xlsx"])
def test_a_missing_library_is_one_line_that_says_what_to_install(name: str, events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, named(name).needs, None)
    with pytest.raises(InputError, match=rf"pip install 'sanctions-timeline\[{named(name).extra}\]'") as error:
        export(name, events)
    assert "\n" not in str(error.value)


def test_an_unknown_format_is_named_with_those_that_are_known() -> None:
    with pytest.raises(InputError, match=r"'docx'.*csv, jsonl"):
        export("docx", [])


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.db"
    with Timeline.open(path) as timeline:
        timeline.append(Article(id="tokyo", text=ARTICLE, published="2022-03-02", language="en", title="Tokyo answers"))
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments])


def test_the_command_knows_every_format() -> None:
    assert list(get_args(Format)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_command_writes_what_the_library_writes(name: str, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / f"file{named(name).suffix}"
    done = run(name, "--store", str(store), "--out", str(out), "--imposer", "JP")
    assert (done.exit_code, done.stderr.splitlines()[0].split(" in ")[1]) == (0, str(out))
    with Timeline.open(store) as timeline:
        written = timeline.export(name, imposer=["JP"])
    assert out.read_bytes() == written.data
    assert done.stderr.startswith(f"{written.events} event")
    assert ("left out" in done.stderr) == bool(written.left_out)
    assert run(name, "--store", str(store), "--out", "-", "--imposer", "JP").stdout_bytes == written.data


def test_what_is_left_out_is_counted_on_standard_error(store: Path) -> None:
    done = run("ics", "--store", str(store), "--out", "-")
    assert (done.exit_code, done.stderr) == (0, "timeline: 2 events left out: 2 no day of effect or expiry\n")


def test_csv_of_events_and_csv_of_export_are_one(store: Path) -> None:
    listed = CliRunner().invoke(app, ["events", "--format", "csv", "--store", str(store)])
    assert listed.stdout_bytes == run("csv", "--store", str(store), "--out", "-").stdout_bytes
    lines = CliRunner().invoke(app, ["events", "--format", "jsonl", "--with-mentions", "--store", str(store)])
    assert lines.stdout_bytes == run("jsonl", "--store", str(store), "--out", "-").stdout_bytes


def test_the_list_says_of_each_format_what_it_leaves_out() -> None:
    done = run("--list")
    shown = " ".join(done.stdout.split())
    assert done.exit_code == 0
    for exporter in EXPORTERS:
        assert f"{exporter.name} ({exporter.suffix})" in shown
        assert all(" ".join(words.split()) in shown for words in exporter.leaves_out)


@pytest.mark.parametrize(("arguments", "words"), [((), "--list"), (("csv",), "--out"), (("docx", "--out", "x"), "jsonl")])
def test_misuse_says_what_is_missing(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_missing_library_ends_the_command_with_one_line(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    done = run("xlsx", "--store", str(store), "--out", str(tmp_path / "events.xlsx"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "timeline: xlsx needs xlsxwriter, which is not installed: pip install 'sanctions-timeline[xlsx]'\n"
    assert not (tmp_path / "events.xlsx").exists()
