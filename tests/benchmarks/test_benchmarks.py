"""Each benchmark runs, and no score that was reached is lost."""

from __future__ import annotations

import pytest

from tests.benchmarks import pinned
from tests.benchmarks.__main__ import BENCHMARKS, main
from tests.benchmarks.articles import EVERY, LENGTH, article, articles, neutral_sentences, sources
from tests.benchmarks.calibration import expected_error, table
from tests.benchmarks.score import compare, documents, half


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_runs_in_its_short_form(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([name, "--short"])
    assert len(capsys.readouterr().out.splitlines()) > 2


def test_no_pinned_score_is_lost() -> None:
    before = pinned.pinned()
    now = pinned.scores()
    assert now["gold"] == before["gold"], "the annotated documents changed: pin the scores anew (python -m tests.benchmarks scores --pin)"
    lost = pinned.drops(now, before)
    told = "\n".join(line for line in pinned.changes(now, before) if line.startswith("-"))
    assert lost == [], f"{told}\nif this is meant, pin the scores anew (python -m tests.benchmarks scores --pin)"


def test_a_lost_score_is_seen() -> None:
    before = pinned.pinned()
    better = {**before, "figures": {"all": {**before["figures"]["all"], "recall": 2.0}}}
    assert pinned.drops(before, before) == []
    assert [line.split(":")[0] for line in pinned.drops(before, better)] == ["recall of all"]


def test_articles_are_the_same_in_every_run_and_as_long_as_they_say() -> None:
    first, second = list(articles(40)), [article(number) for number in range(40)]
    assert first == second
    assert len({one.text for one in first}) == 40
    assert all(LENGTH <= len(one.text) < LENGTH + 500 for one in first)


def test_one_sentence_in_ten_speaks_of_sanctions() -> None:
    told = [sentence for source in sources() for sentence in source.sentences]
    for one in articles(20):
        sentences = sum(one.text.count(sentence) for sentence in set(told))
        assert 2 <= sentences <= 5, f"about one in {EVERY} of some thirty"
    assert len(neutral_sentences()) >= 60


def test_both_halves_hold_a_fair_share_of_the_documents() -> None:
    halves = [half(document["doc"]) for document in documents()]
    assert 0.3 < halves.count("A") / len(halves) < 0.7


def test_a_perfect_reader_scores_one_and_a_silent_one_zero() -> None:
    document = next(document for document in documents() if document["events"])
    assert compare(document, []).figures()["recall"] == 0.0
    assert compare({**document, "events": []}, []).figures()["precision"] == 1.0


def test_confidence_that_says_what_it_means_has_no_error() -> None:
    honest = [(0.75, True)] * 3 + [(0.75, False)]
    assert expected_error(table(honest)) == 0.0
    assert expected_error(table([(1.0, False)] * 3)) == 1.0
