"""Which way the goods go: the imposer and the flow decide, never the word "import" or "export" alone."""

from __future__ import annotations

import pytest
from sentences import acts, only, told

OUT = {
    "exports to": "Japan banned exports of trucks to Russia.",
    "supplies to": "Japan banned supplies of trucks to Russia.",
    "sale to": "Japan banned the sale of trucks to Russia.",
    "imports into the target": "Japan banned the import of luxury cars into Russia.",
    "no flow, goods the target buys": "Japan banned luxury goods for Russia.",
    "shipments for": "Japan halted shipments of chips bound for Russia.",
    "access to technology": "Japan restricted exports of quantum computers to Russia.",
    "own people may not sell": "Japanese companies may not sell trucks to Russia.",
    "re-export": "Japan banned re-exports of chips to Russia.",
    "made elsewhere": "Japan banned exports to Russia of chips made in Taiwan.",
}
IN = {
    "imports from": "Japan banned imports of vodka from Russia.",
    "imports of its goods": "Japan banned imports of Russian vodka.",
    "its exports": "Japan imposed an embargo on Russian exports of vodka.",
    "embargo on its oil": "Japan imposed an embargo on Russian oil.",
    "purchases": "Japan banned purchases of Russian coal.",
    "deliveries from": "Japan banned deliveries of coal from Russia.",
    "brought into the imposer": "Russian coal may no longer be imported into Japan.",
    "its seafood": "Japan banned Russian seafood imports.",
}


@pytest.mark.parametrize("text", OUT.values(), ids=OUT)
def test_goods_that_go_to_the_target(text: str) -> None:
    mention = only(text)
    assert (mention.imposer, mention.instrument, mention.targets) == ("JP", "export_restriction", ("RU",))


@pytest.mark.parametrize("text", IN.values(), ids=IN)
def test_goods_that_come_from_the_target(text: str) -> None:
    mention = only(text)
    assert (mention.imposer, mention.instrument, mention.targets) == ("JP", "import_restriction", ("RU",))


def test_one_sentence_bans_both_ways() -> None:
    text = "Japan banned imports of Russian vodka and exports of trucks to Russia."
    assert acts(told(text)) == ["JP impose import_restriction", "JP impose export_restriction"]


def test_all_trade_is_one_embargo() -> None:
    assert acts(told("Japan banned all trade with North Korea.")) == ["JP impose trade_embargo"]


def test_a_market_closed_to_goods_is_an_import_ban() -> None:
    assert only("Japan closed its market to Russian steel.").instrument == "import_restriction"


def test_answer_of_the_exporter_hits_the_buyer() -> None:
    mention = only("Russia banned exports of timber to Japan.")
    assert (mention.imposer, mention.instrument, mention.targets) == ("RU", "export_restriction", ("JP",))
