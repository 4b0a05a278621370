"""A small story of ten measures in four articles: every status, an answer, a claim, a conflict, a missing date, and a hostile article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from parsers.article import Article
from timeline.event import Event

if TYPE_CHECKING:
    import pandas as pd

STORY = Path(__file__).parent / "story"


def lines(name: str) -> Iterator[str]:
    return iter((STORY / name).read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="session")
def events() -> list[Event]:
    return [Event.model_validate_json(line) for line in lines("events.jsonl")]


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    return [Article.model_validate_json(line) for line in lines("articles.jsonl")]


@pytest.fixture(scope="session")
def frame(events: list[Event]) -> pd.DataFrame:
    from timeline.frame import to_frame

    return to_frame(events)
