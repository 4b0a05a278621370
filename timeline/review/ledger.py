"""The file of judgements: JSON Lines, only ever added to, so that git shows each judgement as a line and merges two people's files."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from parsers.errors import InputError
from timeline.review.judgement import Judgement

SUFFIX = ".judgements.jsonl"
SQLITE = "sqlite:///"


def beside(store: str) -> Path | None:
    """Where the judgements on a store in an SQLite file live; None for a store elsewhere, whose file has to be named."""
    name = store.removeprefix(SQLITE).partition("?")[0]
    if "://" in name or name in ("", ":memory:"):
        return None
    return Path(name + SUFFIX)


class Ledger:
    """The file at ``path``. It is read whole and written by adding lines at its end."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def text(self) -> str | None:
        """What stands in the file; None where there is none."""
        try:
            return self.path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError as error:
            raise InputError(f"{self.path}: is no UTF-8 text (byte {error.start}); take it from version control") from error

    def append(self, lines: Sequence[str]) -> None:
        """Add lines in one write that has reached the disk when this returns."""
        is_new = not self.path.exists()
        descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            data = ("" if _ends_in_break(descriptor) else "\n") + "".join(f"{line}\n" for line in lines)
            _write_all(descriptor, data.encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            _sync_folder(self.path.parent)


def _ends_in_break(descriptor: int) -> bool:
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _sync_folder(folder: Path) -> None:
    """So that the new file's name outlasts a power cut as well; Windows opens no folders and does without."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def parsed(text: str, name: str) -> list[Judgement]:
    """The judgements of a text. Raises InputError that names the file, the line, and what is wrong with it."""
    lines = enumerate(text.split("\n"), start=1)
    return [_judgement(line, f"{name}, line {number}") for number, line in lines if line.strip()]


def _judgement(line: str, place: str) -> Judgement:
    try:
        return Judgement(**json.loads(line))
    except InputError as error:
        raise InputError(f"{place}: {error}; mend the line or take the file from version control") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(f"{place}: {where}: {first['msg']}; mend the line or take the file from version control") from error
    except (ValueError, TypeError, RecursionError) as error:
        is_mark = line.startswith(("<<<", "===", ">>>", "|||"))
        hint = "left over from a merge in git; keep the lines of both sides" if is_mark else str(error)
        raise InputError(f"{place}: no judgement in JSON ({hint})") from error
