"""The codes of the event table, read once from ``vocabulary.toml``; the source of every list of codes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from parsers.errors import InputError

COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?\Z")
ACRONYM = re.compile(r"[A-Z]{3,}\Z")


@dataclass(frozen=True)
class Instrument:
    """One kind of measure: its code, the category it stands in, and what people read about it."""

    code: str
    category: str
    label: str
    definition: str
    boundary: str


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists. Mappings go from code to label, in order of display; ``definitions``: of actions, statuses, date bases."""

    categories: dict[str, str]
    instruments: dict[str, Instrument]
    scopes: dict[str, str]
    actions: dict[str, str]
    statuses: dict[str, str]
    date_bases: dict[str, str]
    blocs: dict[str, str]
    definitions: dict[str, str]

    def check(self, field: str, code: str) -> str:
        """Return ``code`` if it belongs to ``field`` (``instrument``, ``scope``, ``action``, ``status``, ``date_basis``).

        Raises InputError with the nearest known codes otherwise.
        """
        if code not in self._known[field]:
            raise InputError(f"unknown {field} {code!r}; known: {', '.join(self.codes(field))} (see `timeline vocabulary`)")
        return code

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        fields = ("instrument", "category", "scope", "action", "status", "date_basis")
        return {field: frozenset(self.codes(field)) for field in fields}

    def codes(self, field: str) -> tuple[str, ...]:
        """The codes of a field in order of display."""
        lists: dict[str, Iterable[str]] = {
            "instrument": self.instruments,
            "category": self.categories,
            "scope": self.scopes,
            "action": self.actions,
            "status": self.statuses,
            "date_basis": self.date_bases,
        }
        return tuple(lists[field])


def check_jurisdiction(code: str) -> str:
    """Return a jurisdiction code (``JP``, ``UA-14``, ``EU``, ``ECOWAS``) or raise InputError."""
    if COUNTRY.match(code) or ACRONYM.match(code) or code in vocabulary().blocs:
        return code
    raise InputError(f"{code!r} is no jurisdiction; expected an ISO 3166 code such as JP or UA-14, or a bloc such as EU")


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the package."""
    raw = tomllib.loads(files("parsers").joinpath("vocabulary.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        categories=raw["categories"],
        instruments={code: Instrument(code, **entry) for code, entry in raw["instruments"].items()},
        scopes=raw["scopes"]["goods"] | raw["scopes"]["groups"],
        actions={code: entry["label"] for code, entry in raw["actions"].items()},
        statuses={code: entry["label"] for code, entry in raw["statuses"].items()},
        date_bases={code: entry["label"] for code, entry in raw["date_bases"].items()},
        blocs=raw["blocs"],
        definitions={code: entry["definition"] for kind in ("actions", "statuses", "date_bases") for code, entry in raw[kind].items()},
    )
