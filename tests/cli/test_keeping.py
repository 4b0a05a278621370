"""``check``, ``backup``, ``restore`` and ``stats`` as a user calls them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.cli.conftest import Run


def test_check_proves_the_store_and_a_backup_brings_it_back(command: Run, article: Path, tmp_path: Path) -> None:
    command("append", article.name)
    done = command("check")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "",
        "timeline.db: 1 article, 2 mentions, 2 events: whole, every quote stands in its article\n",
    )
    assert command("backup", "kept.backup").returncode == 0
    with sqlite3.connect(tmp_path / "timeline.db") as connection:
        connection.execute("UPDATE mentions SET quote = 'Japan did nothing' WHERE mention_id = 1")
    connection.close()
    done = command("check")
    assert done.returncode == 1
    assert "mention 1" in done.stdout
    assert json.loads(command("check", "--format", "jsonl").stdout.splitlines()[0])["place"] == "mention 1"
    assert command("restore", "kept.backup").returncode == 2
    assert command("restore", "kept.backup", "--replace").stderr.splitlines() == [
        "timeline.db: restored from kept.backup",
        "timeline.db.before-restore-1: what was there before",
    ]
    assert command("check").returncode == 0


def test_stats_counts_what_came_in_and_what_failed(command: Run, article: Path) -> None:
    command("append", article.name, "missing.txt")
    command("append", article.name, "missing.txt")
    rows = map(json.loads, command("stats", "--format", "jsonl").stdout.splitlines())
    counted = {(row["what"], row["name"]): row["number"] for row in rows}
    assert counted["reader", "text"] == 1
    assert counted["language", "en"] == 1
    assert counted["published from", "front matter"] == 1
    assert counted["instrument", "asset_freeze"] == 1
    assert counted["failure", "no such file or folder; check the path"] == 1
