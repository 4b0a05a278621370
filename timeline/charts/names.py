"""Codes as people read them: no chart and no page shows a raw code."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from parsers.vocabulary import vocabulary

# Where CLDR's name is longer than a headline would have it, and regions, which CLDR's territories leave out (names of ISO 3166-2).
SHORT = {
    "BA": "Bosnia and Herzegovina",
    "CD": "DR Congo",
    "CG": "Congo",
    "EU": "EU",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "UN": "UN",
    "GCC": "Gulf states",
    "WEST": "The West",
    "UA-09": "Luhansk region",
    "UA-14": "Donetsk region",
    "UA-23": "Zaporizhzhia region",
    "UA-40": "Sevastopol",
    "UA-43": "Crimea",
    "UA-65": "Kherson region",
}


@cache
def jurisdiction(code: str) -> str:
    """The short English name of an ISO 3166 code or bloc: "Japan", "EU", "Crimea"; an unknown code comes back as it is."""
    if code in SHORT:
        return SHORT[code]
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
    name = jurisdiction(code)
    needs = name.startswith("United ") or name in {"EU", "UN", "Netherlands", "Philippines", "Gulf states"} or name.endswith(" region")
    return f"the {name}" if needs else name[0].lower() + name[1:] if name.startswith("The ") else name


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

    return dict(Locale("en").territories)
