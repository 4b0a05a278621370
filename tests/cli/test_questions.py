"""The verbs that ask: conflicts, chain, diff, verify, runs, and the questions of events, through the real command and a real store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FREEZE = "{} froze the assets of three Russian banks on {}, 2022."


@pytest.fixture
def filled(command: Run, article: Path, tmp_path: Path) -> Run:
    """The command in a folder whose timeline has a measure, its answer, and two articles that disagree about a day."""
    for name, publisher, day in (("one", "Alpha", "March 7"), ("two", "Beta", "March 8")):
        head = f"---\npublished: 2022-03-10\npublisher: {publisher}\nlanguage: en\n---\n"
        (tmp_path / f"{name}.txt").write_text(head + FREEZE.format("Canada", day) + f" So {publisher} tells.\n", encoding="utf-8")
    assert command("append", article.name).returncode == 0
    assert command("append", "one.txt", "two.txt").returncode == 0
    return command


def id_of(command: Run, imposer: str) -> str:
    return str(json.loads(command("events", "--imposer", imposer, "--format", "jsonl").stdout.splitlines()[0])["event_id"])


def test_events_in_force_say_how_certain_that_is(filled: Run) -> None:
    rows = json.loads(filled("events", "--in-force-on", "2022-02-28", "--format", "json").stdout)
    assert [(row["imposer"], row["certainty"], row["certainty_reason"]) for row in rows] == [("JP", "yes", "since 2022-02-25")]
    done = filled("events", "--in-force-on", "2022-05-01", "--format", "csv")
    assert [row["certainty"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["yes", "yes", "yes"]
    assert "certainty,certainty_reason,event_id" in filled("events", "--in-force-on", "2022-05-01", "--format", "csv").stdout
    assert "CERTAINTY" not in filled("events").stdout


def test_events_to_come_count_from_the_day_that_is_given(filled: Run) -> None:
    rows = json.loads(filled("events", "--effective-within", "1w", "--today", "2022-02-25", "--format", "json").stdout)
    assert [row["imposer"] for row in rows] == ["JP", "RU"]
    assert json.loads(filled("events", "--effective-within", "30d", "--format", "json").stdout) == []


def test_new_events_are_those_since_a_run(filled: Run) -> None:
    rows = [line.split() for line in filled("runs").stdout.splitlines()]
    assert rows == [["RUN", "KIND", "ARTICLES", "EVENTS"], ["1", "append", "1", "2"], ["2", "append", "2", "1"]]
    assert {row["imposer"] for row in json.loads(filled("events", "--new-since", "1", "--format", "json").stdout)} == {"CA"}
    done = filled("events", "--new-since", "9")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "has no run 9, the last is 2" in done.stderr


def test_conflicts_give_each_value_with_its_articles_and_the_rule(filled: Run) -> None:
    (conflict,) = json.loads(filled("conflicts", "--format", "json").stdout)
    assert conflict["field"] == "announced"
    assert {value["value"]: len(value["articles"]) for value in conflict["values"]} == {"2022-03-07": 1, "2022-03-08": 1}
    assert conflict["chosen"] == "2022-03-07"
    assert conflict["rule"] == "as many sources tell each value; the first is taken"
    done = filled("conflicts")
    assert "1 conflict on 1 event" in done.stderr
    assert "No article contradicts another." in filled("conflicts", "--imposer", "JP").stderr


def test_a_chain_shows_who_answered_whom(filled: Run) -> None:
    blow, answer = id_of(filled, "JP"), id_of(filled, "RU")
    lines = filled("chain", answer).stdout.splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["2022-02-25", ">"]
    assert f'response to {blow} ("In response"' in lines[2] or f'response to {blow} ("in response"' in lines[2]
    chain = json.loads(filled("chain", blow, "--format", "json").stdout)
    assert [(one["type"], one["from"], one["to"]) for one in chain["links"]] == [("response_to", answer, blow)]
    assert "No link leads" in filled("chain", id_of(filled, "CA")).stderr
    assert filled("chain", "nothing").returncode == 2


def test_a_difference_between_two_timelines_and_between_two_days(filled: Run, article: Path) -> None:
    filled("append", article.name, "--store", "old.db")
    done = filled("diff", "old.db", "timeline.db")
    assert done.stderr.splitlines()[-1] == "1 added, 0 gone, 0 events changed"
    days = json.loads(filled("diff", "2022-03-05", "2022-03-31", "--format", "json").stdout)
    assert [event["imposer"] for event in days["added"]] == ["CA"]
    assert filled("diff", "old.db", "old.db").stderr == "No difference.\n"
    assert "no timeline here" in filled("diff", "old.db", "missing.db").stderr


def test_a_reference_is_held_against_the_table(filled: Run, tmp_path: Path) -> None:
    rows = ["ref_id,imposer,instrument,announced", "j1,JP,asset_freeze,2022-02-25"]
    (tmp_path / "good.csv").write_text("\n".join(rows) + "\n")
    done = filled("verify", "good.csv")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "1 matched, 0 date differs, 0 missing, 0 extra")
    (tmp_path / "other.csv").write_text("\n".join([*rows, "j2,JP,tariff,2022-02-25", "c1,CA,asset_freeze,2022-03-12"]) + "\n")
    done = filled("verify", "other.csv", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["counts"] == {"matched": 1, "date differs": 1, "missing": 1, "extra": 0}
    done = filled("verify", "missing.csv")
    assert (done.returncode, "missing.csv" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "verb", [["conflicts"], ["chain", "x"], ["diff", "2022-01-01", "2022-02-01"], ["verify", "r.csv"], ["runs"]], ids=str
)
def test_a_question_makes_no_store(command: Run, tmp_path: Path, verb: list[str]) -> None:
    done = command(*verb)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no timeline here" in done.stderr
    assert list(tmp_path.iterdir()) == []
