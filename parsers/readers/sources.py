"""From what the user names to documents: a file, a folder, a glob, standard input, a web address, or an iterable of these."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import MAX_BYTES, Document, Failure
from parsers.readers.json_lines import is_object

HEAD = 65_536
SCHEMES = ("http://", "https://")

Item = Document | Article | Failure


def open_source(source: Any, *, suffixes: frozenset[str], allow_private: bool = False) -> Iterator[Item]:
    """The documents of a source in a fixed order (folders sorted by path); what cannot be opened comes as a Failure."""
    if isinstance(source, (Article, Failure)):
        yield source
    elif isinstance(source, (str, os.PathLike)):
        yield from _named(os.fspath(source), suffixes, allow_private)
    elif isinstance(source, Iterable) and not isinstance(source, (bytes, Mapping)):
        for item in source:
            yield from open_source(item, suffixes=suffixes, allow_private=allow_private)
    else:
        raise InputError(
            f"{type(source).__name__} is no source; expected a path, a glob, '-', a web address, an Article, or a list of these"
        )


def _named(name: str, suffixes: frozenset[str], allow_private: bool) -> Iterator[Item]:
    try:
        if name == "-":
            yield _standard_input()
        elif name.lower().startswith(SCHEMES):
            from parsers.readers.web import fetch

            yield fetch(name, allow_private=allow_private)
        else:
            for path in _paths(name, suffixes):
                yield from _file(path)
    except (InputError, OSError) as error:
        yield Failure.of("standard input" if name == "-" else name or "''", error)


def _paths(name: str, suffixes: frozenset[str]) -> list[Path]:
    if os.path.isdir(name):
        found = _folder(Path(name), suffixes)
        if not found:
            raise InputError(f"no articles in this folder; expected files ending in {', '.join(sorted(suffixes))}")
        return found
    if os.path.lexists(name):
        return [Path(name)]
    return _matches(name)


def _folder(folder: Path, suffixes: frozenset[str]) -> list[Path]:
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        found += [Path(parent, file) for file in files if not file.startswith(".") and Path(file).suffix.lower() in suffixes]
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _matches(name: str) -> list[Path]:
    if "://" in name:
        raise InputError("addresses of this kind are not read; expected http:// or https://")
    if not glob.has_magic(name):
        raise InputError("no such file or folder; check the path")
    found = sorted(Path(match) for match in glob.glob(name, recursive=True) if os.path.isfile(match))
    if not found:
        raise InputError("no file matches; check the pattern, and quote it so that the shell leaves it alone")
    return found


def _file(path: Path) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            yield Document(str(path), head + stream.readline(MAX_BYTES), _rest(stream), path.suffix.lower())
    except OSError as error:
        yield Failure.of(str(path), error)


def _standard_input() -> Document:
    stream = sys.stdin.buffer
    document = Document("standard input", stream.readline(MAX_BYTES + 1), _rest(stream), ".jsonl")
    # A line that is an article is handed on at once, so that a slow producer sees its answers; all else is judged by more than a line.
    if not is_object(document):
        document.head += stream.read(HEAD) + stream.readline(MAX_BYTES)
    return document


def _rest(stream: BinaryIO) -> Iterator[bytes]:
    return iter(partial(stream.readline, MAX_BYTES + 1), b"")
