"""``timeline extract``: what it reads, what it prints, and what it does with an article that it cannot read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from parsers import Mention
from tests.cli.conftest import ARTICLE, Run

TEXT = ARTICLE.split("---\n")[2]
FIELDS = {name for name in Mention.model_fields if name not in ("reasons", "warnings")}


def line(**fields: object) -> str:
    return json.dumps({"id": "a-1", "published": "2022-03-02", "language": "en", "title": "Tokyo answers", "text": TEXT} | fields) + "\n"


def test_a_line_in_gives_its_mentions_out(command: Run) -> None:
    done = command("extract", "--format", "jsonl", "-", stdin=line() + line(id="a-2"))
    assert (done.returncode, done.stderr) == (0, "")
    mentions = [json.loads(each) for each in done.stdout.splitlines()]
    assert [each["article"] for each in mentions] == ["a-1"] * 2 + ["a-2"] * 2
    assert {(each["imposer"], each["instrument"], each["announced"]) for each in mentions} == {
        ("JP", "asset_freeze", "2022-02-25"),
        ("RU", "export_restriction", "2022-03-01"),
    }
    for each in mentions:
        assert set(each) == FIELDS
        assert TEXT[each["start"] : each["end"]] == each["quote"]
        assert isinstance(each["targets"], list)
        assert each["effective"] is None


def test_reasons_are_given_when_asked_for(command: Run) -> None:
    done = command("extract", "-", "--reasons", stdin=line())
    assert all(json.loads(each)["reasons"] for each in done.stdout.splitlines())


def test_a_bad_line_is_named_and_the_others_are_answered(command: Run) -> None:
    done = command("extract", "-", stdin=line() + "{broken\n" + line(id="bad", published="2022-13-45") + line(id="a-3"))
    assert done.returncode == 1
    assert {json.loads(each)["article"] for each in done.stdout.splitlines()} == {"a-1", "a-3"}
    assert [each[:34] for each in done.stderr.splitlines()] == ["timeline: standard input: line 2: ", "timeline: standard input: line 3: "]


def test_nothing_readable_is_bad_input(command: Run) -> None:
    done = command("extract", "missing.txt", stdin="")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "timeline: missing.txt: no such file or folder; check the path\n"


def test_files_and_a_table_for_reading(command: Run, article: Path) -> None:
    done = command("extract", str(article), "--format", "table")
    header, *rows = done.stdout.splitlines()
    assert header.split() == "ARTICLE IMPOSER INSTRUMENT ACTION STATUS TARGETS ANNOUNCED EFFECTIVE QUOTE".split()
    assert len(rows) == 2
    assert "JP       asset_freeze" in rows[0]


def test_an_article_is_answered_before_the_next_one_is_sent() -> None:
    command = [sys.executable, "-m", "timeline", "extract", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdin
        assert running.stdout
        for name in ("first", "second"):
            running.stdin.write(line(id=name))
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["article"] == name
            running.stdout.readline()
        running.stdin.close()
        assert running.wait() == 0


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "timeline", "extract", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        running.stdin.write(line().encode())
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


def test_no_escape_sequence_reaches_the_terminal(command: Run) -> None:
    text = "Japan \x1b[31mfroze\x9b31m assets\u202e of Russian\x07 banks on February 25, 2022. " + TEXT
    for form in ("table", "jsonl"):
        done = command("extract", "-", "--format", form, stdin=line(text=text))
        assert done.stdout
        assert not set("\x1b\x9b\x07\u202e") & set(done.stdout)
    assert any("\x1b" in json.loads(each)["quote"] or "\x1b" in text for each in done.stdout.splitlines())


def test_other_languages_than_english_are_read_as_nothing_and_not_as_an_error(command: Run) -> None:
    done = command("extract", "-", stdin=line(language="tlh"))
    assert (done.returncode, done.stdout) == (0, "")
