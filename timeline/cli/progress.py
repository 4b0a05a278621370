"""A progress bar for long work: on a terminal, and never in a pipe."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

Item = TypeVar("Item")
SINGLE = (".txt", ".md", ".html", ".htm", ".json", ".pdf", ".docx", ".eml")  # files that hold one article


def follow(items: Iterable[Item], words: str) -> Iterator[Item]:
    """The items, counted by a bar on standard error where that is a terminal."""
    with counting(words) as step:
        for item in items:
            yield item
            step(item)


@contextmanager
def counting(words: str, total: int | None = None) -> Iterator[Callable[[Any], None]]:
    """A function to call after each item; it moves a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _item: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda _item: bar.advance(task)


@contextmanager
def steps(sources: Iterable[str]) -> Iterator[Callable[[str, int, int | None], None]]:
    """A function to call with a step, how much of it was done and how much there is: one bar a step, with rate and time left, on standard
    error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    articles = expected(sources)
    columns = (TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Progress(*columns, TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        tasks: dict[str, TaskID] = {}

        def step(name: str, done: int, total: int | None) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total or articles, rate="")
            bar.advance(tasks[name], done)
            speed = bar.tasks[tasks[name]].finished_speed or bar.tasks[tasks[name]].speed
            bar.update(tasks[name], rate=f"{speed:,.0f}/s" if speed else "")

        yield step


def expected(sources: Iterable[str]) -> int | None:
    """How many articles some sources hold, where that can be told without reading them: a file is one, a line of JSON Lines is one."""
    counts = [_articles_in(path) for source in sources for path in _files(source)]
    return None if None in counts else sum(filter(None, counts)) or None


def _files(source: str) -> list[Path]:
    from parsers.readers import SUFFIXES

    if os.path.isdir(source):
        return [path for path in Path(source).rglob("*") if path.suffix.lower() in SUFFIXES]
    return [Path(source)] if os.path.isfile(source) else [Path(each) for each in glob.glob(source, recursive=True)]


def _articles_in(path: Path) -> int | None:
    if path.suffix.lower() not in (".jsonl", ".ndjson"):
        return 1 if path.suffix.lower() in SINGLE else None
    with path.open("rb") as stream:
        return sum(part.count(b"\n") for part in iter(lambda: stream.read(1 << 20), b""))
