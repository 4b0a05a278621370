"""Full disks, read-only files, locks, crowds of writers: a clear error or a wait, never a broken or doubled row."""

from __future__ import annotations

import hashlib
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.kills import CORPUS, store_in
from timeline.query import Timeline

FULL = 450_000  # bytes after which no file can grow in the process under test
COMMAND = [sys.executable, "-m", "timeline"]


def full() -> None:
    """From here on the process finds the disk full where a file would grow beyond the limit."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))


def alone() -> dict[str, str]:
    """The environment without what has a process write down which lines it ran: that would meet the full disk too."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def values(path: Path) -> list[str]:
    """What the events of a store say, without the ids, which depend on who came first."""
    with Timeline.open(path) as timeline:
        assert timeline.check() == []
        found = timeline.event_list()
    names = {name: f"{one.imposer} {one.instrument} {one.quote}" for one in found for name in (one.event_id, *one.aliases)}
    links = {one.event_id: sorted(f"{link.type} {names[link.to]}" for link in one.links) for one in found}
    shown = [one.model_dump(mode="json", exclude={"event_id", "aliases", "links"}) | {"links": links[one.event_id]} for one in found]
    return sorted(map(str, shown))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the articles come to when nothing is in the way."""
    path = tmp_path_factory.mktemp("undisturbed") / "timeline.db"
    with Timeline.open(path) as timeline:
        timeline.append(CORPUS)
    return values(path)


def test_a_full_disk_is_named_and_the_same_command_goes_on_when_there_is_room(tmp_path: Path, undisturbed: list[str]) -> None:
    store = store_in(tmp_path)
    command = [*COMMAND, "append", *map(str, CORPUS), "--store", str(store)]
    done = subprocess.run(command, preexec_fn=full, capture_output=True, text=True, check=False, env=alone())
    assert done.returncode in (1, 2)
    assert "check the free space" in done.stderr
    assert "Traceback" not in done.stderr
    with Timeline.open(store) as timeline:
        assert timeline.check() == []
        assert len(timeline.articles()) < len(CORPUS)
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert values(store) == undisturbed


def test_a_backup_onto_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with Timeline.open(store_in(tmp_path)) as timeline:
        timeline.append(CORPUS)
    assert store_in(tmp_path).stat().st_size > FULL
    command = [*COMMAND, "backup", str(tmp_path / "kept.backup"), "--store", str(store_in(tmp_path))]
    done = subprocess.run(command, preexec_fn=full, capture_output=True, text=True, check=False, env=alone())
    assert done.returncode == 2
    assert "kept.backup: could not be written" in done.stderr
    assert not list(tmp_path.glob("kept*"))


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A store that may be read and not be written, seen by somebody who is not root, for root may write anywhere."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Timeline.open(store_in(folder)) as timeline:
            timeline.append(CORPUS[0])
            timeline.events(), timeline.check()  # loads what somebody else may not be allowed to read
        with sqlite3.connect(store_in(folder)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()
        store_in(folder).chmod(0o444)
        folder.chmod(0o555)
        if user == 0:
            os.seteuid(65534)
        yield store_in(folder)
        os.seteuid(user)
        folder.chmod(0o755)


def test_a_store_that_may_only_be_read_answers_and_refuses_to_append(read_only: Path) -> None:
    before = hashlib.sha256(read_only.read_bytes()).hexdigest()
    with Timeline.open(read_only) as timeline:
        assert len(timeline.events()) > 0
        assert timeline.check() == []
        ((_, error),) = timeline.append(CORPUS[1]).failures
    assert "could not be stored" in error
    assert "permissions" in error
    assert hashlib.sha256(read_only.read_bytes()).hexdigest() == before


def test_a_writer_waits_for_another_that_holds_the_store(tmp_path: Path) -> None:
    Timeline.open(store_in(tmp_path)).close()
    holder = sqlite3.connect(store_in(tmp_path), isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    release = threading.Timer(1.0, lambda: holder.execute("COMMIT"))
    release.start()
    with Timeline.open(store_in(tmp_path)) as timeline:
        assert timeline.append(CORPUS[0]).added == 1
    release.join()
    holder.close()


def test_eight_writers_of_the_same_and_of_different_articles_store_each_once(tmp_path: Path, undisturbed: list[str]) -> None:
    store = str(store_in(tmp_path))
    shares = [CORPUS[start::4] for start in range(4)] * 2
    command = [*COMMAND, "append", "--store", store]
    writers = [subprocess.Popen([*command, *map(str, share)], stderr=subprocess.PIPE, text=True) for share in shares]
    told = [writer.communicate()[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8, told
    with Timeline.open(store) as timeline:
        assert len(timeline.articles()) == len(CORPUS)
    assert values(Path(store)) == undisturbed


def test_the_same_articles_give_the_same_bytes_whatever_the_hashes(tmp_path: Path) -> None:
    assert _made(tmp_path / "1", PYTHONHASHSEED="1") == _made(tmp_path / "2", PYTHONHASHSEED="4294967295")


def _made(folder: Path, **environment: str) -> list[str]:
    """The digests of the exports and of the report of a store made in a process of its own."""
    folder.mkdir()
    code = (
        "from timeline import Timeline; from timeline.exports import EXPORTERS; from tests.faults.kills import CORPUS\n"
        "with Timeline.open('timeline.db') as timeline:\n"
        "    timeline.append(CORPUS); timeline.report('page.html')\n"
        "    for form in EXPORTERS: timeline.export(form.name, f'out.{form.name}')"
    )
    paths = os.pathsep.join([str(Path(__file__).parent.parent.parent), os.environ.get("PYTHONPATH", "")])
    subprocess.run([sys.executable, "-c", code], cwd=folder, env=os.environ | environment | {"PYTHONPATH": paths}, check=True)
    return [f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sorted(folder.iterdir()) if path.suffix != ".db"]
