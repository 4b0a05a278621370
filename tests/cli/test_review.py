"""The verbs that judge events, as a person types them, and what the table says afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILE = Path("timeline.db.judgements.jsonl")


@pytest.fixture
def judged(command: Callable[..., Any], article: Path) -> Callable[..., Any]:
    """The command on a timeline that holds the article, with a name and a day for those who judge."""
    command("append", str(article))

    def run(*arguments: str, **rest: str) -> Any:
        return command(*arguments, **{"TIMELINE_AUTHOR": "Ann"} | rest)

    return run


def events(run: Callable[..., Any]) -> dict[str, dict[str, Any]]:
    return {row["imposer"]: row for row in map(json.loads, run("events", "--format", "jsonl").stdout.splitlines())}


def test_an_edit_is_shown_by_every_verb_and_outlasts_reparse(judged: Callable[..., Any]) -> None:
    name = events(judged)["JP"]["event_id"]
    done = judged("edit", name, "announced", "2022-02-26", "--why", "the gazette says so", "--day", "2022-03-20")
    assert (done.returncode, done.stderr.split(": ", 1)[1]) == (0, f"edit {name}: announced 2022-02-25 → 2022-02-26\n")
    assert "2022-02-26" in judged("events").stdout
    assert judged("reparse").returncode == 0
    row = events(judged)["JP"]
    assert (row["announced"], row["judged"][0]["machine"], row["judged"][0]["day"]) == ("2022-02-26", "2022-02-25", "2022-03-20")
    explained = judged("explain", name).stdout
    assert "judged by Ann on 2022-03-20 (edit j-" in explained
    assert "announced is 2022-02-26; the machine says 2022-02-25; because: the gazette says so" in explained
    assert "edit announced" in judged("events", "--format", "csv").stdout
    [line] = FILE.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["replaced"] == "2022-02-25"


def test_accepting_rejecting_and_taking_back(judged: Callable[..., Any]) -> None:
    found = events(judged)
    japan, russia = (found[code]["event_id"] for code in ("JP", "RU"))
    assert judged("accept", japan, russia).stderr.count("accept") == 2
    assert judged("reject", russia, "--why", "a rumour").returncode == 0
    assert list(events(judged)) == ["JP"]
    assert "struck from the table; because: a rumour" in judged("explain", russia).stdout
    assert judged("review", "--undo", "last").stderr.startswith("taken back: j-")
    assert list(events(judged)) == ["JP", "RU"]
    assert judged("accept", japan).stderr.endswith("which stood already\n")


def test_putting_together_telling_apart_and_adding(judged: Callable[..., Any]) -> None:
    found = events(judged)
    japan, russia = (found[code]["event_id"] for code in ("JP", "RU"))
    assert f"merge {japan} and {russia}, now {japan}" in judged("merge", japan, russia).stderr
    assert len(events(judged)) == 1
    assert judged("split", japan, "2").returncode == 0
    assert len(events(judged)) == 2
    refused = judged("merge", *(row["event_id"] for row in events(judged).values()))
    assert (refused.returncode, "timeline review --undo j-" in refused.stderr) == (2, True)
    added = judged(
        "add", "US", "tariff", "--target", "RU", "--announced", "2022-03", "--quote", "Tariffs rise.", "--url", "https://example.org"
    )
    assert added.returncode == 0
    assert (events(judged)["US"]["announced"], events(judged)["US"]["quote"], events(judged)["US"]["n_sources"]) == (
        "2022-03",
        "Tariffs rise.",
        1,
    )
    assert judged("not-same", events(judged)["US"]["event_id"], events(judged)["JP"]["event_id"]).returncode == 0
    assert judged("review", "--status").returncode == 0
    assert [row["kind"] for row in json.loads(judged("review", "--status", "--format", "json").stdout)].count("not-same") == 1


def test_status_lists_what_moved_and_ends_with_one(judged: Callable[..., Any], article: Path) -> None:
    name = events(judged)["JP"]["event_id"]
    judged("edit", name, "announced", "2022-02-26", "--why", "gazette")
    assert judged("review", "--status").stderr.endswith("1 judgement in force, 0 to look at\n")
    article.write_text(article.read_text(encoding="utf-8").replace("February 25", "February 24"), encoding="utf-8")
    Path("other.txt").write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    FILE.write_text(FILE.read_text(encoding="utf-8").replace('"quote": "Japan', '"quote": "Tokyo'), encoding="utf-8")
    status = judged("review", "--status")
    assert status.returncode == 1
    assert "moved" in status.stdout
    assert "1 judgements" not in status.stdout
    appended = judged("append", "other.txt")
    assert (appended.returncode, "timeline review --status" in appended.stderr) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("edit", "{JP}", "announced", "2022-02-31", "--why", "x"), "announced: '2022-02-31' is no date"),
        (("edit", "{JP}", "mood", "bad", "--why", "x"), "no field 'mood' to set; fields: imposer"),
        (("edit", "{JP}", "announced", "2022"), "say why"),
        (("accept", "nobody"), "no event 'nobody'"),
        (("accept", "{JP}", "--day", "yesterday"), "no day of the form YYYY-MM-DD"),
        (("split", "{JP}", "1"), "leave at least one"),
        (("not-same", "{JP}", "{JP}"), "are one event"),
        (("add", "Japan", "tariff"), "is no jurisdiction"),
        (("review", "--undo", "j-nothing"), "no judgement 'j-nothing'"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line_and_written_nowhere(
    judged: Callable[..., Any], arguments: tuple[str, ...], words: str
) -> None:
    name = events(judged)["JP"]["event_id"]
    done = judged(*(argument.replace("{JP}", name) for argument in arguments))
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr
    assert not FILE.exists()


def test_a_lost_file_is_named_and_made_again_by_the_next_judgement(judged: Callable[..., Any]) -> None:
    name = events(judged)["JP"]["event_id"]
    judged("edit", name, "count", "8", "--why", "counted")
    FILE.unlink()
    status = judged("review", "--status")
    assert (status.returncode, "timeline.db.judgements.jsonl: is gone" in status.stderr) == (1, True)
    assert events(judged)["JP"]["count"] == 8
    judged("accept", name)
    assert len(FILE.read_text(encoding="utf-8").splitlines()) == 2
    assert judged("review", "--status").returncode == 0


def test_a_broken_line_stops_every_verb_and_is_named(judged: Callable[..., Any]) -> None:
    FILE.write_text("{}\n", encoding="utf-8")
    done = judged("events")
    assert (done.returncode, done.stdout) == (2, "")
    assert "timeline.db.judgements.jsonl, line 1: " in done.stderr


def test_another_file_can_be_named_by_option_or_environment(judged: Callable[..., Any]) -> None:
    name = events(judged)["JP"]["event_id"]
    assert judged("edit", name, "count", "8", "--why", "x", "--judgements", "team.jsonl").returncode == 0
    assert judged("accept", name, TIMELINE_JUDGEMENTS="team.jsonl").returncode == 0
    assert len(Path("team.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert not FILE.exists()


def test_who_judges_is_whom_git_names(judged: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(Path("gitconfig").absolute()))
    Path("gitconfig").write_text("[user]\n\tname = Grace Hopper\n", encoding="utf-8")
    judged("accept", events(judged)["JP"]["event_id"], TIMELINE_AUTHOR="")
    assert json.loads(FILE.read_text(encoding="utf-8"))["author"] == "Grace Hopper"
