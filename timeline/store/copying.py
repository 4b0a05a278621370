"""A store as one file to keep, and back again: as of one moment, while others read and write, and never half."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from parsers.errors import InputError
from timeline.store.database import open_database, reading, short
from timeline.store.tables import articles, metadata

AT_ONCE = 1_000  # rows held in memory
BESIDE = ("", "-wal", "-shm")  # the files that SQLite keeps for one store


def backup(engine: Engine, target: Path) -> None:
    """Write a store, wherever it lives, into a new SQLite file that opens as a timeline of its own.

    The file appears when it is whole. Raises InputError where it exists already or cannot be written.
    """
    if target.exists():
        raise InputError(f"{target}: exists already; a backup never writes over another, name a new file")
    with _appearing(target) as part:
        if engine.dialect.name == "sqlite":
            _copy_pages(engine, part)
        else:
            _copy_rows(engine, part)


def restore(kept: Path, store: str, *, replace: bool = False) -> Path | None:
    """Make the store at a path or SQLAlchemy URL what a backup holds; the backup is left as it is.

    A store that is there is only taken the place of with ``replace``; one in a file is kept beside the new one, and its path is returned.
    Raises InputError for a file that is no backup of a timeline, and where the store is there and ``replace`` was not said.
    """
    if not kept.is_file():
        raise InputError(f"{kept}: no backup here; `timeline backup FILE` makes one")
    if "://" in store:
        _restore_rows(kept, store, replace)
        return None
    target = Path(store)
    if target.exists() and not replace:
        raise InputError(f"{store}: there is a store already; --replace puts the backup in its place and keeps it beside")
    with _appearing(target) as part:
        _copy_file(kept, part)
        # It is checked, and brought up to date if an older version wrote it, before anything is moved.
        open_database(part).dispose()
        return _set_aside(target) if target.exists() else None


@contextmanager
def _appearing(target: Path) -> Iterator[Path]:
    """A file beside the target to write into; it takes the target's name once it is whole and on the disk, else it goes."""
    if not target.parent.is_dir():
        raise InputError(f"{target}: the folder {target.parent} does not exist; create it first")
    part = target.with_name(f"{target.name}.part")
    _remove(part)
    try:
        yield part
        _sync(part)
        os.replace(part, target)
    except (sqlite3.Error, DBAPIError) as error:
        words = short(error) if isinstance(error, DBAPIError) else str(error)
        raise InputError(f"{target}: could not be written ({words}); check the free space and the file that is copied") from error
    finally:
        _remove(part)


def _remove(store: Path) -> None:
    for end in BESIDE:
        Path(f"{store}{end}").unlink(missing_ok=True)


@contextmanager
def _opened(where: str | Path) -> Iterator[Engine]:
    engine = open_database(where)
    try:
        yield engine
    finally:
        engine.dispose()


def _sync(path: Path) -> None:
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


def _copy_pages(engine: Engine, part: Path) -> None:
    raw = engine.raw_connection()
    try:
        with closing(sqlite3.connect(part)) as copy:
            source: Any = raw.driver_connection
            source.backup(copy)
    finally:
        raw.close()


def _copy_file(kept: Path, part: Path) -> None:
    with closing(sqlite3.connect(f"{kept.absolute().as_uri()}?mode=ro", uri=True)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)


def _copy_rows(engine: Engine, part: Path) -> None:
    # All tables as of one moment, whoever writes meanwhile.
    source = engine.connect().execution_options(isolation_level="REPEATABLE READ")
    with source, _opened(part) as copy, copy.begin() as into:
        _fill(source, into)


def _restore_rows(kept: Path, url: str, replace: bool) -> None:
    beside = Path(f"{kept}.restoring")
    try:
        _copy_file(kept, beside)
        with _opened(beside) as source, _opened(url) as target, reading(source) as rows, target.begin() as into:
            if into.scalar(select(func.count()).select_from(articles)) and not replace:
                raise InputError(f"{url}: there are articles in this store already; --replace puts the backup in their place")
            _fill(rows, into)
    finally:
        _remove(beside)


def _fill(source: Connection, into: Connection) -> None:
    """Make the tables of one store those of another; all or nothing, as the transaction is."""
    for table in reversed(metadata.sorted_tables):
        into.execute(delete(table))
    for table in metadata.sorted_tables:
        _copy_table(source, into, table)
    if into.dialect.name == "postgresql":
        into.execute(
            text("SELECT setval(pg_get_serial_sequence('skipped', 'skipped_id'), coalesce(max(skipped_id), 0) + 1, false) FROM skipped")
        )


def _copy_table(source: Connection, into: Connection, table: Table) -> None:
    # Newest first: an article names the one that replaced it, which came later.
    order = [column.desc() for column in table.primary_key.columns]
    rows = source.execute(select(table).order_by(*order).execution_options(yield_per=AT_ONCE)).mappings()
    for part in rows.partitions(AT_ONCE):
        into.execute(insert(table), [dict(row) for row in part])


def _set_aside(target: Path) -> Path:
    """Give the store that is replaced another name, so that nothing is lost."""
    number = next(n for n in range(1, 10_000) if not Path(f"{target}.before-restore-{n}").exists())
    aside = Path(f"{target}.before-restore-{number}")
    for end in BESIDE:
        with suppress(FileNotFoundError):
            os.replace(f"{target}{end}", f"{aside}{end}")
    return aside
