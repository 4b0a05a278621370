"""What the verbs share that judge events: who speaks, why, on which day, and into which file."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from timeline.cli.opening import existing
from timeline.cli.output import complain, count, note

if TYPE_CHECKING:
    from timeline.query import Timeline
    from timeline.review.desk import Desk, Said

EventId = Annotated[str, typer.Argument(metavar="EVENT", help="The event's id, as `timeline events` shows it.", show_default=False)]
EventIds = Annotated[list[str], typer.Argument(metavar="EVENT", help="Ids of events, as `timeline events` shows them.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id of the other event.", show_default=False)]
Judgements = Annotated[
    str | None,
    typer.Option(
        "--judgements",
        metavar="FILE",
        envvar="TIMELINE_JUDGEMENTS",
        help="The file of judgements, instead of STORE.judgements.jsonl; a store that is no file needs it.",
        show_default=False,
    ),
]


@dataclass(frozen=True)
class Word:
    """Who judges, why, on which day, and the file that it is written to."""

    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for those who read it later.", show_default=False)] = ""
    author: Annotated[
        str | None,
        typer.Option(
            "--author",
            metavar="NAME",
            envvar="TIMELINE_AUTHOR",
            help="Who judges; git's user.name if left out, else the name of the account.",
            show_default=False,
        ),
    ] = None
    day: Annotated[str | None, typer.Option("--day", metavar="DATE", help="Day of the judgement, YYYY-MM-DD; today if left out.")] = None
    judgements: Judgements = None

    @contextmanager
    def desk(self, store: str) -> Iterator[Desk]:
        """Where this person judges the events of a store."""
        with existing(store, self.judgements) as timeline:
            yield self.at(timeline)

    def at(self, timeline: Timeline) -> Desk:
        """The same in a timeline that is open."""
        return timeline.desk(self.author or _account(), _day(self.day))


def _account() -> str:
    import getpass

    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S607
        name = done.stdout.strip()
    except OSError:
        name = ""
    return name or os.environ.get("USER") or getpass.getuser()


def _day(text: str | None) -> date:
    from parsers.errors import InputError

    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 - the day of the person who judges
    except ValueError as error:
        raise InputError(f"--day {text}: no day of the form YYYY-MM-DD") from error


def tell(done: Said) -> None:
    """What a word changed, on one line."""
    from timeline.review.desk import told

    note(told(done))


def tell_ground(timeline: Timeline) -> int:
    """After articles were read: one line on judgements whose ground moved; returns how many there are."""
    moved = [each for each in timeline.judged() if not each.stands]
    if moved:
        number = count(len({each.judgement.id for each in moved}), "judgement")
        complain(f"{number} lost the ground below; `timeline review --status` says how")
    return len(moved)


def leave(is_bad: bool) -> NoReturn:
    """End with 1 for findings, else 0."""
    raise typer.Exit(int(is_bad))
