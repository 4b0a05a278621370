"""``doctor``, logs, and what a user sees where the program itself is at fault."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.cli.conftest import Run


def states(command: Run, *arguments: str) -> dict[str, tuple[str, str]]:
    """What the doctor says of each thing: its state and the way out."""
    rows = map(json.loads, command("doctor", "--format", "jsonl", *arguments).stdout.splitlines())
    return {row["what"]: (row["state"], row["way_out"]) for row in rows}


def test_the_doctor_changes_nothing_and_finds_this_machine_fit(command: Run, tmp_path: Path) -> None:
    found = states(command)
    for what in ("Python", "sqlalchemy", "store", "free space", "English pack"):
        assert found[what] == ("ok", "")
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_names_a_broken_store_and_the_way_out(command: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a database, and long enough to be read as one.\n" * 100)
    assert states(command, "--store", "notes.txt")["store"] == ("broken", "name another path for the store")
    assert command("doctor", "--store", "notes.txt").returncode == 1
    (tmp_path / "timeline.db.judgements.jsonl").write_text("{}\n")
    assert states(command)["judgements"][0] == "broken"


def test_the_doctor_leaves_an_older_store_as_it_is(command: Run, article: Path, tmp_path: Path) -> None:
    command("append", article.name)
    with sqlite3.connect(tmp_path / "timeline.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()
    rows = map(json.loads, command("doctor", "--format", "jsonl").stdout.splitlines())
    assert "brought up to date when it is next opened" in next(row["told"] for row in rows if row["what"] == "store")
    with sqlite3.connect(tmp_path / "timeline.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    connection.close()


def test_the_doctor_says_what_pictures_lack_without_a_browser(command: Run) -> None:
    state, way_out = states(command)["browser for PNG and SVG"] if command("doctor", PATH="").returncode else ("", "")
    assert (state, way_out) == ("", "")
    rows = map(json.loads, command("doctor", "--format", "jsonl", PATH="", CHROMIUM="").stdout.splitlines())
    browser = next(row for row in rows if row["what"] == "browser for PNG and SVG")
    assert browser["state"] == "missing"
    assert "install Chromium" in browser["way_out"]


def test_each_article_and_failure_is_logged_as_json_on_standard_error(process: Run, article: Path) -> None:
    done = process("append", article.name, "missing.txt", "--log-format", "json")
    told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    assert [(one["level"], one["event"]) for one in told] == [("info", "article read"), ("warning", "input failed")]
    assert (told[0]["kind"], told[0]["mentions"]) == ("added", 2)
    assert told[1]["input"] == "missing.txt"
    assert process("events", "--log-format=text").returncode == 0


def test_a_log_line_in_words_holds_nothing_that_a_terminal_obeys(process: Run) -> None:
    line = json.dumps({"id": "a\u001b[2J\u202eb", "language": "en", "text": "Japan froze the assets of three Russian banks."})
    done = process("append", "-", "--log-format", "text", stdin=line)
    assert " info article read article=a" in done.stderr
    assert not {"\u001b", "\u202e"} & set(done.stderr)


def test_a_fault_of_the_program_is_one_line_and_debug_shows_where(process: Run, article: Path, tmp_path: Path) -> None:
    process("append", article.name)
    with sqlite3.connect(tmp_path / "timeline.db") as connection:
        connection.execute("UPDATE events SET targets = 'RU'")  # no JSON, as no version ever writes it
    connection.close()
    done = process("events")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "--debug" in done.stderr
    assert "Traceback" in process("events", "--debug").stderr
