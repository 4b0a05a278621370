"""Articles in chunks, and the folder where each finished chunk lies until all are merged."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from parsers import __version__
from parsers.article import Article

SIZE = 50  # articles in a chunk; fixed, since what is merged together decides which event gets which id
SHELF = 1000  # chunks in one folder


@dataclass(frozen=True)
class Chunk:
    """Some articles in the order of the sources; ``number`` counts from 0."""

    number: int
    articles: tuple[Article, ...]

    @property
    def digest(self) -> str:
        """What the chunk is, to the byte, and which parser reads it."""
        words = hashlib.sha256(__version__.encode())
        for article in self.articles:
            words.update(article.model_dump_json().encode("utf-8", "surrogatepass"))
        return words.hexdigest()[:16]


def chunks(articles: Iterable[Article]) -> Iterator[Chunk]:
    """All articles, in chunks of ``SIZE``; no more than one chunk is held."""
    stream, number = iter(articles), 0
    while part := tuple(islice(stream, SIZE)):
        yield Chunk(number, part)
        number += 1


class Shelf:
    """A folder of finished chunks. A file appears when its chunk is whole, so what is there is what is done: the run that goes on after
    a stop reads nothing twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, chunk: Chunk) -> bool:
        """Whether this very chunk was finished."""
        return self._path(chunk).is_file()

    def put(self, chunk: Chunk, data: bytes) -> None:
        """Keep what was read in a chunk; whatever an earlier run with other articles left under its number goes."""
        path = self._path(chunk)
        path.parent.mkdir(parents=True, exist_ok=True)
        for stale in path.parent.glob(f"{chunk.number:09}-*"):
            stale.unlink()
        draft = path.with_suffix(".part")
        draft.write_bytes(data)
        os.replace(draft, path)

    def take(self, count: int) -> Iterator[bytes]:
        """What was read in the first ``count`` chunks, in their order."""
        for number in range(count):
            (path,) = self._shelf(number).glob(f"{number:09}-*.gz")
            yield path.read_bytes()

    def keep(self, name: str, value: Any) -> Any:
        """Note something about the run; the first word stands, so that a run that goes on does as the one that it continues."""
        path = self.folder / f"{name}.json"
        if path.is_file():
            return json.loads(path.read_text(encoding="utf-8"))
        if value is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(".part")
            draft.write_text(json.dumps(value), encoding="utf-8")
            os.replace(draft, path)
        return value

    def clear(self) -> None:
        """All is merged: the folder goes."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, chunk: Chunk) -> Path:
        return self._shelf(chunk.number) / f"{chunk.number:09}-{chunk.digest}.gz"

    def _shelf(self, number: int) -> Path:
        return self.folder / f"{number // SHELF:06}"
