"""The command ``timeline``: one verb a module. Nothing heavy is imported before a verb runs, so that ``--help`` answers at once."""

from __future__ import annotations


def main() -> None:
    """Run the command line; the exit code is 0 for done, 1 for findings, 2 for misuse or bad input."""
    from timeline.cli.app import app
    from timeline.cli.output import prepare_streams

    prepare_streams()
    app(prog_name="timeline")
