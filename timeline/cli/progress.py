"""A progress bar for long work: on a terminal, and never in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")


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
