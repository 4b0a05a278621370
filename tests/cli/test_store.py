"""The verbs that keep and ask: append, events, explain, articles, skipped, report, reparse, through the real command and a real store."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run
from timeline.frame import COLUMNS


@pytest.fixture
def filled(command: Run, article: Path) -> Run:
    """The command in a folder that has a timeline of one article."""
    assert command("append", article.name).returncode == 0
    return command


def test_append_says_what_it_did_and_a_second_time_changes_nothing(command: Run, article: Path) -> None:
    first = command("append", article.name)
    assert (first.returncode, first.stdout) == (0, "")
    assert "articles: 1 added, 0 corrected, 0 unchanged" in first.stderr
    assert "mentions: 2; events: 2 new (2 dated, 0 undated)" in first.stderr
    assert "timeline.db: 1 article, 2 mentions, 2 events (2 dated, 0 undated)" in first.stderr
    second = command("append", article.name)
    assert second.returncode == 0
    assert second.stderr.startswith("nothing changed: 1 article read")


def test_append_goes_on_past_what_fails_and_lists_it_at_the_end(command: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text("---\npublished: 2022-13-45\n---\nText.\n")
    (tmp_path / "empty.txt").touch()
    done = command("append", "missing.txt", "wrong.txt", "empty.txt", article.name)
    assert done.returncode == 1
    assert "1 added" in done.stderr
    assert "failed: 3" in done.stderr
    listed = [line.split(": ")[1] for line in done.stderr.splitlines() if line.startswith("timeline: ")]
    assert listed == ["missing.txt", "wrong.txt", "empty.txt"]
    assert "line 2: published '2022-13-45'" in done.stderr


def test_append_of_nothing_readable_is_bad_input(command: Run) -> None:
    done = command("append", "missing.txt")
    assert done.returncode == 2
    assert "nothing read" in done.stderr


def test_append_reads_json_lines_from_a_pipe(command: Run) -> None:
    line = json.dumps({"id": "wire-7", "published": "2022-03-02", "language": "en", "text": ARTICLE.split("---\n")[2]})
    assert command("append", "-", stdin=line).returncode == 0
    assert {event["article"] for event in map(json.loads, command("events", "--format", "jsonl").stdout.splitlines())} == {"wire-7"}


def test_append_counts_for_a_program_where_it_is_asked_to(command: Run, article: Path) -> None:
    done = command("append", article.name, "missing.txt", "--format", "json")
    told = json.loads(done.stdout)
    assert (told["added"], told["mentions"], told["events_new"], told["dated"], told["now"]["articles"]) == (1, 2, 2, 2, 1)
    assert [name for name, _ in told["failures"]] == ["missing.txt"]
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == ["missing.txt"]


def test_a_language_without_a_pack_is_kept_and_said(command: Run) -> None:
    done = command("append", "-", stdin=json.dumps({"text": "Qapla'.", "language": "tlh"}))
    assert done.returncode == 0
    assert "warning: no pack for language 'tlh'" in done.stderr


def test_the_store_is_the_option_else_the_environment_else_here(command: Run, article: Path, tmp_path: Path) -> None:
    command("append", article.name, "--store", "option.db", TIMELINE_STORE="environment.db")
    command("append", article.name, TIMELINE_STORE="environment.db")
    command("append", article.name, "--store", f"sqlite:///{tmp_path / 'address.db'}")
    command("append", article.name)
    assert {path.name for path in tmp_path.glob("*.db")} == {"option.db", "environment.db", "address.db", "timeline.db"}


@pytest.mark.parametrize("verb", ["events", "articles", "skipped", "report", "reparse"])
def test_a_question_makes_no_store(command: Run, tmp_path: Path, verb: str) -> None:
    done = command(verb)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("timeline: timeline.db: no timeline here")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", [["events"], ["append", "article.txt"]])
def test_a_file_that_is_no_store_is_left_alone(command: Run, article: Path, tmp_path: Path, verb: list[str]) -> None:
    (tmp_path / "notes.db").write_text("my notes")
    done = command(*verb, "--store", "notes.db")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "notes.db" in done.stderr
    assert (tmp_path / "notes.db").read_text() == "my notes"
    assert article.exists()


def test_events_as_table_json_lines_and_csv(filled: Run) -> None:
    done = filled("events")
    table = done.stdout.splitlines()
    assert table[0].split()[:4] == ["EVENT", "DATE", "IMPOSER", "INSTRUMENT"]
    assert [line.split()[1:4] for line in table[1:]] == [
        ["2022-02-25", "JP", "asset_freeze"],
        ["2022-03-01", "RU", "export_restriction"],
    ]
    assert done.stderr == "2 events\n"
    lines = [json.loads(line) for line in filled("events", "--format", "jsonl").stdout.splitlines()]
    assert lines == json.loads(filled("events", "--format", "json").stdout)
    assert "mentions" not in lines[0]
    rows = list(csv.DictReader(io.StringIO(filled("events", "--format", "csv").stdout)))
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert [row["event_id"] for row in rows] == [line["event_id"] for line in lines]
    assert (rows[0]["date_from"], rows[0]["targets"], rows[0]["effective"], rows[0]["count"]) == ("2022-02-25", "RU", "", "3")


def test_events_with_their_mentions(filled: Run) -> None:
    events = json.loads(filled("events", "--format", "json", "--with-mentions").stdout)
    assert all(event["mentions"][0]["quote"] for event in events)
    assert filled("events", "--with-mentions").returncode == 2


@pytest.mark.parametrize(
    ("filters", "imposers"),
    [
        (["--imposer", "JP"], ["JP"]),
        (["--imposer", "JP", "--imposer", "RU"], ["JP", "RU"]),
        (["--target", "JP"], ["RU"]),
        (["--instrument", "asset_freeze"], ["JP"]),
        (["--scope", "wood"], ["RU"]),
        (["--status", "proposed"], []),
        (["--action", "impose"], ["JP", "RU"]),
        (["--since", "2022-03"], ["RU"]),
        (["--until", "2022-02"], ["JP"]),
        (["--text", "TIMBER"], ["RU"]),
        (["--min-confidence", "1"], []),
        (["--imposer", "JP", "--since", "2022-03"], []),
    ],
)
def test_filters_leave_what_they_say(filled: Run, filters: list[str], imposers: list[str]) -> None:
    done = filled("events", "--format", "jsonl", *filters)
    assert done.returncode == 0
    assert [json.loads(line)["imposer"] for line in done.stdout.splitlines()] == imposers


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (["--instrument", "asset_freez"], "asset_freeze"),
        (["--imposer", "Japan"], "'Japan'"),
        (["--since", "soon"], "'soon'"),
        (["--until", "2022-13-45"], "'2022-13-45'"),
    ],
)
def test_an_unknown_code_or_date_in_a_filter_is_named(filled: Run, filters: list[str], words: str) -> None:
    done = filled("events", *filters)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_explain_shows_the_sentence_marked_and_a_reason_for_each_field(filled: Run) -> None:
    event = filled("events", "--imposer", "RU").stdout.splitlines()[1].split()[0]
    done = filled("explain", event)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == f"{event}: RU, Export restriction, imposed, in force"
    assert "not after 2022-03-02" in done.stdout or "not after 2022-03-01" in done.stdout
    (passage,) = [line.strip() for line in lines if "timber" in line and "March 1" in line]
    assert "[Russia]" in passage
    assert "[March 1, 2022]" in passage
    assert passage.replace("[", "").replace("]", "") == "In response, Russia banned exports of timber to Japan on March 1, 2022."
    fields = {line.split()[0]: line.split() for line in lines if line.startswith("   ")}
    assert {"imposer", "instrument", "targets", "announced", "date_basis"} <= set(fields)
    assert len(fields["instrument"]) > 2


def test_explain_of_an_unknown_event_says_where_ids_come_from(filled: Run) -> None:
    done = filled("explain", "JP-nothing")
    assert (done.returncode, done.stdout) == (2, "")
    assert "timeline events" in done.stderr


def test_articles_pipe_into_extract(filled: Run) -> None:
    assert "Tokyo answers" in filled("articles").stdout
    stored = filled("articles", "--format", "jsonl").stdout
    (article,) = [json.loads(line) for line in stored.splitlines()]
    assert (article["published"], article["published_from"]) == ("2022-03-02", "front matter")
    assert len(filled("extract", "-", stdin=stored).stdout.splitlines()) == 2


def test_skipped_says_why(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("---\nlanguage: en\n---\nAnalysts said the sanctions had little effect on banks.\n")
    filled("append", "b.txt")
    rows = [json.loads(line) for line in filled("skipped", "--format", "jsonl").stdout.splitlines()]
    assert all(row["reason"] and row["quote"] for row in rows)
    assert [row["quote"] for row in rows if "little effect" in row["quote"]]


def test_report_writes_one_page_with_the_chosen_events(filled: Run, tmp_path: Path) -> None:
    done = filled("report", "--out", "pages/japan.html", "--title", "Tokyo & its measures", "--imposer", "JP")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"1 event in {Path('pages/japan.html')}\n"
    page = (tmp_path / "pages" / "japan.html").read_text(encoding="utf-8")
    assert "Tokyo &amp; its measures" in page
    assert "timber" not in page.split("<script", 1)[0]


def test_a_page_that_cannot_be_written_is_named(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = filled("report", "--out", "file/page.html")
    assert done.returncode == 2
    assert done.stderr.startswith("timeline: file")


def test_reparse_changes_nothing_where_the_parser_is_the_same(filled: Run) -> None:
    before = filled("events", "--format", "jsonl", "--with-mentions").stdout
    done = filled("reparse")
    assert done.returncode == 0
    assert "0 read otherwise than before, 1 as before" in done.stderr
    assert filled("events", "--format", "jsonl", "--with-mentions").stdout == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(filled: Run, tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "timeline", "events", "--store", str(tmp_path / "timeline.db")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr == "timeline: the output cannot be written: No space left on device\n"
    assert filled("events").returncode == 0


def on_terminal(*arguments: str, columns: int = 100) -> str:
    """What the command writes to a terminal of that width."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "TERM": "xterm"}
    with subprocess.Popen([sys.executable, "-m", "timeline", *arguments], stdout=theirs, stderr=theirs, env=environment) as running:
        os.close(theirs)
        parts = []
        while part := _read(ours):
            parts.append(part)
        running.wait()
    os.close(ours)
    return b"".join(parts).decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # how Linux says that the other side is closed
        return b""


def test_a_terminal_shows_a_bar_and_a_pipe_none(command: Run, article: Path, tmp_path: Path) -> None:
    assert "Reading articles" in on_terminal("append", str(article), "--store", str(tmp_path / "a.db"))
    piped = command("append", str(article), "--store", str(tmp_path / "b.db"))
    assert "Reading articles" not in piped.stdout + piped.stderr


def test_a_table_fits_the_terminal_and_is_whole_in_a_pipe(filled: Run, tmp_path: Path) -> None:
    shown = on_terminal("events", "--store", str(tmp_path / "timeline.db"), columns=90).splitlines()
    assert len(shown) == 4
    assert max(map(len, shown)) <= 90
    assert "exports of timber" in filled("events").stdout
