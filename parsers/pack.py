"""Phrase packs: TOML files of the package, read once and strictly, so that a slip names its file and entry."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from parsers.errors import PackError

BRACES = re.compile(r"\{([^{}]*)\}")


@cache
def load_pack(name: str) -> dict[str, Any]:
    """The tables of ``packs/<name>.toml``, read once and not to be changed; a broken file or a key given twice raises PackError."""
    path = files("parsers").joinpath("packs", *f"{name}.toml".split("/"))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as problem:
        raise PackError(f"packs/{name}.toml: {problem}") from problem


def check_keys(where: str, entry: Mapping[str, Any], allowed: Collection[str]) -> None:
    """Raise PackError if ``entry`` has a key that nobody reads."""
    unknown = sorted(set(entry) - set(allowed))
    if unknown:
        raise PackError(f"{where}: unknown key {unknown[0]!r}; known: {', '.join(sorted(allowed))}")


def check_phrases(where: str, phrases: Any) -> list[str]:
    """The phrases of an entry; PackError unless they are a list of different, non-empty texts."""
    if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
        raise PackError(f"{where}: expected a list of phrases")
    twice = {p for p in phrases if phrases.count(p) > 1} if len(set(phrases)) < len(phrases) else set()
    if twice:
        raise PackError(f"{where}: {min(twice)!r} is listed twice")
    return phrases


def spell_out(phrase: str) -> Iterator[str]:
    """All readings of a phrase with choices: ``{its|the} {ally|allies}`` gives four; no braces, itself."""
    parts = BRACES.split(phrase)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    return ("".join(reading) for reading in itertools.product(*choices))


def spell_all(phrases: Iterable[str]) -> list[str]:
    """The readings of several phrases, in order."""
    return [reading for phrase in phrases for reading in spell_out(phrase)]
