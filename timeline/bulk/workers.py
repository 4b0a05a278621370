"""Who reads the chunks: processes here, or dask's workers elsewhere. Either tells a chunk that was lost from one that was read."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, Protocol

from parsers.article import Article
from parsers.errors import InputError
from parsers.mention import Reading
from timeline.bulk.chunks import Chunk
from timeline.bulk.work import Told, packed, read_chunk

AHEAD = 3  # chunks under way for each worker, so that none waits and memory stays bounded


class LostError(Exception):
    """A worker died or hung over what it was given."""


class Workers(Protocol):
    """Something that reads articles in other processes: ``begin`` starts, ``end`` waits; LostError where the worker was lost."""

    count: int

    def begin(self, articles: Sequence[Article]) -> Any: ...

    def end(self, task: Any) -> bytes: ...


def workers(scheduler: str | None, processes: int | None, limit: float) -> AbstractContextManager[Workers]:
    """Processes of this machine (as many as it has processors, unless told), or the workers of a dask scheduler."""
    if scheduler:
        from timeline.bulk.cluster import Cluster

        return Cluster(scheduler, limit)
    from timeline.bulk.processes import Processes

    return Processes(processes or available(), limit)


def available() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(team: Workers, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, bytes]]:
    """What the workers read in each chunk, in order; no more than a few chunks are under way."""
    stream = iter(chunks)
    under_way = deque((chunk, team.begin(chunk.articles)) for chunk in islice(stream, AHEAD * team.count))
    while under_way:
        chunk, task = under_way.popleft()
        data = _ended(team, chunk.articles, task)
        under_way.extend((each, team.begin(each.articles)) for each in islice(stream, 1))
        yield chunk, data


def _ended(team: Workers, articles: Sequence[Article], task: Any) -> bytes:
    """What was read. A lost worker costs the article that it was lost over: the others of its chunk are given out again, one by one."""
    try:
        return team.end(task)
    except LostError as error:
        if len(articles) == 1:
            return packed(iter([Told(articles[0], Reading(), str(error))]))
    tasks = deque((one, team.begin([one])) for one in articles[: team.count])
    rest, found = deque(articles[team.count :]), []
    while tasks:
        one, task = tasks.popleft()
        found.append(_ended(team, [one], task))
        if rest:
            tasks.append((rest[0], team.begin([rest.popleft()])))
    return b"".join(found)


def needs(name: str, extra: str) -> InputError:
    """The error for a library that is not installed."""
    return InputError(f"bulk needs {name}, which is not installed: pip install 'sanctions-timeline[{extra}]'")


__all__ = ["LostError", "Workers", "available", "needs", "read_all", "read_chunk", "workers"]
