"""Processes of this machine. One that dies or hangs is replaced by another, and only its own chunk is lost."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import TimeoutError as LateError
from types import TracebackType
from typing import Any, Self

from parsers.article import Article
from timeline.bulk.work import read_chunk
from timeline.bulk.workers import LostError, needs


class Processes:
    """``count`` processes; one that is longer than ``limit`` seconds over what it was given is ended."""

    def __init__(self, count: int, limit: float) -> None:
        self.count, self.limit = count, limit
        self._pool = _pool(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._pool.stop()
        self._pool.join()

    def begin(self, articles: Sequence[Article]) -> Any:
        """Give articles to the next process that is free."""
        return self._pool.submit(read_chunk, self.limit, articles)

    def end(self, task: Any) -> bytes:
        """What was read in them; LostError where the process died, was killed, or took too long."""
        from pebble import ProcessExpired

        try:
            data: bytes = task.result()
        except LateError as error:
            raise LostError(f"took longer than {self.limit:g} seconds; it was left out, please report it") from error
        except ProcessExpired as error:
            raise LostError(f"broke the process that read it ({error}); it was left out, please report it") from error
        return data


def _pool(count: int) -> Any:
    from multiprocessing import get_context

    try:
        from pebble import ProcessPool
    except ModuleNotFoundError as error:
        raise needs("pebble", "bulk") from error
    # Fresh processes: a copy of this one would copy its locks as well, and its threads not.
    return ProcessPool(max_workers=count, context=get_context("spawn"))
