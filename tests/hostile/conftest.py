"""One store of all the payloads, and its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import browser  # noqa: F401 - the same browser
from tests.hostile.payloads import articles
from timeline.query import Timeline


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Timeline]:
    """A timeline made of the corpus."""
    with Timeline.open(tmp_path_factory.mktemp("hostile") / "timeline.db") as timeline:
        result = timeline.append(articles())
        assert result.failures == []
        yield timeline


@pytest.fixture(scope="session")
def page_file(hostile: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on it."""
    path = tmp_path_factory.mktemp("page") / "index.html"
    hostile.report(path)
    return path
