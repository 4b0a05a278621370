"""Articles for measuring: 4 kB of everyday news, in which one sentence in ten speaks of sanctions; the same ones in every run.

The sanction sentences are those that bear an annotated event in ``data/gold/dev``; all others were written for this benchmark
(``neutral.txt``) and get fresh names, numbers, dates and places each time, so that no article repeats another.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from parsers import Article
from parsers.text import units

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "data" / "gold" / "dev"
LENGTH = 4_000  # characters
EVERY = 10  # one sentence in so many speaks of sanctions
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CITIES = "Porto Graz Turku Leeds Kobe Tartu Basel Lyon Kyoto Bergen Utrecht Bologna Halifax Perth Denver Tokyo Madrid Riga".split()
FIRST = "Anna Tomas Ingrid Kenji Maria Paul Aiko Lucas Nora Henrik Clara Samuel Elena Victor Hana Oskar Julia Martin".split()
LAST = "Weber Lindqvist Tanaka Moreau Silva Okafor Novak Hansen Rossi Mori Keller Duarte Byrne Castle Ito Vogel Marsh Lund".split()
FIRST_DAY = date(2022, 3, 1)


@dataclass(frozen=True)
class Source:
    """The title of an annotated document and its sentences that bear events."""

    title: str
    sentences: tuple[str, ...]


def articles(count: int) -> Iterator[Article]:
    """The first ``count`` articles; number ``n`` is the same whatever the count."""
    return (article(number) for number in range(count))


def article(number: int) -> Article:
    """One article of at least ``LENGTH`` characters, in paragraphs of two or three sentences."""
    rng = random.Random(number)  # noqa: S311 - no secret
    source = sources()[number % len(sources())]
    speaking = iter(_from(source, rng))
    place, sentences = rng.randrange(EVERY), []
    neutral = _shuffled(rng)
    while sum(map(len, sentences)) + len(sentences) < LENGTH:
        sentences.append(next(speaking) if len(sentences) % EVERY == place else _filled(next(neutral), rng))
    published = FIRST_DAY + timedelta(days=rng.randrange(1_000))
    return Article(text=_paragraphs(sentences, rng), title=source.title, published=published, id=f"bench-{number}", language="en")


@cache
def sources() -> tuple[Source, ...]:
    """The English documents of the annotated set that have events, each with the sentences that tell them."""
    documents = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json")))
    found = (Source(doc["title"], _speaking(doc)) for doc in documents if doc["lang"] == "en" and doc["events"])
    return tuple(source for source in found if source.sentences)


@cache
def neutral_sentences() -> tuple[str, ...]:
    """The sentences of our own writing, with their slots unfilled."""
    return tuple((HERE / "neutral.txt").read_text(encoding="utf-8").splitlines())


def _speaking(document: dict[str, object]) -> tuple[str, ...]:
    text, events = str(document["text"]), document["events"]
    assert isinstance(events, list)
    places = [text.index(event["quote"]) for event in events]
    return tuple(text[u.start : u.end] for u in units(text) if u.kind == "sentence" and any(u.start <= p < u.end for p in places))


def _from(source: Source, rng: random.Random) -> Iterator[str]:
    # A source that has too few sentences goes on in another, as an article that mixes stories does.
    while True:
        yield from source.sentences
        source = rng.choice(sources())


def _shuffled(rng: random.Random) -> Iterator[str]:
    while True:
        yield from rng.sample(neutral_sentences(), len(neutral_sentences()))


def _filled(sentence: str, rng: random.Random) -> str:
    year = rng.randint(1998, 2021)
    return sentence.format(
        city=rng.choice(CITIES),
        name=f"{rng.choice(FIRST)} {rng.choice(LAST)}",
        n=rng.randint(12, 90),
        pct=f"{rng.randint(2, 30)}.{rng.randint(1, 9)}",
        d=rng.randint(1, 8),
        date=f"{rng.randint(1, 28)} {rng.choice(MONTHS)}" if rng.random() < 0.5 else f"{rng.choice(MONTHS)} {rng.randint(1, 28)}",
        weekday=rng.choice(WEEKDAYS),
        month=rng.choice(MONTHS),
        year=year,
        nextyear=rng.randint(2023, 2028),
    )


def _paragraphs(sentences: list[str], rng: random.Random) -> str:
    out = [sentences[0]]
    for sentence in sentences[1:]:
        out += ["\n\n" if rng.random() < 0.4 else " ", sentence]
    return "".join(out)
