"""What other classifications call the codes of the vocabulary: OpenSanctions, GSDB, UNCTAD MAST, CAMEO and PLOVER.

The mapping is data (``standards.toml``), with the sources it rests on. Nothing is forced: where a standard has no word, the answer is
empty or None, and what uses the mapping says what it leaves out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from parsers.errors import PackError
from parsers.vocabulary import vocabulary

RELIEF = ("ease", "lift")


@dataclass(frozen=True)
class Mapping:
    """The words for one instrument; lists may be empty. ``threat`` is the CAMEO code of the threat to use it."""

    opensanctions: tuple[str, ...]
    gsdb: tuple[str, ...]
    mast: tuple[str, ...]
    cameo: str
    threat: str
    plover: str


@dataclass(frozen=True)
class Standards:
    """All mappings: ``instruments`` by code, ``stages`` for what is promised, refused, eased or lifted."""

    instruments: dict[str, Mapping]
    stages: dict[str, dict[str, str]]

    def cameo(self, instrument: str, action: str = "impose", status: str = "in_force") -> str | None:
        """The CAMEO code of an event, None where CAMEO has none.

        >>> standards().cameo("asset_freeze"), standards().cameo("asset_freeze", "lift"), standards().cameo("expulsion", status="proposed")
        ('163', '085', '1313')
        """
        mapping, stage = self.instruments[instrument], _stage(action, status)
        if stage is None:
            return mapping.cameo
        return mapping.threat if stage == "threat" else self.stages[stage]["cameo"] or None

    def plover(self, instrument: str, action: str = "impose", status: str = "in_force") -> str | None:
        """The PLOVER event type and mode, None where PLOVER has none.

        >>> standards().plover("expulsion"), standards().plover("tariff", status="rejected")
        ('SANCTION expel', None)
        """
        stage = _stage(action, status)
        if stage is None:
            return self.instruments[instrument].plover
        if stage == "threat" and vocabulary().instruments[instrument].category == "diplomatic":
            stage = "threat_diplomatic"
        return self.stages[stage]["plover"] or None


def _stage(action: str, status: str) -> str | None:
    """The stage of an act whose code is not that of the instrument: relief, a threat, a refusal."""
    if action in RELIEF:
        return {"in_force": "relief", "rejected": "relief_refused"}.get(status, "relief_promised")
    return {"proposed": "threat", "rejected": "refusal"}.get(status)


@cache
def standards() -> Standards:
    """The mappings of the package; PackError where an instrument is missing, unknown, or says nothing about a standard."""
    raw = tomllib.loads(files("parsers").joinpath("standards.toml").read_text(encoding="utf-8"))
    return read(raw)


def read(raw: dict[str, Any]) -> Standards:
    """Mappings from their table, checked against the vocabulary."""
    known, given = set(vocabulary().instruments), set(raw["instruments"])
    if known != given:
        raise PackError(f"standards.toml: instruments differ from vocabulary.toml: {', '.join(sorted(known ^ given))}")
    return Standards({code: _mapping(code, entry) for code, entry in raw["instruments"].items()}, raw["stages"])


def _mapping(code: str, entry: dict[str, Any]) -> Mapping:
    names = {field.name for field in fields(Mapping)}
    if names != set(entry):
        raise PackError(f"standards.toml: [instruments.{code}]: missing or unknown: {', '.join(sorted(names ^ set(entry)))}")
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return Mapping(**values)
