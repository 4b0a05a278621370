"""The bulk run: read, store, merge, and write the months. Each step goes on where it was stopped."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parsers.article import Article
from parsers.readers import Failure, Manners
from parsers.readers import read_all as read_sources
from timeline.bulk.chunks import Chunk, Shelf, chunks
from timeline.bulk.target import target
from timeline.bulk.work import Told, unpacked
from timeline.bulk.workers import read_all, workers
from timeline.query import Timeline
from timeline.store.loading import is_empty, load, merge_loaded, next_run, waiting
from timeline.store.runs import Run

Progress = Callable[[str, int, int | None], object]


@dataclass(frozen=True)
class Plan:
    """How a bulk run goes about it. None of it changes what comes out, but ``limit`` and ``told_only``.

    ``processes``: how many here, all processors unless told. ``scheduler``: the address of a dask scheduler, whose workers read instead.
    ``limit``: seconds that a worker may be over one article. ``told_only``: leave out articles that tell of nothing. ``work``: the folder
    of what is done so far, beside the output unless told. ``manners``: how the web is asked, and what day it is.
    """

    processes: int | None = None
    scheduler: str | None = None
    limit: float = 60
    told_only: bool = False
    work: Path | None = None
    manners: Manners | None = None


@dataclass
class Result:
    """What a bulk run did: articles by what became of them, mentions read, passages skipped, events before and after, and what failed, as
    (name, one-line reason). ``resumed`` counts the articles that an earlier run had read already."""

    added: int = 0
    unchanged: int = 0
    corrected: int = 0
    left_out: int = 0
    resumed: int = 0
    mentions: int = 0
    skipped: int = 0
    events_before: int = 0
    events: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)


def bulk(sources: Any, out: str | os.PathLike[str], plan: Plan | None = None, progress: Progress | None = None) -> Result:
    """Read ``sources`` (as ``Timeline.append`` takes them) by many processes into ``out``.

    ``out`` is a store (a file ending in .db or .sqlite, or an SQLAlchemy URL) or a folder, which gets Parquet by month and the store
    beside it. Memory is bounded whatever the number of articles. What fails is listed and stops nothing else. ``progress`` is called with
    the step (reading, storing, merging, writing), how much of it was done since the last call, and how much there is, None where nobody
    knows. Raises InputError for an output that cannot be used; run it again, and it goes on where it was stopped.
    """
    plan, where = plan or Plan(), target(out)
    work = _Bulk(plan, Shelf(plan.work or where.work), progress or (lambda *_: None))
    where.prepare()
    count = work.read(sources)
    with Timeline.open(where.store) as timeline:
        work.store(timeline, count)
        if where.folder:
            work.write(timeline, where.folder)
    work.shelf.clear()
    return work.result


class _Bulk:
    def __init__(self, plan: Plan, shelf: Shelf, progress: Progress) -> None:
        self.plan, self.shelf, self.progress = plan, shelf, progress
        self.result = Result()
        self.size: int | None = None

    def read(self, sources: Any) -> int:
        """Have every chunk read that is not read yet; returns how many chunks there are."""
        counter = [0]
        with workers(self.plan.scheduler, self.plan.processes, self.plan.limit) as team:
            for chunk, data in read_all(team, self._unread(sources, counter)):
                self.shelf.put(chunk, data)
                self.progress("reading", len(chunk.articles), None)
        return counter[0]

    def _unread(self, sources: Any, counter: list[int]) -> Iterator[Chunk]:
        for chunk in chunks(self._articles(sources)):
            counter[0] += 1
            if self.shelf.has(chunk):
                self.result.resumed += len(chunk.articles)
                self.progress("reading", len(chunk.articles), None)
            else:
                yield chunk

    def _articles(self, sources: Any) -> Iterator[Article]:
        for item in read_sources(sources, self.plan.manners):
            if isinstance(item, Failure):
                self.result.failures.append((item.name, item.error))
            else:
                yield item

    def store(self, timeline: Timeline, count: int) -> None:
        """Store what was read, chunk by chunk in order, and merge what of it is not merged yet."""
        engine = timeline._engine
        run = Run(number=self.shelf.keep("run", next_run(engine)))
        self.result.events_before = timeline.summary()["events"]
        anew = self.shelf.keep("anew", is_empty(engine))
        for data in self.shelf.take(count):
            self._load(engine, list(unpacked(data)), run)
        total = waiting(engine)
        for number, _ in merge_loaded(engine, anew=anew):
            self.progress("merging", number, total)
        self.result.events = timeline.summary()["events"]

    def _load(self, engine: Any, told: Sequence[Told], run: Run) -> None:
        self.result.failures += [(one.article.id, one.failure) for one in told if one.failure]
        wanted = [(one.article, one.reading) for one in told if not one.failure and self._is_wanted(one)]
        for change in load(engine, wanted, run) if wanted else ():
            setattr(self.result, change.kind, getattr(self.result, change.kind) + 1)
            self.result.mentions += len(change.reading.mentions)
            self.result.skipped += len(change.reading.skipped)
            self.result.warnings.update(change.reading.warnings)
        self.progress("storing", len(told), None)

    def _is_wanted(self, one: Told) -> bool:
        speaks = bool(one.reading.mentions or one.reading.skipped)
        self.result.left_out += self.plan.told_only and not speaks
        return speaks or not self.plan.told_only

    def write(self, timeline: Timeline, folder: Path) -> None:
        """Write the months, all anew."""
        from timeline.bulk.months import write_months

        for done, total in write_months(timeline, folder):
            self.progress("writing", done, total)
