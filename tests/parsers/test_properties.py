"""What holds for every text: nothing raises, every quote proves itself, the same text gives the same mentions."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import Article, analyse
from parsers.fold import fold
from parsers.text import units

PIECES = st.sampled_from(
    "Japan|Russia|the EU|Moscow|Kishida|will|would|has|not|banned|froze|suspended|lifted|expelled|sanctions|assets|imports of coal|"
    "airspace|on February 25|until 2023|in response|,|, and|;|.|\n|\n\n| - |(|)|“|”|after|who|which|by|from|ten diplomats|visas|| | | |"
    "İstanbul|ﬁnance|\u200b|🙂|1 1 1|may|may not|the ban|did the same|• |2022-03-01 US | | |".split("|")
)
TEXTS = st.one_of(st.lists(PIECES, min_size=1, max_size=40).map(" ".join), st.text(min_size=1, max_size=200))


@given(TEXTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_proves_its_quotes(text: str) -> None:
    if not text.strip():
        return
    reading = analyse(Article(text=text, published="2022-12-24", title=text[:40] or None))
    assert all(m.proves(text) for m in reading.mentions)
    assert all(text[s.start : s.end] == s.quote for s in reading.skipped)
    assert all(r.start is None or text[r.start : r.end] == r.phrase or not r.phrase for m in reading.mentions for r in m.reasons)


@given(st.text(max_size=300))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=400))
def test_units_cover_all_that_is_no_white_space_once(text: str) -> None:
    covered = "".join(text[u.start : u.end] for u in units(text))
    assert sorted("".join(covered.split())) == sorted("".join(text.split()))


def test_the_same_article_read_twice_gives_the_same_mentions() -> None:
    text = "Canada, the US and Japan banned imports of Russian coal on April 8. In response, Moscow expelled ten diplomats."
    assert analyse(Article(text=text, published="2022-04-09")) == analyse(Article(text=text, published="2022-04-09"))


HOSTILE = ["(", "1 ", "may ", "ban , ", "Japan and ", "sanctions ", "on May 1 ", "not ", '"', "which ", "• a\n", "Japan banned coal.\n"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_hostile_text_is_at_most_about_twice_the_work(piece: str) -> None:
    assert steps(piece * 2000) <= 2.6 * steps(piece * 1000) + 2000


def steps(text: str) -> int:
    """Python calls made while a text is read: the work, counted instead of timed."""
    count = 0

    def tally(*_: object) -> None:
        nonlocal count
        count += 1

    article = Article(text=text + ".", published="2022-12-24")
    analyse(Article(text="warm up.", published="2022-12-24"))
    sys.setprofile(tally)
    try:
        analyse(article)
    finally:
        sys.setprofile(None)
    return count
