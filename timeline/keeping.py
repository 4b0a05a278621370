"""What keeps a timeline safe: is it whole, a copy of it, and the copy back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.store.counting import Tally
    from timeline.store.integrity import Fault


class Keeping:
    """The care of a store; ``timeline.Timeline`` has it from here."""

    _engine: Any

    def check(self) -> list[Fault]:
        """What is not as it has to be (``place``, ``fault``): damage in the file, a quote that does not stand in its article, a row without
        those that it belongs to. Empty for a store that is whole."""
        from timeline.store.integrity import faults_of

        return list(faults_of(self._engine))

    def tallies(self) -> list[Tally]:
        """How many articles, mentions, passages and failures there are by reader, language, rule (``what``, ``name``, ``number``)."""
        from timeline.store.counting import tallies
        from timeline.store.database import reading

        with reading(self._engine) as connection:
            return tallies(connection)

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Write all into one new SQLite file that opens as a timeline, as of one moment and while others read and write.

        Raises InputError where the file exists already or cannot be written.
        """
        from timeline.store.copying import backup

        backup(self._engine, Path(path))

    @staticmethod
    def restore(path: str | os.PathLike[str], store: str | os.PathLike[str], *, replace: bool = False) -> Path | None:
        """Make the store at a path or SQLAlchemy URL what a backup holds. With ``replace`` it may take the place of one that is there; a
        store in a file is kept then, and its new path returned. Raises InputError for what is no backup, and without ``replace`` where a
        store is there."""
        from timeline.store.copying import restore

        return restore(Path(path), os.fspath(store), replace=replace)
