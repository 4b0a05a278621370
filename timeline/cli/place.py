"""Where the events are that a question is about: in a timeline, or in articles that are read for this question alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.append import code, told
from timeline.cli.opening import existing, opened
from timeline.cli.options import STORE, Store, Web
from timeline.cli.output import complain, note
from timeline.cli.progress import follow

if TYPE_CHECKING:
    from timeline import Timeline

PASSING = "sqlite://"  # in memory, and gone with the process
Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Articles to ask instead of a timeline, kept nowhere: files, folders, globs, web addresses, or - for standard input.",
        show_default=False,
    ),
]


@dataclass(frozen=True)
class Place(Web):
    """A timeline, or articles. Without either, what a pipe sends is read where the folder holds no timeline."""

    sources: Articles = field(default_factory=list)
    store: Store = STORE

    @contextmanager
    def asked(self) -> Iterator[Timeline]:
        """The timeline that answers. What is to be written is written while it is open: articles that failed set the exit code after."""
        if not self.sources and not _may_be_fed(self.store):
            with existing(self.store) as timeline:
                yield timeline
            return
        self._check()
        with opened(PASSING) as timeline:
            failed = self._read_into(timeline)
            yield timeline
        if failed:
            raise typer.Exit(failed)

    def _check(self) -> None:
        if self.sources and self.store not in (STORE, os.environ.get("TIMELINE_STORE")):
            raise typer.BadParameter("articles are asked instead of a timeline: leave out --store, or `timeline append` them to it first")

    def _read_into(self, timeline: Timeline) -> int:
        """Exit code of the reading; ends at once where nothing could be read."""
        from parsers.readers import read_all

        result = timeline.append(follow(read_all(self.sources or ["-"], self.manners()), "Reading articles"))
        if not self.sources and not (result.changed or result.failures):
            existing(self.store)  # the pipe was empty after all, so the timeline is what is missing
        for line in told(result):
            note(line)
        for name, error in result.failures:
            complain(f"{name}: {error}")
        if code(result) > 1:
            raise typer.Exit(code(result))
        return code(result)


def _may_be_fed(store: str) -> bool:
    """Whether articles may come down a pipe: no timeline was named, none is here, and nobody types."""
    return store == STORE and not Path(store).exists() and sys.stdin is not None and not sys.stdin.isatty()
