"""``timeline bulk`` as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from timeline.cli.progress import expected


def line(number: int) -> str:
    text = f"Japan froze the assets of bank {number} on {number + 1} March 2022."
    return json.dumps({"id": f"a{number}", "text": text, "published": "2022-05-01"}) + "\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (path := tmp_path / "many.jsonl").write_text("".join(map(line, range(12))) + "{broken\n")
    return path


def test_bulk_says_what_it_did_and_what_failed(process: Any, source: Path, tmp_path: Path) -> None:
    done = process("bulk", str(source), "--out", "out", "--processes", "1")
    assert done.returncode == 1
    assert "articles: 12 added, 0 corrected, 0 unchanged" in done.stderr
    assert "many.jsonl" in done.stderr
    assert "line 13" in done.stderr
    assert len(list((tmp_path / "out" / "events").glob("month=*/*.parquet"))) == 1
    listed = process("events", "--store", "out/_timeline.db", "--format", "jsonl")
    assert sum(json.loads(each)["n_articles"] for each in listed.stdout.splitlines()) == 12


def test_how_much_there_is_to_read_is_known_beforehand_where_it_can_be(source: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x")
    assert expected([str(source), str(tmp_path / "one.txt")]) == 14
    assert expected([str(tmp_path)]) == 14
    (tmp_path / "packed.zip").write_bytes(b"PK")
    assert expected([str(tmp_path / "packed.zip")]) is None
