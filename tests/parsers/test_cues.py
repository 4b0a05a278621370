"""The words that say how firm it is: each sentence gives one status, or nothing where it reports no act."""

from __future__ import annotations

import pytest

from parsers import Article, parse

DONE = [
    "The Council of the EU decided to prolong its sanctions on Iran until April.",
    "The EU delayed its tariffs on American goods until April.",
    "Canada announced a ban on imports of Russian crude.",
    "EU leaders agreed on a ban on imports of Russian crude.",
    "Biden signed an order that bans exports of chips to Russia.",
    "Japan imposed an import ban on Russian vodka.",
    "The EU has adopted a ban on imports of Russian coal.",
    "Putin signed a decree banning exports of timber to Japan.",
    "The ban on imports of Russian vodka imposed by Japan took effect on Monday.",
    "The UN Security Council unanimously voted to impose an arms embargo on Libya.",
    "Japan has already banned exports of semiconductors to Russia.",
    "As threatened, Russia banned exports of fertiliser to Poland.",
    "In a move against Moscow, Japan introduced a ban on exports of chips to Russia.",
    "The EU adopted measures against Belarus, including a ban on imports of potash.",
    "On May 5 Japan introduced a ban on exports of chips to Russia.",
    "Japan banned exports of chips that could be used in weapons to Russia.",
]
BEHIND_A_COMMA = [
    "In response to the sanctions, Russia banned imports of European cheese.",
    "Despite protests, Poland closed its border with Belarus.",
]
PROMISED = [
    "Japan will ban exports of luxury goods to Russia.",
    "Japan is to ban exports of luxury goods to Russia.",
    "Japan is set to ban exports of luxury goods to Russia.",
    "The EU has agreed to ban imports of Russian coal.",
    "EU leaders agreed in principle to ban imports of Russian oil.",
    "Britain pledged to ban imports of Russian diamonds.",
    "Britain announced plans to ban imports of Russian nickel.",
    "We will therefore ban imports of Russian nickel, the British prime minister said.",
    "Japan will follow its allies and ban exports of chips to Russia.",
    "Tokyo said it would revoke Russia's most-favoured-nation status.",
    "Latvia has decided to close its border with Russia.",
    "The EU's ban on imports of Russian diamonds will take effect in January.",
    "The US will lift a ban on imports of Iranian pistachios.",
]
OPEN = [
    "Washington did not rule out a ban on exports of chips to Turkey.",
    "Poland threatened Belarus with a ban on imports of potash.",
    "The EU is working on a ban on imports of Russian gas.",
    "The US House voted to ban imports of Russian uranium.",
    "US lawmakers proposed a bill that would ban imports of Russian uranium.",
    "Hungary held up the EU's ban on imports of Russian gas.",
    "The European Commission proposed a ban on imports of Russian coal.",
    "Japan is considering a ban on exports of chips to Russia.",
    "Japan mulls a ban on exports of chips to Russia.",
    "Japan plans to ban exports of chips to Russia.",
    "Moscow threatened to ban exports of uranium to the United States.",
    "Zelensky called for an EU ban on imports of Russian oil.",
    "Poland wants the EU to ban imports of Russian coal.",
    "Japan could ban exports of chips to Russia.",
    "Britain is likely to ban imports of Russian aluminium.",
    "The EU discussed a ban on imports of Russian gold.",
    "Brussels is eyeing a ban on imports of Russian gas.",
    "Japan has drafted a ban on exports of cars to Russia.",
    "A ban on imports of Russian gas by the EU is under discussion.",
    "US senators introduced a bill to ban imports of Russian uranium.",
    "Russia reserves the right to ban exports of fertiliser to Poland.",
    "Iran demanded that the US lift its ban on imports of Iranian oil.",
]
REFUSED = [
    "EU foreign ministers failed to agree on a ban on imports of Russian gas.",
    "Germany opposed a ban on imports of Russian gas.",
    "Hungary refused to support an embargo on Russian oil.",
    "Russia vetoed a UN draft that would have banned exports of weapons to Syria.",
    "Hungary vetoed an EU ban on imports of Russian oil.",
    "Japan ruled out a ban on imports of Russian gas.",
    "Serbia refused to close its airspace to Russian planes.",
    "Turkey will not close its airspace to Russian planes.",
    "India declined to ban imports of Russian oil.",
    "Brazil has no plans to ban imports of Russian diesel.",
    "Israel has no intention of banning exports to Russia.",
    "Denmark stopped short of expelling the Russian ambassador.",
    "Japan decided not to ban imports of Russian gas.",
    "The UN arms embargo on South Sudan was voted down.",
    "The US refused to lift its ban on imports of Iranian oil.",
]
NOTHING = [
    "Japan has not banned imports of Russian gas.",
    "Japan did not ban imports of Russian gas.",
    "Japanese exports to Russia rose despite the export ban.",
    "The EU embargo on Russian oil hurt Moscow.",
    "The EU's ban on imports of Russian coal remains in force.",
    "The company was accused of evading the US embargo on Cuba.",
    "The Kremlin condemned the EU's ban on imports of Russian oil.",
    "Russian firms circumvent the EU's ban on exports of machine tools.",
    "Iran shrugged off the US oil embargo.",
    "Beijing said it opposed the US export ban.",
]
CASES = [
    *(("in_force", text) for text in DONE),
    *(("announced", text) for text in PROMISED),
    *(("proposed", text) for text in OPEN),
    *(("rejected", text) for text in REFUSED),
]


@pytest.mark.parametrize(("status", "text"), CASES)
def test_sentence_gives_its_status(status: str, text: str) -> None:
    assert {m.status for m in parse(Article(text=text, published="2024-05-02"))} == {status}


@pytest.mark.parametrize("text", NOTHING)
def test_no_act_is_reported(text: str) -> None:
    assert parse(Article(text=text, published="2024-05-02")) == []


@pytest.mark.parametrize("text", BEHIND_A_COMMA)
def test_act_behind_its_reason_is_reported(text: str) -> None:
    assert {m.status for m in parse(Article(text=text, published="2024-05-02"))} == {"in_force"}
