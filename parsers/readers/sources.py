"""From what the user names to documents: a file, a folder, a glob, standard input, a web address, or an iterable of these."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import HEAD, MAX_BYTES, Document, Failure
from parsers.readers.json_lines import is_object
from parsers.readers.streams import Allowance
from parsers.readers.web import Visitor

SCHEMES = ("http://", "https://")

Item = Document | Article | Failure


def open_source(source: Any, *, suffixes: frozenset[str], visitor: Visitor) -> Iterator[Item]:
    """The documents of a source in a fixed order (folders sorted by path); what cannot be opened comes as a Failure."""
    if isinstance(source, (Article, Failure)):
        yield source
    elif isinstance(source, (str, os.PathLike)):
        yield from _named(os.fspath(source), suffixes, visitor)
    elif isinstance(source, Iterable) and not isinstance(source, (bytes, Mapping)):
        for item in source:
            yield from open_source(item, suffixes=suffixes, visitor=visitor)
    else:
        raise InputError(
            f"{type(source).__name__} is no source; expected a path, a glob, '-', a web address, an Article, or a list of these"
        )


def _named(name: str, suffixes: frozenset[str], visitor: Visitor) -> Iterator[Item]:
    try:
        if name == "-":
            yield _standard_input()
        elif name.lower().startswith(SCHEMES):
            yield visitor.fetch(name)
        else:
            within = Path(name) if os.path.isdir(name) else None
            for path in _paths(name, suffixes):
                yield from _file(path, within)
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
        folders[:] = [each for each in folders if not each.startswith(".") and not _belongs_to_page(each, files)]
        found += [Path(parent, file) for file in files if not file.startswith(".") and Path(file).suffix.lower() in suffixes]
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _belongs_to_page(folder: str, files: list[str]) -> bool:
    """Whether a browser made the folder for the pictures and frames of a page that it saved beside it."""
    page = re.sub(r"[_.-](files|Dateien|fichiers|archivos|file|bestanden)\Z", "", folder)
    return page != folder and any(f"{page}{suffix}" in files for suffix in (".html", ".htm"))


def _matches(name: str) -> list[Path]:
    if "://" in name:
        raise InputError("addresses of this kind are not read; expected http:// or https://")
    if not glob.has_magic(name):
        raise InputError("no such file or folder; check the path")
    found = sorted(Path(match) for match in glob.glob(name, recursive=True) if os.path.isfile(match))
    if not found:
        raise InputError("no file matches; check the pattern, and quote it so that the shell leaves it alone")
    return found


def _file(path: Path, within: Path | None = None) -> Iterator[Item]:
    try:
        _check(path, within)
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size if path.is_file() else None
            yield Document.opened(str(path), stream, suffix=path.suffix.lower(), allowance=Allowance.of(size))
    except (InputError, OSError) as error:
        yield Failure.of(str(path), error)


def _check(path: Path, within: Path | None) -> None:
    """In a folder, which may be a stranger's, nothing is followed out of it, and nothing is waited for that is no file."""
    if within is None or not path.exists():
        return
    if not path.is_file():
        raise InputError("is no file but a device or a pipe; name it by itself if it is meant")
    if path.is_symlink() and not path.resolve().is_relative_to(within.resolve()):
        raise InputError("is a link that leads out of the folder; name the file itself if it is meant")


def _standard_input() -> Document:
    stream = sys.stdin.buffer
    document = Document("standard input", stream.readline(MAX_BYTES + 1), stream, ".jsonl", allowance=Allowance.of(None))
    # A line that is an article is handed on at once, so that a slow producer sees its answers; all else is judged by more than a line.
    if not is_object(document):
        document.head += stream.read(HEAD) + stream.readline(MAX_BYTES)
    return document
