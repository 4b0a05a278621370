"""Whether this machine has what the program needs, and what to do where it has not."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import NamedTuple

from parsers.errors import TrackerError

PROJECT = "sanctions-timeline"
LEAST_PYTHON = (3, 11)
ROOM = 100_000_000  # bytes that should be free beside a store
SECONDS = 20
TRIAL = "Japan froze the assets of three Russian banks."
REINSTALL = "install the program again"
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/System/Library/Fonts", "C:/Windows/Fonts")


class Finding(NamedTuple):
    """``state`` is ok, missing (something optional is not there) or broken; ``way_out`` is empty where all is well."""

    what: str
    state: str
    told: str
    way_out: str = ""


def examine(store: str, browser: str | None) -> list[Finding]:
    """Look at Python, packages, store, judgements, packs, browser, fonts and PostgreSQL. ``browser`` is where a browser was found."""
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _python,
        _packages,
        lambda: _store(store),
        lambda: _judgements(store),
        _packs,
        lambda: _browser(browser),
        _fonts,
        _postgres,
    )
    return [finding for check in checks for finding in check()]


def _python() -> Iterator[Finding]:
    told = f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}"
    if sys.version_info >= LEAST_PYTHON:
        yield Finding("Python", "ok", told)
    else:
        yield Finding("Python", "broken", told, f"install Python {'.'.join(map(str, LEAST_PYTHON))} or newer")


def _packages() -> Iterator[Finding]:
    yield Finding(PROJECT, "ok", version(PROJECT))
    for name, extra in sorted(_required()):
        try:
            yield Finding(name, "ok", version(name))
        except PackageNotFoundError:
            wanted = f"{PROJECT}[{extra}]" if extra else PROJECT
            yield Finding(name, "missing" if extra else "broken", "not installed", f"pip install '{wanted}'")


def _required() -> set[tuple[str, str]]:
    """The packages that the project names, each with the extra that it belongs to; those for other systems are left out."""
    found = set()
    for line in distribution(PROJECT).requires or ():
        name, _, condition = line.partition(";")
        if "sys_platform" in condition:
            continue
        extra = condition.partition("extra ==")[2].strip(" \"'")
        found.add((_bare(name), extra))
    return found


def _bare(requirement: str) -> str:
    end = next((at for at, char in enumerate(requirement) if not (char.isalnum() or char in "-_.")), len(requirement))
    return requirement[:end]


def _store(store: str) -> Iterator[Finding]:
    from timeline.store.database import HEAD, layout_of

    try:
        layout = layout_of(store)
    except TrackerError as error:
        problem, _, way_out = str(error).partition("; ")
        yield Finding("store", "broken", problem, way_out or "name another one with --store")
        return
    told = {
        "new": f"{store}: none yet; `timeline append SOURCE` makes it",
        "old": f"{store}: of an earlier version, brought up to date when it is next opened",
        "ready": f"{store}: layout {HEAD}; `timeline check` proves what it holds",
    }
    yield Finding("store", "ok", told[layout])
    yield from _room(store)


def _room(store: str) -> Iterator[Finding]:
    if "://" in store:
        return
    folder = Path(store).absolute().parent
    if not os.access(folder, os.W_OK):
        yield Finding("folder of the store", "broken", f"{folder} may not be written", "change its permissions, or name a store elsewhere")
    elif (free := shutil.disk_usage(folder).free) < ROOM:
        yield Finding("free space", "broken", f"{free / 1e6:.0f} MB in {folder}", "make room, or name a store elsewhere")
    else:
        yield Finding("free space", "ok", f"{free / 1e9:.0f} GB in {folder}")


def _judgements(store: str) -> Iterator[Finding]:
    from timeline.review.ledger import Ledger, beside, parsed

    named = os.environ.get("TIMELINE_JUDGEMENTS")
    place = Path(named) if named else beside(store)
    text = Ledger(place).text() if place else None
    if text is None:
        return
    try:
        yield Finding("judgements", "ok", f"{place}: {len(parsed(text, str(place)))}")
    except TrackerError as error:
        yield Finding("judgements", "broken", str(error).partition("; ")[0], "mend the line, or take the file from version control")


def _packs() -> Iterator[Finding]:
    from parsers import Article, analyse

    try:
        found = analyse(Article(text=TRIAL, published=date(2022, 3, 2), language="en")).mentions
    except TrackerError as error:
        yield Finding("English pack", "broken", str(error), REINSTALL)
        return
    if [(one.imposer, one.instrument) for one in found] == [("JP", "asset_freeze")]:
        yield Finding("English pack", "ok", "loads, and reads a sentence")
    else:
        yield Finding("English pack", "broken", f"reads {TRIAL!r} wrongly", REINSTALL)


def _browser(path: str | None) -> Iterator[Finding]:
    if not path:
        way_out = "install Chromium or Chrome, or name one in CHROMIUM; `timeline chart` writes .html without"
        yield Finding("browser for PNG and SVG", "missing", "no Chromium or Chrome found", way_out)
        return
    told = _said([path, "--version"])
    if told is None:
        yield Finding("browser for PNG and SVG", "broken", f"{path} does not start", "name another one in CHROMIUM")
    else:
        yield Finding("browser for PNG and SVG", "ok", told)


def _fonts() -> Iterator[Finding]:
    if any(Path(folder).expanduser().is_dir() and any(_font_files(folder)) for folder in FONTS):
        yield Finding("fonts for PNG", "ok", "found")
    else:
        yield Finding("fonts for PNG", "missing", "none found", "install some, such as fonts-dejavu-core, or pictures will have no letters")


def _font_files(folder: str) -> Iterator[Path]:
    return (path for path in Path(folder).expanduser().rglob("*") if path.suffix.lower() in (".ttf", ".otf", ".ttc", ".pfb", ".woff2"))


def _postgres() -> Iterator[Finding]:
    server = _said(["psql", "--version"]) if shutil.which("psql") else None
    told = server or "no client found; a store in a file needs none"
    yield Finding(
        "PostgreSQL",
        "ok" if server else "missing",
        told,
        "" if server else "for a team's store: install PostgreSQL and sanctions-timeline[pg]",
    )


def _said(command: list[str]) -> str | None:
    """The first line that a program prints; None where it does not run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)  # noqa: S603 - names are ours or the user's
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip().partition("\n")[0]
