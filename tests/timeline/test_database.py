"""Opening a store: created, brought up to date, refused - and left alone where it is refused."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from parsers.errors import InputError
from timeline.query import Timeline
from timeline.store import database
from timeline.store.tables import metadata


def test_a_missing_store_is_created_with_readers_and_writers_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Timeline.open(path) as timeline:
        assert timeline.summary()["events"] == 0
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("SELECT value FROM meta WHERE key = 'application'").fetchone() == ("sanctions-timeline",)


def test_an_sqlalchemy_url_and_an_empty_file_will_do_as_well(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for where in (f"sqlite:///{tmp_path / 'url.db'}", tmp_path / "empty.db"):
        with Timeline.open(where) as timeline:
            assert timeline.articles() == []


def test_migrations_make_exactly_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    with Timeline.open(tmp_path / "new.db") as timeline, timeline._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert ScriptDirectory.from_config(database._config()).get_current_head() == database.HEAD


def test_foreign_keys_are_kept(tmp_path: Path) -> None:
    with Timeline.open(tmp_path / "new.db") as timeline, timeline._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def refused(path: Path, words: str) -> None:
    """The store is refused in these words, on one line, and not a byte of it changes."""
    before = path.read_bytes()
    with pytest.raises(InputError, match=words) as caught:
        Timeline.open(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "notes.txt").write_text("Not a database, and long enough to be read as one.\n" * 100)
    refused(path, "is no SQLite file")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    refused(path, "belongs to another program")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (name TEXT)")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    refused(path, "belongs to another program")


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Timeline.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    refused(path, "made by a newer version")


def test_a_damaged_database_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "broken.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    refused(path, "cannot be opened")


@pytest.mark.parametrize(("name", "words"), [("no/such/folder.db", "does not exist"), (".", "is a folder")])
def test_a_place_where_no_file_can_be_is_named(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        Timeline.open(tmp_path / name)


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    Timeline.open(tmp_path / "loads what it needs.db")
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        if user == 0:
            os.seteuid(65534)  # nobody: root may write anywhere
        try:
            with pytest.raises(InputError, match="check the path, the permissions"):
                Timeline.open(Path(folder) / "new.db")
        finally:
            os.seteuid(user)


@pytest.mark.parametrize("url", ["nosuchdatabase://host/name", "not a url://"])
def test_an_address_that_leads_nowhere_is_named(url: str) -> None:
    with pytest.raises(InputError, match=r"no driver|no SQLAlchemy URL"):
        Timeline.open(url)


def test_two_processes_that_create_one_store_at_once_both_get_it(tmp_path: Path, root: Path) -> None:
    code = f"from timeline import Timeline; print(Timeline.open({str(tmp_path / 'new.db')!r}).summary()['events'])"
    both = [subprocess.Popen([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in both] == ["0", "0"]


def test_a_copied_store_is_the_store(tmp_path: Path, corpus: Path) -> None:
    with Timeline.open(tmp_path / "one.db") as timeline:
        timeline.append(next(iter(sorted(corpus.glob("*.txt")))))
        wanted = [event.as_json() for event in timeline.event_list()]
    shutil.copy(tmp_path / "one.db", tmp_path / "two.db")
    with Timeline.open(tmp_path / "two.db") as copied:
        assert [event.as_json() for event in copied.event_list()] == wanted
