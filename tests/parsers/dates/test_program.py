"""``python -m parsers.dates``: articles as JSON lines in, expressions out."""

from __future__ import annotations

import json
import subprocess
import sys


def run(feed: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "parsers.dates"]
    return subprocess.run(command, input=feed, capture_output=True, text=True, encoding="utf-8", check=False)


def test_one_line_out_for_each_expression() -> None:
    articles = [
        {"id": "a", "published": "2022-04-08", "text": "Łódź: on Thursday, and on 3 March 2022."},
        {"id": "b", "published": None, "text": "Nothing here."},
        {"id": "c", "text": "On February 25."},
    ]
    done = run("\n".join(json.dumps(each, ensure_ascii=False) for each in articles) + "\n\n")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["id"], row["value"], row["type"]) for row in rows] == [
        ("a", "2022-04-07", "DATE"),
        ("a", "2022-03-03", "DATE"),
        ("c", "XXXX-02-25", "DATE"),
    ]
    assert [str(articles[0]["text"])[row["start"] : row["end"]] for row in rows[:2]] == ["Thursday", "3 March 2022"]


def test_a_line_that_is_no_article_is_named() -> None:
    for line in ("no json", '{"id": "a"}', '{"text": "x", "published": "yesterday"}', "[1]"):
        done = run(line + "\n")
        assert done.returncode == 2
        assert done.stderr.startswith("parsers.dates: line 1: ")
        assert done.stderr.count("\n") == 1
