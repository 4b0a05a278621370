"""A store of told stories with a desk to judge them at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from stories import Told

from timeline import Timeline
from timeline.event import Event
from timeline.review.desk import Desk
from timeline.store.writing import add_article, current_articles, reread

DAY = date(2022, 3, 20)


class Place:
    """A timeline in a folder of its own. Its articles are told, not parsed, and so are their later readings."""

    def __init__(self, store: str, judgements: Path) -> None:
        self.store, self.file = store, judgements
        self.timeline = Timeline.open(store, judgements)

    def tell(self, *stories: Told) -> list[Event]:
        for article, reading in stories:
            add_article(self.timeline._engine, article, reading)
        return self.events()

    def retell(self, story: Told) -> list[Event]:
        """Read an article that is there otherwise than before."""
        article, read = story
        number = next(number for number, stored in current_articles(self.timeline._engine) if stored.id == article.id)
        reread(self.timeline._engine, number, article, read)
        return self.events()

    def events(self) -> list[Event]:
        return self.timeline.event_list()

    def desk(self, author: str = "Ann", day: date = DAY) -> Desk:
        return self.timeline.desk(author, day)

    def lines(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []

    def states(self) -> dict[str, list[str]]:
        """By kind of judgement how each stands."""
        found: dict[str, list[str]] = {}
        for each in self.timeline.judged():
            found.setdefault(each.judgement.kind, []).append(each.state)
        return found

    def again(self) -> None:
        """Close the timeline and open it again."""
        self.timeline.close()
        self.timeline = Timeline.open(self.store, self.file)


@pytest.fixture
def open_place(tmp_path: Path, stores: Any) -> Iterator[Callable[..., Place]]:
    """A new timeline, or the one at ``store`` once more, with the judgements of a file."""
    made: list[Place] = []

    def opened(name: str = "x", judgements: Path | None = None, store: str | None = None) -> Place:
        made.append(Place(store or stores.new(), judgements or tmp_path / f"{name}.judgements.jsonl"))
        return made[-1]

    yield opened
    for one in made:
        one.timeline.close()


@pytest.fixture
def place(open_place: Callable[..., Place]) -> Place:
    return open_place()
