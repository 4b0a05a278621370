"""Articles to mentions on one core, beside what others need for the same articles in the same run; and the date tagger alone.

Seconds are of the process's own CPU time and of the best round, so that a busy machine disturbs little.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parsers import Article, analyse
from parsers.dates import tag
from parsers.engine import scanners
from parsers.fold import fold
from parsers.lexicon import lexicon
from tests.benchmarks.articles import MONTHS, WEEKDAYS, articles

# What an afternoon's script looks for: a word or two for each instrument.
KEYWORDS = re.compile(
    r"\b(?:sanction(?:s|ed)?|asset freeze|frozen?|seiz(?:ed?|ure)|swift|central bank|oil embargo|embargo(?:es)?|import ban|export ban"
    r"|export controls?|bann?(?:ed|s)?|price cap|tariffs?|dut(?:y|ies)|travel ban|visas?|airspace|ports?|flights?|expel(?:led|s)?"
    r"|diplomats?|ambassador|treaty|suspend(?:ed|s)?|membership|broadcast(?:ing|er)?|blacklist(?:ed)?|restrict(?:ed|ions?)"
    r"|retaliat(?:ed|ion)|counter-?measures?|prohibit(?:ed|s)?|most.favou?red.nation|investment ban|divest(?:ed|ment)?)\b",
    re.IGNORECASE,
)
Work = Callable[[Article], Any]


@dataclass(frozen=True)
class Rate:
    """How many articles a second one way of reading handles, and how many characters a second."""

    name: str
    per_second: float
    megabytes: float


def rates(count: int, slow: int, rounds: int) -> list[Rate]:
    """Ours first, then the others; ``slow`` articles are enough for those that take long."""
    found = list(articles(count))
    ours = [("articles to mentions", analyse, found), ("date tagger alone", _tag, found), ("bare Aho-Corasick scan", _scan, found)]
    others = [("dateparser search_dates + keywords", _search_dates(), found[:slow])]
    spacy = _spacy()
    if spacy is not None:
        others.append(("spaCy blank + PhraseMatcher + Matcher", spacy, found))
    return measured([*ours, *others], rounds)


def measured(ways: Sequence[tuple[str, Work, Sequence[Article]]], rounds: int) -> list[Rate]:
    """The best of several rounds of each; all take turns, so that a change of the machine's pace meets all."""
    best = dict.fromkeys((name for name, _, _ in ways), float("inf"))
    for _, work, found in ways:
        work(found[0])
    for _ in range(rounds):
        for name, work, found in ways:
            best[name] = min(best[name], _seconds(work, found))
    return [Rate(name, len(found) / best[name], _megabytes(found) / best[name]) for name, _, found in ways]


def _seconds(work: Work, found: Sequence[Article]) -> float:
    began = time.process_time()
    for article in found:
        work(article)
    return max(time.process_time() - began, 1e-9)


def _megabytes(found: Sequence[Article]) -> float:
    return sum(len(article.text.encode()) for article in found) / 1e6


def _tag(article: Article) -> object:
    return tag(article.text, article.published, article.title)


def _scan(article: Article) -> object:
    return scanners().bare(fold(article.text))


def _search_dates() -> Work:
    from dateparser.search import search_dates

    def work(article: Article) -> object:
        assert article.published is not None
        base = datetime.combine(article.published, datetime.min.time())
        return search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base}), KEYWORDS.findall(article.text)

    return work


def _spacy() -> Work | None:
    """spaCy's sentences, the same phrases and the shapes of days, of which it resolves none. None where it is not installed."""
    try:
        import spacy
        from spacy.matcher import Matcher, PhraseMatcher
    except ImportError:
        return None
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    phrases, days = PhraseMatcher(nlp.vocab, attr="LOWER"), Matcher(nlp.vocab)
    phrases.add("phrase", list(nlp.tokenizer.pipe(lexicon().words.known)))
    month, number = {"LOWER": {"IN": [name.lower() for name in MONTHS]}}, {"IS_DIGIT": True}
    days.add("day", [[month, number], [number, month], [{"LOWER": {"IN": [name.lower() for name in WEEKDAYS]}}]])

    def work(article: Article) -> object:
        doc = nlp(article.text)
        return list(doc.sents), phrases(doc), days(doc)

    return work
