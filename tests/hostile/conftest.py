"""One store of all the payloads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.payloads import articles
from timeline.query import Timeline


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Timeline]:
    """A timeline made of the corpus."""
    with Timeline.open(tmp_path_factory.mktemp("hostile") / "timeline.db") as timeline:
        result = timeline.append(articles())
        assert result.failures == []
        yield timeline
