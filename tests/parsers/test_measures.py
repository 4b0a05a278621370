"""Each measure of the packs against its own examples: an example gives exactly its instrument, a counter-example does not."""

from __future__ import annotations

from typing import Any

import pytest

from parsers import Article, parse
from parsers.lexicon import FAMILIES, entries

ENTRIES = [(family, entry) for family in FAMILIES for entry in entries(family)]
EXAMPLES = [pytest.param(entry, text, id=f"{entry['name']}: {text}") for _, entry in ENTRIES for text in entry["examples"]]
COUNTERS = [pytest.param(entry, text, id=f"{entry['name']}: {text}") for _, entry in ENTRIES for text in entry["counter"]]


COPIES = ("same as before", "refused the same")  # they need a measure told before: test_reference.py


def instruments(text: str) -> list[str]:
    return sorted({m.instrument for m in parse(Article(text=text, published="2024-05-02"))})


@pytest.mark.parametrize(("entry", "text"), EXAMPLES)
def test_example_gives_its_instrument_alone(entry: dict[str, str], text: str) -> None:
    assert instruments(text) == [entry["instrument"]]


@pytest.mark.parametrize(("entry", "text"), COUNTERS)
def test_counter_example_does_not(entry: dict[str, str], text: str) -> None:
    assert entry["instrument"] not in instruments(text)


@pytest.mark.parametrize(("family", "entry"), [pytest.param(f, e, id=e["name"]) for f, e in ENTRIES])
def test_entry_has_examples_in_both_directions(family: str, entry: dict[str, Any]) -> None:
    assert entry["examples"] or entry["name"] in COPIES, family
    assert entry["counter"] or entry["name"] in COPIES, family
