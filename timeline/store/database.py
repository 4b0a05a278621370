"""Opening a store: whose it is, how old it is, and what to do about it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from parsers import __version__
from parsers.errors import InputError
from timeline.store.tables import meta, metadata

HEAD = "0008"
APPLICATION = "sanctions-timeline"
MAGIC = b"SQLite format 3\0"
LOCK = 7_463_151  # the number under which those who would create or upgrade a store in PostgreSQL wait for each other
BUSY = 30_000  # milliseconds that a writer waits for another


def open_database(where: str | os.PathLike[str]) -> Engine:
    """An engine on the store at a path or SQLAlchemy URL, created or brought up to date where need be.

    Raises InputError for a file that is no store of ours, one made by a newer version, and one that cannot be reached; such a file is
    left as it was.
    """
    url = _url(os.fspath(where))
    if url.get_backend_name() == "sqlite":
        _check_file(url.database)
    engine, name = _engine(url), url.database if url.get_backend_name() == "sqlite" else str(url)
    try:
        _prepare(engine, str(name))
    except DBAPIError as error:
        engine.dispose()
        raise InputError(
            f"{name}: the store cannot be opened ({short(error)}); check the path, the permissions and the free space"
        ) from error
    except InputError:
        engine.dispose()
        raise
    return engine


def layout_of(where: str | os.PathLike[str]) -> str:
    """``new``, ``old`` or ``ready``: how a store stands to this version, found out without changing a byte of it.

    Raises InputError as ``open_database`` does.
    """
    url = _url(os.fspath(where))
    if url.get_backend_name() == "sqlite":
        _check_file(url.database)
        if not (url.database and Path(url.database).exists()):
            return "new"
    engine = _engine(url)
    try:
        with _reader(engine) as connection:
            return _state(connection, str(where))
    except DBAPIError as error:
        raise InputError(
            f"{where}: the store cannot be opened ({short(error)}); check the address, the permissions and the server"
        ) from error
    finally:
        engine.dispose()


def short(error: DBAPIError) -> str:
    """The database's own words, on one line, without where in its own code it says them."""
    words = getattr(getattr(error.orig, "diag", None), "message_primary", None)
    return " ".join(str(words or error.orig).split())


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        return make_url(where)
    except ArgumentError as error:
        raise InputError(f"{where}: no SQLAlchemy URL; expected a path or an address such as postgresql+psycopg://host/name") from error


def _check_file(name: str | None) -> None:
    """A path that SQLite would trip over is named before it is touched."""
    if not name or name == ":memory:":
        return
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name}: is a folder; name a file in it, such as {path / 'timeline.db'}")
    if not path.parent.is_dir():
        raise InputError(f"{name}: the folder {path.parent} does not exist; create it first")
    if path.exists() and path.stat().st_size and not _has_magic(path):
        raise InputError(f"{name}: is no SQLite file; name another path for the store")


def _has_magic(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _engine(url: URL) -> Engine:
    in_memory = url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:")
    # A server may have restarted since a connection was last used, so each is tried before it is used again.
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {"pool_pre_ping": url.get_backend_name() != "sqlite"}
    try:
        engine = create_engine(url, **options)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise InputError(f"{url}: no driver for it ({error}); install sanctions-timeline[pg] for PostgreSQL") from error
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _configure)
        event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _: Any) -> None:
    # sqlite3 opens transactions by itself and too late; the listener below does it instead, so that one article is one transaction.
    connection.isolation_level = None
    for pragma in (f"busy_timeout = {BUSY}", "foreign_keys = ON", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes", True) else "BEGIN")


def _prepare(engine: Engine, name: str) -> None:
    with _reader(engine) as connection:
        state = _state(connection, name)
    if state == "ready":
        return
    with engine.begin() as connection:
        # Another process may have been quicker: look again now that nobody else can write.
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        state = _state(connection, name)
        if state != "ready":
            _migrate(connection)
        if state == "old":
            from timeline.store.regrouping import regroup_all

            regroup_all(connection)
        if state == "new":
            connection.execute(meta.insert(), [{"key": "application", "value": APPLICATION}, {"key": "parser", "value": __version__}])
    if engine.dialect.name == "sqlite":
        _use_wal(engine)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that takes no writer's lock, and to which the store is the same from its first question to its last.

    Raises InputError where the store cannot be read, such as while its server restarts.
    """
    try:
        with _reader(engine) as connection:
            yield connection
    except DBAPIError as error:
        place = engine.url.render_as_string(hide_password=True)
        raise InputError(f"{place}: could not be read ({short(error)}); check the store and its server, and try again") from error


def _reader(engine: Engine) -> Connection:
    steady = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    return engine.connect().execution_options(writes=False, **steady)


def _state(connection: Connection, name: str) -> str:
    """``new``, ``old`` or ``ready``; InputError where the tables are not ours or are newer than this version."""
    present = set(inspect(connection).get_table_names())
    if not present or (connection.dialect.name != "sqlite" and not present & set(metadata.tables)):
        return "new"
    if "meta" not in present or "alembic_version" not in present or _application(connection) != APPLICATION:
        raise InputError(f"{name}: belongs to another program; name another path for the store")
    revision = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    if revision != HEAD and revision not in _revisions():
        raise InputError(f"{name}: was made by a newer version (layout {revision}, known up to {HEAD}); upgrade sanctions-timeline")
    return "ready" if revision == HEAD else "old"


def _application(connection: Connection) -> str | None:
    if {column["name"] for column in inspect(connection).get_columns("meta")} != {"key", "value"}:
        return None
    return connection.scalar(select(meta.c.value).where(meta.c.key == "application"))


def _use_wal(engine: Engine) -> None:
    """Readers and a writer at the same time; the mode is kept in the file and cannot be set inside a transaction."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _revisions() -> list[str]:
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def _migrate(connection: Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("timeline").joinpath("migrations")))
    config.set_main_option("path_separator", "os")
    return config
