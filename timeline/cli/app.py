"""The verbs under one command, and the one place where an error becomes a line on standard error and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from timeline.cli.accept import accept
from timeline.cli.add import add
from timeline.cli.append import append
from timeline.cli.articles import articles
from timeline.cli.backup import backup
from timeline.cli.bulk import bulk
from timeline.cli.chain import chain
from timeline.cli.chart import chart
from timeline.cli.check import check
from timeline.cli.conflicts import conflicts
from timeline.cli.diff import diff
from timeline.cli.doctor import doctor
from timeline.cli.edit import edit
from timeline.cli.events import events
from timeline.cli.explain import explain
from timeline.cli.export import export
from timeline.cli.extract import extract
from timeline.cli.merge import merge
from timeline.cli.not_same import not_same
from timeline.cli.options import spread
from timeline.cli.reject import reject
from timeline.cli.reparse import reparse
from timeline.cli.report import report
from timeline.cli.restore import restore
from timeline.cli.review import review
from timeline.cli.runs import runs
from timeline.cli.skipped import skipped
from timeline.cli.split import split
from timeline.cli.stats import stats
from timeline.cli.verify import verify
from timeline.cli.vocabulary import vocabulary
from timeline.cli.watch import watch

TABLE = (append, watch, bulk, events, report, chart, export, extract, explain, articles, skipped, vocabulary, reparse)
JUDGING = (review, accept, reject, edit, merge, split, not_same, add)
ASKING = (conflicts, chain, diff, verify, runs)
KEEPING = (check, backup, restore, stats, doctor)
VERBS = (*TABLE, *ASKING, *JUDGING, *KEEPING)
HELP = "Reads articles, and keeps the timeline of sanctions and counter-measures that they report, each with its evidence."
EPILOG = "Exit codes: 0 done, 1 findings (some inputs failed), 2 misuse or bad input, 3 a fault of the program."


class Verbs(TyperGroup):
    """The group of verbs: ``--debug`` and ``--log-format`` may stand anywhere, and every error is told in one line."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, _general_first(args))

    def invoke(self, ctx: Any) -> Any:
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort):
            raise
        except BrokenPipeError as error:
            _drop_output()
            raise typer.Exit(0) from error
        except _for_users() as error:  # looked up only once something was raised, so that the help loads none of it
            if ctx.params["debug"]:
                raise
            _tell(error)
            raise typer.Exit(2) from error
        except Exception as error:
            if ctx.params["debug"] or hasattr(error, "show"):  # misuse is told by the library that reads the command line
                raise
            _own_up(error)
            raise typer.Exit(3) from error


def _general_first(args: list[str]) -> list[str]:
    """The arguments with those that belong to no verb moved to the front."""
    general: list[str] = []
    rest: list[str] = []
    left = iter(args)
    for arg in left:
        if arg == "--log-format":
            general += [arg, *([value] if (value := next(left, None)) is not None else [])]
        else:
            (general if arg == "--debug" or arg.startswith("--log-format=") else rest).append(arg)
    return general + rest


def _for_users() -> tuple[type[Exception], ...]:
    from parsers.errors import TrackerError

    return (TrackerError, OSError)


def _tell(error: Exception) -> None:
    from timeline.cli.output import complain

    if not isinstance(error, OSError):
        complain(str(error))
    elif error.filename:
        complain(f"{error.filename}: {error.strerror}; check the path and its permissions")
    else:
        complain(f"the output cannot be written: {error.strerror}")
        _drop_output()


def _own_up(error: Exception) -> None:
    """A fault of the program, which the user cannot mend: say so, and how to report it."""
    from timeline.cli.output import complain

    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    complain(
        f"a fault of the program, not of your input ({told}); what was stored is safe. Run it again with --debug and report what it says"
    )


def _drop_output() -> None:
    # The reader of the pipe has seen enough. What is still buffered goes nowhere, or the interpreter would complain when it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"timeline {version('sanctions-timeline')}")
        raise typer.Exit


def _log(form: str | None) -> None:
    if form:
        from timeline.cli.logs import log_to_stderr

        log_to_stderr(form)


app = typer.Typer(cls=Verbs, help=HELP, epilog=EPILOG, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def timeline(
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole traceback of an error.")] = False,
    log_format: Annotated[
        Literal["json", "text"] | None,
        typer.Option("--log-format", help="Log each article, failure and judgement on standard error.", callback=_log),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)] = False,
) -> None:
    """Options that stand before the verb."""


for verb in VERBS:
    app.command()(spread(verb))
