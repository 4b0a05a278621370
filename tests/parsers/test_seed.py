"""The article it all began with, in our own words: thirteen acts, their dates, and none that nobody took."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parsers import Article, Mention, parse, read

ARTICLE = Path(__file__).parents[2] / "data" / "articles" / "2022-12-24-japan-central-asia.txt"
REQUIRED = [
    ("JP", "asset_freeze", "2022-02-25", None),
    ("JP", "visa_restriction", "2022-02-25", None),
    ("JP", "transaction_ban", ..., None),
    ("JP", "export_restriction", ..., None),
    ("JP", "designation", ..., None),
    ("JP", "export_restriction", None, "2022-04-05"),
    ("JP", "designation", None, None),
    ("JP", "anti_circumvention", None, None),
    ("JP", "mfn_revocation", None, None),
    ("RU", "dialogue_suspension", None, None),
    ("RU", "visa_restriction", None, None),
    ("RU", "dialogue_suspension", None, None),
    ("RU", "membership_suspension", None, None),
]
IMPLIED = {("US", "mfn_revocation"), ("GB", "mfn_revocation"), ("EU", "mfn_revocation")}  # "after the United States ... had done so"


def seed(*, dated: bool) -> Article:
    article = next(iter(read(ARTICLE)))
    return article if dated else article.model_copy(update={"published": None})


def fits(mention: Mention, wanted: tuple[object, ...]) -> bool:
    imposer, instrument, announced, effective = wanted
    days = mention.effective == effective and (announced is ... or mention.announced == announced)
    return (mention.imposer, mention.instrument) == (imposer, instrument) and days


@pytest.mark.parametrize("dated", [True, False], ids=["published known", "published unknown"])
def test_thirteen_acts_with_their_days_and_nothing_false(dated: bool) -> None:
    rest = parse(seed(dated=dated))
    for wanted in REQUIRED:
        found = next((m for m in rest if fits(m, wanted)), None)
        assert found is not None, f"{wanted} not among {[(m.imposer, m.instrument, m.announced, m.effective) for m in rest]}"
        rest.remove(found)
    assert {(m.imposer, m.instrument) for m in rest} == IMPLIED


def test_answers_name_what_they_answer_and_lie_between_it_and_publication() -> None:
    answers = [m for m in parse(seed(dated=True)) if m.imposer == "RU"]
    assert [m.response_to for m in answers] == [("JP",)] * 4
    assert {m.earliest for m in answers} == {date(2022, 2, 25)}
    assert {m.latest for m in answers} == {date(2022, 12, 24)}


def test_import_into_the_target_is_an_export_restriction() -> None:
    luxury = next(m for m in parse(seed(dated=True)) if "luxury_goods" in m.scope)
    assert (luxury.imposer, luxury.instrument, luxury.targets) == ("JP", "export_restriction", ("RU",))
    assert "luxury goods into Russia" in luxury.quote
