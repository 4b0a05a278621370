"""Many events out of few: the sample corpus told anew with other sides, days and words, as varied as a real table of thousands.

Every word of five letters or more is put in for another of the same length, so that quotes stand where they stood and nothing repeats.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from parsers.article import Article
from timeline import Timeline
from timeline.event import Event, Evidence

ROOT = Path(__file__).parents[2]
WORD = re.compile(r"\b[a-z]{5,}\b")
IMPOSERS = (
    "US EU GB JP CA AU CH NO UA NZ KR SG TW PL LT LV EE CZ SE FI DE FR IT NL BE ES DK IS AL ME MK LI GE MD IN TR CN RU BY KZ G7 UN".split()
)
TARGETS = "RU BY IR KP SY VE MM CN UA-43 UA-14 CU ZW SD ML".split()
FIRST, DAYS = date(2012, 1, 1), 5000


def sample() -> tuple[list[Event], list[Article]]:
    """The events and articles of the sample corpus, from a store in memory."""
    with Timeline.open("sqlite://") as timeline:
        timeline.append(ROOT / "data" / "articles")
        return timeline.event_list(), timeline.articles()


def crowd(size: int, seed: int = 5) -> tuple[list[Event], list[Article]]:
    """``size`` events and their articles, five events an article; the same seed gives the same crowd."""
    events, articles = sample()
    texts = {article.digest: article for article in articles}
    told = [event for event in events if event.mentions and event.mentions[0].digest in texts]
    teller = Teller(random.Random(seed), list(texts.values()))  # noqa: S311 - nothing here is a secret
    made = [teller.event(told[n % len(told)], n, n // len(told)) for n in range(size)]
    return made, list(teller.articles.values())


class Teller:
    """Tells events of the corpus anew."""

    def __init__(self, dice: random.Random, articles: list[Article]) -> None:
        self.dice = dice
        self.known = {article.digest: article for article in articles}
        self.articles: dict[tuple[str, int], Article] = {}
        self.words: dict[int, list[str]] = defaultdict(list)
        for word in sorted({word for article in articles for word in WORD.findall(article.text)}):
            self.words[len(word)].append(word)

    def event(self, event: Event, number: int, copy: int) -> Event:
        """The same act by other sides on another day, proved by an article of its own."""
        day = FIRST + timedelta(days=int(DAYS * self.dice.betavariate(5, 2)))
        imposer = self.dice.choices(IMPOSERS, weights=[1 / (place + 1) for place in range(len(IMPOSERS))])[0]
        mentions = tuple(self.evidence(evidence, copy, day) for evidence in event.mentions if evidence.digest in self.known)
        shift = day - (event.interval[0] or event.interval[1] or day)
        changed: dict[str, Any] = {
            "event_id": f"{event.event_id}-{number}",
            "imposer": imposer,
            "targets": tuple(self.dice.choices(TARGETS, weights=[8, *[1] * (len(TARGETS) - 1)], k=1 + (number % 9 == 0))),
            "quote": mentions[0].quote,
            "mentions": mentions,
            "links": (),
            "earliest": event.earliest and event.earliest + shift,
            "latest": event.latest and event.latest + shift,
        }
        return event.model_copy(update=changed | {name: self.moved(getattr(event, name), day) for name in ("announced", "effective")})

    def moved(self, edtf: str | None, day: date) -> str | None:
        """A date of the same precision elsewhere; an effective one up to two months later."""
        if not edtf or "/" in edtf:
            return None
        return (day + timedelta(days=self.dice.choice((0, 0, 3, 14, 60)))).isoformat()[: len(edtf)] if edtf[:4].isdigit() else edtf

    def evidence(self, evidence: Evidence, copy: int, day: date) -> Evidence:
        """The mention in the new words."""
        article = self.article(evidence.digest, copy, day)
        quote = article.text[evidence.start : evidence.end]
        told = {"article": article.id, "digest": article.digest, "title": article.title, "published": article.published}
        return evidence.model_copy(update=told | {"quote": quote})

    def article(self, digest: str, copy: int, day: date) -> Article:
        """One retelling of an article, made once."""
        if (digest, copy) not in self.articles:
            old = self.known[digest]
            text = WORD.sub(lambda found: self.dice.choice(self.words[len(found[0])]), old.text)
            known = old.model_dump(exclude={"text", "title", "published", "id", "digest"})
            title = WORD.sub(lambda found: self.dice.choice(self.words[len(found[0])]), old.title or "")
            self.articles[digest, copy] = Article(**known, text=text, title=title, published=day, id=f"{old.id}-{copy}")
        return self.articles[digest, copy]
