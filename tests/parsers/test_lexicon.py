"""The lexicon of English: every phrase with its senses, and packs whose slips name their place."""

from __future__ import annotations

import re
from typing import Any

import pytest

from parsers import names
from parsers.errors import PackError
from parsers.lexicon import Verb, _family, _measures, lexicon
from parsers.scan import Scanner


def entry(**changes: Any) -> dict[str, Any]:
    return {"name": "cheese ban", "instrument": "import_restriction", "acts": ["ban imports"]} | changes


SLIPS = {
    "instrument": ([entry(instrument="cheese_ban")], "measure 'cheese ban': unknown instrument 'cheese_ban'"),
    "scope": ([entry(adds=["cheese"])], "measure 'cheese ban': unknown scope 'cheese'"),
    "verb class": ([entry(acts=["forbode imports"])], "measure 'cheese ban': unknown verb class 'forbode'"),
    "name twice": ([entry(), entry(acts=[])], "measure 'cheese ban': the name is given twice"),
    "act twice": ([entry(), entry(name="milk ban")], "measure 'milk ban': the act 'ban imports' stands in 'cheese ban' too"),
}


@pytest.mark.parametrize(("measures", "says"), SLIPS.values(), ids=SLIPS)
def test_a_slip_names_file_and_entry(measures: list[dict[str, Any]], says: str) -> None:
    with pytest.raises(PackError, match=re.escape(f"packs/en/measures/trade.toml: {says}")):
        _measures({"trade": {"measure": measures}}, {"ban"})


def test_a_family_without_a_file_is_named() -> None:
    with pytest.raises(PackError, match=r"packs/en/measures/cheese\.toml"):
        _family("cheese")


def test_a_phrase_listed_twice_is_refused_whatever_its_case() -> None:
    with pytest.raises(PackError, match=r"'Ban' is listed twice"):
        Scanner([("ban", 1), ("Ban", 2)])


@pytest.mark.parametrize(("code", "scope", "says"), [("Q", "oil", "jurisdiction"), ("JP", "oyl", "oyl")])
def test_a_name_with_an_unknown_code_is_refused(code: str, scope: str, says: str) -> None:
    with pytest.raises(PackError, match=rf"(?s)somewhere: .*{says}"):
        list(names._listed("somewhere", "bank", code, {"names": ["Nowhere Bank"], "scopes": [scope]}))


@pytest.mark.parametrize("phrase", ["cancels", "cancelled", "canceled", "cancelling", "canceling"])
def test_both_spellings_of_a_form_are_known(phrase: str) -> None:
    (hit,) = lexicon().words.scan(phrase)
    assert {sense.lemma for sense in hit.payload if isinstance(sense, Verb)} == {"cancel"}


def test_a_longer_phrase_wins_over_its_words() -> None:
    (hit,) = [h for h in lexicon().words.scan("an import ban stood") if h.start == 3]
    assert hit.end == len("an import ban")
