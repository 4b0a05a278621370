"""The forms of English verbs and nouns."""

from __future__ import annotations

import pytest

from parsers.inflect import plural, verb_forms

FORMS = {
    "ban": "ban bans banned banned banning",
    "freeze": "freeze freezes froze frozen freezing",
    "impose": "impose imposes imposed imposed imposing",
    "deny": "deny denies denied denied denying",
    "employ": "employ employs employed employed employing",
    "expel": "expel expels expelled expelled expelling",
    "visit": "visit visits visited visited visiting",
    "agree": "agree agrees agreed agreed agreeing",
    "cut off": "cut off|cuts off|cut off|cut off|cutting off",
    "pass": "pass passes passed passed passing",
    "withdraw": "withdraw withdraws withdrew withdrawn withdrawing",
}


@pytest.mark.parametrize(("lemma", "forms"), FORMS.items(), ids=FORMS)
def test_a_verb_has_its_five_forms(lemma: str, forms: str) -> None:
    assert list(verb_forms(lemma).values()) == forms.split("|" if "|" in forms else " ")


@pytest.mark.parametrize(
    ("noun", "many"), [("embassy", "embassies"), ("ban", "bans"), ("tax", "taxes"), ("embargo", "embargoes"), ("envoy", "envoys")]
)
def test_a_noun_has_its_plural(noun: str, many: str) -> None:
    assert plural(noun) == many
