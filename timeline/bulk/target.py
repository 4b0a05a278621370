"""Where a bulk run writes: a store, or a folder of Parquet with the store beside it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from parsers.errors import InputError

FILES = (".db", ".sqlite", ".sqlite3")
STORE = "_timeline.db"  # names that begin with _ are no data to Spark and pyarrow
WORK = "_bulk"


@dataclass(frozen=True)
class Target:
    """``store`` is what ``Timeline.open`` takes, ``folder`` where Parquet goes (None: nowhere), ``work`` where the work under way lies."""

    store: str
    work: Path
    folder: Path | None = None

    def prepare(self) -> None:
        """Make the folder. Raises InputError where there is a file of that name, or no library to write Parquet with."""
        if self.folder is None:
            return
        if self.folder.exists() and not self.folder.is_dir():
            raise InputError(f"{self.folder}: is a file; name a folder for Parquet, or a store ending in {', '.join(FILES)}")
        try:
            import pyarrow as pa  # noqa: F401
        except ModuleNotFoundError as error:
            raise InputError("Parquet needs pyarrow, which is not installed: pip install 'sanctions-timeline[parquet]'") from error
        self.folder.mkdir(parents=True, exist_ok=True)


def target(out: str | os.PathLike[str]) -> Target:
    """What a path or URL stands for: a URL and a file are a store, anything else is a folder."""
    name = os.fspath(out)
    if "://" in name:
        from sqlalchemy.engine import make_url

        return Target(name, Path(f"{Path(make_url(name).database or 'timeline').name}.bulk"))
    path = Path(name)
    if path.suffix.lower() in FILES or path.is_file():
        return Target(name, path.with_name(f"{path.name}.bulk"))
    return Target(str(path / STORE), path / WORK, path)
