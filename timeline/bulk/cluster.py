"""The workers of a dask scheduler, on as many machines as it has."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from parsers.article import Article
from parsers.errors import InputError
from timeline.bulk.work import read_chunk
from timeline.bulk.workers import AHEAD, LostError, needs

PATIENCE = 30  # seconds that the scheduler and its first worker have to answer


class Cluster:
    """All workers that the scheduler knows; each has ``limit`` seconds for what it was given."""

    def __init__(self, address: str, limit: float) -> None:
        self._client = _client(address)
        self.count = sum(self._client.nthreads().values())
        self.limit = limit

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def begin(self, articles: Sequence[Article]) -> Any:
        """Give articles to a worker. Pure functions would be answered from the cache of an equal call; each call is one of its own."""
        return self._client.submit(read_chunk, list(articles), pure=False)

    def end(self, task: Any) -> bytes:
        """What was read in them; LostError where worker after worker died over them or one took too long."""
        from distributed import KilledWorker

        try:
            data: bytes = task.result(timeout=self.limit * AHEAD)
        except KilledWorker as error:
            raise LostError("broke the worker that read it, time and again; it was left out, please report it") from error
        except TimeoutError as error:
            self._give_up(task)
            raise LostError(f"took longer than {self.limit * AHEAD:g} seconds; it was left out, please report it") from error
        finally:
            task.release()
        return data

    def _give_up(self, task: Any) -> None:
        """A thread cannot be stopped, so the worker that hangs is started again; what else it had goes to another."""
        busy = [address for address, keys in self._client.processing().items() if task.key in keys]
        task.cancel()
        self._client.restart_workers(busy, timeout=PATIENCE, raise_for_error=False)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise needs("distributed", "dask") from error
    try:
        connect: Any = Client
        client = connect(address, timeout=PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(
            f"{address}: no dask scheduler with workers answers there ({error}); start `dask scheduler` and `dask worker`"
        ) from error
    return client
