"""Codes as people read them: no chart and no page shows a raw code."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from parsers.vocabulary import vocabulary
from timeline.charts.words import words


@cache
def jurisdiction(code: str) -> str:
    """The short English name of an ISO 3166 code or bloc: "Japan", "EU", "Crimea"; an unknown code comes back as it is."""
    short = words()["places"]["short"]
    if code in short:
        return str(short[code])
    if code in vocabulary().blocs:
        return vocabulary().blocs[code]
    country, _, region = code.partition("-")
    name = _territories().get(country, code)
    return f"{name} ({region})" if region else name


def jurisdictions(codes: Iterable[str]) -> str:
    """Names in one line: "Russia, Belarus"; empty for no codes."""
    return ", ".join(jurisdiction(code) for code in codes)


def full_name(code: str) -> str:
    """The name with its article where a sentence needs one: "the United States", "the EU", "Japan"."""
    name, say = jurisdiction(code), words()["places"]
    if name.startswith(tuple(say["article_before"])) or name.endswith(tuple(say["article_after"])):
        return str(say["article"]).format(name=name)
    return name[0].lower() + name[1:] if name.startswith(tuple(say["lowered"])) else name


def instrument(code: str) -> str:
    """The label of an instrument: "Export restriction"."""
    return vocabulary().instruments[code].label


def instrument_in_text(code: str) -> str:
    """The label as it stands within a sentence: "export restriction", "SWIFT exclusion"."""
    label = instrument(code)
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def scopes(codes: Iterable[str]) -> str:
    """The labels of scopes in one line: "oil, coal"."""
    return ", ".join(vocabulary().scopes[code] for code in codes)


@cache
def _territories() -> dict[str, str]:
    from babel import Locale

    return dict(Locale(words()["page"]["language"]).territories)
