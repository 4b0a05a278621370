"""A PostgreSQL server for the tests: started in a temporary folder when the first test asks for it, gone after the last."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cached_property
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from timeline import Timeline

USER = "postgres"  # whom the server runs as where the tests run as root, since it refuses to run as root
# Nothing has to outlast a power cut of this machine, but what was committed has to outlast the server.
SETTINGS = "-c fsync=off -c full_page_writes=off -c max_connections=50 -c shared_buffers=32MB"


class Server:
    """A server of our own on a free port of this machine; each ``database`` is a new and empty one."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder, self.port = programs, folder, _free_port()
        self.password, self.numbers = secrets.token_hex(16), count()

    def start(self) -> None:
        word = self.folder / "password"
        word.write_text(self.password)
        if os.geteuid() == 0:
            for place in (self.folder, word):
                shutil.chown(place, USER)
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "tests", "--auth=scram-sha-256", f"--pwfile={word}", "--locale=C.UTF-8")
        where = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories=''"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-o", f"{where} {SETTINGS}", "-w", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")

    def restart(self) -> None:
        """Stop at once, as a power cut would, and start again."""
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-m", "immediate", "-w", "restart")

    def url(self, database: str, user: str = "tests", password: str | None = None) -> str:
        return f"postgresql+psycopg://{user}:{password or self.password}@127.0.0.1:{self.port}/{database}"

    @cached_property
    def tables(self) -> str:
        """A database that has the tables of a store, which are made once."""
        url = self.database("template0")
        Timeline.open(url).close()
        return url.rsplit("/", 1)[1]

    def database(self, template: str | None = None) -> str:
        """The address of a new database: a copy of ``template``, an empty store unless told."""
        template = template or self.tables
        name = f"store{next(self.numbers)}"
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        engine.dispose()
        return self.url(name)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", USER, "--", *command]
        done = subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _programs() -> Path | None:
    """Where initdb and pg_ctl are: in the path, or where Debian puts them."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    return places[-1] if places and (places[-1] / "pg_ctl").exists() else None


def _missing() -> str:
    """Why no server can be started here; empty where one can."""
    if _programs() is None:
        return "no PostgreSQL here (Debian, Ubuntu: apt-get install postgresql)"
    try:
        if os.geteuid() == 0:
            pwd.getpwnam(USER)
    except KeyError:
        return f"PostgreSQL does not run as root, and there is no user {USER} to run it as"
    return ""


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """The server; the test is skipped where PostgreSQL is not installed, and fails there in CI."""
    if missing := _missing():
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    programs = _programs()
    assert programs is not None
    with tempfile.TemporaryDirectory(prefix="timeline-postgresql-") as folder:
        server = Server(programs, Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()
