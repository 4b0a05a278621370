"""How firm it is: done, promised, open, refused, and what is told of measures without any of these."""

from __future__ import annotations

import pytest
from sentences import left_out, only, told

DONE = {
    "past": "Norway expelled three Russian diplomats.",
    "perfect": "Norway has expelled three Russian diplomats.",
    "passive": "Three Russian diplomats were expelled by Norway.",
    "headline present": "Norway expels three Russian diplomats",
    "signed": "President Lukashenko signed a decree banning imports of Lithuanian milk.",
    "approved": "Japan's cabinet approved a ban on exports of trucks to Russia.",
    "took effect": "Norway's ban on exports of drones to Iran took effect.",
    "ordered": "The US ordered the closure of the Russian consulate in Seattle.",
    "normative present": "Exports of drones to Iran are prohibited by Norway.",
    "passed by a council": "The UN Security Council voted to impose an arms embargo on Sudan.",
}
PROMISED = {
    "will": "Norway will expel three Russian diplomats.",
    "headline infinitive": "Norway to expel three Russian diplomats",
    "is to": "Norway is to expel three Russian diplomats.",
    "set to": "Norway is set to expel three Russian diplomats.",
    "said it would": "Norway said it would expel three Russian diplomats.",
    "agreed to": "EU leaders agreed to ban imports of Russian diamonds.",
    "vowed": "Canada vowed to ban imports of Russian diamonds.",
    "decided to": "Lithuania has decided to close its border with Belarus.",
    "passive future": "Three Russian diplomats will be expelled by Norway.",
    "effect to come": "Norway's ban on exports of drones to Iran will take effect in June.",
}
OPEN = {
    "proposed": "The European Commission proposed a ban on imports of Belarusian timber.",
    "considers": "Norway is considering a ban on exports of drones to Iran.",
    "mulls": "Norway mulls ban on exports of drones to Iran",
    "plans": "Norway plans to ban exports of drones to Iran.",
    "could": "Norway could ban exports of drones to Iran.",
    "may": "Norway may ban exports of drones to Iran.",
    "threatened": "Minsk threatened to ban imports of Lithuanian milk.",
    "called for by another": "Kyiv called on the EU to ban imports of Belarusian timber.",
    "bill": "US senators introduced a bill to ban imports of Chinese drones.",
    "under discussion": "An EU ban on imports of Belarusian timber is under discussion.",
    "should": "The EU should ban imports of Belarusian timber.",
}
REFUSED = {
    "refused": "Serbia refused to ban imports of Russian gas.",
    "ruled out": "Austria ruled out a ban on imports of Russian gas.",
    "will not": "Hungary will not ban imports of Russian gas.",
    "won't": "Hungary won't ban imports of Russian gas.",
    "vetoed": "Russia vetoed a UN arms embargo on Syria.",
    "no plans": "Turkey has no plans to ban imports of Russian gas.",
    "decided not to": "Japan decided not to ban imports of Russian gas.",
    "said of the measure": "A ban on imports of Russian gas by the EU was rejected.",
}
NONE = {
    "has not": ("Turkey has not banned imports of Russian gas.", "negated"),
    "did not": ("Turkey did not ban imports of Russian gas.", "negated"),
    "was never": ("Imports of Russian gas were never banned by Turkey.", "negated"),
    "despite": ("Despite the EU ban on imports of Russian coal, trade grew.", "background"),
    "reaction": ("Moscow condemned the EU ban on imports of Russian coal.", "background"),
    "evasion": ("Traders evaded the EU ban on imports of Russian coal.", "background"),
    "effect": ("The EU ban on imports of Russian coal hurt Moscow.", "background"),
    "opposes another's act": ("China opposes the U.S. placing sanctions on its companies.", "background"),
}


def status(text: str) -> str:
    return only(text).status


@pytest.mark.parametrize("text", DONE.values(), ids=DONE)
def test_done(text: str) -> None:
    assert status(text) == "in_force"


@pytest.mark.parametrize("text", PROMISED.values(), ids=PROMISED)
def test_promised(text: str) -> None:
    assert status(text) == "announced"


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_open(text: str) -> None:
    assert status(text) == "proposed"


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_refused(text: str) -> None:
    assert status(text) == "rejected"


@pytest.mark.parametrize(("text", "rule"), NONE.values(), ids=NONE)
def test_told_and_no_act(text: str, rule: str) -> None:
    assert rule in {skipped.rule for skipped in left_out(text)}


def test_verbs_in_a_row_share_what_governs_the_first() -> None:
    text = "Norway will expel three Russian diplomats and close its ports to Russian ships."
    assert [m.status for m in told(text)] == ["announced", "announced"]


def test_a_finite_verb_stands_on_its_own() -> None:
    text = "Norway expelled three Russian diplomats and will close its ports to Russian ships."
    assert [m.status for m in told(text)] == ["in_force", "announced"]


def test_the_reason_names_the_words_that_decide() -> None:
    reason = next(r for r in only("Norway is considering a ban on exports of drones to Iran.").reasons if r.field == "status")
    assert reason.phrase == "considering"
