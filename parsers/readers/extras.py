"""Formats that need a library which not everybody has: the error says what to install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from parsers.errors import InputError


@contextmanager
def needs(extra: str, module: str) -> Iterator[None]:
    """Around the import of ``module``, which the extra of that name brings; InputError where it is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] != module:
            raise
        raise InputError(f"needs a library that is not installed: pip install 'sanctions-timeline[{extra}]'") from error
