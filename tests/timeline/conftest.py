"""Puts the stories beside the tests within their reach, and the databases that a store can lie in."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect, text

sys.path.insert(0, str(Path(__file__).parent))


class Stores:
    """New stores of one kind of database."""

    def __init__(self, kind: str, folder: Path, server: Any = None) -> None:
        self.kind, self.folder, self.server, self.numbers = kind, folder, server, count()

    def new(self) -> str:
        """The place of a store that is not there yet."""
        return self.server.database() if self.server else str(self.folder / f"{next(self.numbers)}.db")

    def dump(self, store: str) -> dict[str, list[str]]:
        """All rows of a store, by table."""
        engine = create_engine(store if "://" in store else f"sqlite:///{store}")
        with engine.connect() as connection:
            names = inspect(connection).get_table_names()
            rows = {name: sorted(map(str, connection.execute(text(f'SELECT * FROM "{name}"')).all())) for name in names}
        engine.dispose()
        return rows


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stores:
    """Stores in files, then in a PostgreSQL server: what holds for one holds for the other."""
    server = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
    return Stores(request.param, tmp_path_factory.mktemp("stores"), server)
