"""``timeline review``: walk through the events that want a look, and see how judgements stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

import typer

from timeline.cli.judging import Word, leave
from timeline.cli.options import STORE, Choice, Rows, Store
from timeline.cli.output import note, write_rows

Status = Annotated[bool, typer.Option("--status", help="List the judgements in force and what moved beneath them; exit code 1 if it did.")]
Listed = Annotated[bool, typer.Option("--list", help="List the events that want a look, and ask nothing.")]
Only = Annotated[Literal["moved", "conflict", "doubtful", "new"] | None, typer.Option("--only", help="Events with this reason alone.")]
Undo = Annotated[
    str | None,
    typer.Option("--undo", metavar="ID", help="Take back a judgement by its id; `last` is the last one of the file.", show_default=False),
]

NewSince = Annotated[
    int | None, typer.Option("--new-since", help="Events first seen after this run; `timeline runs` lists them.", metavar="RUN", min=0)
]


@dataclass(frozen=True)
class Mode:
    """What is asked for, instead of walking through all."""

    status: Status = False
    listed: Listed = False
    only: Only = None
    undo: Undo = None
    new_since: NewSince = None

    def asked(self, choice: Choice) -> dict[str, Any]:
        """The filters that choose what is looked at."""
        return choice.given() | ({} if self.new_since is None else {"new_since": self.new_since})


def review(word: Word, mode: Mode, choice: Choice, store: Store = STORE, form: Rows = "table") -> None:
    """Walk through events whose judgement lost its ground, that articles contradict each other on, that are doubtful or new.

    Filters as for `timeline events` choose which of them are walked or listed.

    Each answer is written to the file of judgements at once: (a)ccept, (r)eject, (e)dit, (s)kip, (u)ndo, (q)uit.
    """
    from timeline.cli import walk
    from timeline.cli.opening import existing

    with existing(store, word.judgements) as timeline:
        if mode.status:
            leave(walk.status(timeline, word.at(timeline), form))
        elif mode.undo:
            desk = word.at(timeline)
            done = desk.undo(None if mode.undo == "last" else mode.undo, word.why)
            note(f"taken back: {done.id}: {done.kind} {', '.join(done.events)}".rstrip())
        elif mode.listed:
            write_rows([walk.line(case) for case in walk.cases(timeline, mode.only, mode.asked(choice))], form)
        else:
            walk.Walk(timeline, word.at(timeline), word.why).through(walk.cases(timeline, mode.only, mode.asked(choice)))
