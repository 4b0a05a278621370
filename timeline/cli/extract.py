"""``timeline extract``: articles in, mentions out, nothing stored."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.cli.options import STORE, Sources, Store, Web
from timeline.cli.output import complain, write_json, write_table

if TYPE_CHECKING:
    from parsers import Article, Mention
    from parsers.readers import Failure

COLUMNS = ("article", "imposer", "instrument", "action", "status", "targets", "announced", "effective", "quote")
Form = Annotated[Literal["jsonl", "table"], typer.Option("--format", help="One JSON object a line, or a table for reading.")]
Reasons = Annotated[bool, typer.Option("--reasons", help="Give the rule and the phrase behind each field as well (jsonl).")]


def extract(sources: Sources, web: Web, form: Form = "jsonl", reasons: Reasons = False, store: Store = STORE) -> None:
    """Print what articles report, one mention after the other, and store nothing.

    `timeline extract -` reads one JSON object a line from standard input (id, published, language, title, publisher, url, text) and
    answers each as soon as it is read; `article` in the output is that id.
    """
    from parsers.readers import read_all

    del store  # every verb takes the option, so that a wrapper can give it to all; this one opens no store
    run = Extraction(reasons)
    found = run.mentions(read_all(sources, web.manners()))
    if form == "jsonl":
        run.stream(found)
    else:
        write_table([{name: getattr(mention, name) for name in COLUMNS} for mention in found])
    raise typer.Exit(run.code)


class Extraction:
    """One pass over articles: counts what was read and what failed."""

    def __init__(self, reasons: bool) -> None:
        self.left_out = {"warnings"} if reasons else {"warnings", "reasons"}
        self.read = 0
        self.failed = 0

    @property
    def code(self) -> int:
        """Exit code: 0 all read, 1 some failed, 2 none could be read."""
        return (1 if self.read else 2) if self.failed else 0

    def mentions(self, items: Iterator[Article | Failure]) -> Iterator[Mention]:
        """The mentions of all articles that can be read; complaints about the others go to standard error."""
        from parsers import Article, parse

        for item in items:
            if isinstance(item, Article):
                self.read += 1
                yield from parse(item)
            else:
                self.failed += 1
                complain(str(item))

    def stream(self, mentions: Iterator[Mention]) -> None:
        """One JSON line a mention, each on its way before the next article is waited for."""
        for mention in mentions:
            write_json(mention.model_dump(mode="json", exclude=self.left_out))
            sys.stdout.flush()
