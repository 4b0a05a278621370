"""The dated world events: every entry can be used and checked."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.dates import tag
from parsers.dates.landmarks import Landmark, landmark, landmarks
from parsers.errors import PackError

ALL = list(landmarks().values())


def test_there_are_enough_to_count_from() -> None:
    assert len(ALL) >= 40


@pytest.mark.parametrize("event", ALL, ids=lambda event: event.name)
def test_each_event_has_a_source_and_is_counted_from(event: Landmark) -> None:
    assert event.source.startswith("https://")
    for alias in event.aliases:
        assert alias == alias.lower()
        found = tag(f"It acted on the day after the {alias} in anger.", None)
        assert [(each.edtf, each.rule) for each in found] == [(date.fromordinal(event.day.toordinal() + 1).isoformat(), "after_landmark")]


def test_no_name_means_two_events() -> None:
    names = [alias for event in ALL for alias in event.aliases]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "entry",
    [
        {"date": date(2022, 2, 24), "aliases": ["x"]},
        {"date": "2022-02-24", "aliases": ["x"], "source": "https://example.org"},
        {"date": date(2022, 2, 24), "aliases": ["x", "x"], "source": "https://example.org"},
        {"date": date(2022, 2, 24), "aliases": ["x"], "source": "https://example.org", "colour": "red"},
        {"date": date(2022, 2, 24), "aliases": ["x"], "source": "https://example.org", "generic": ["war"]},
    ],
)
def test_an_entry_that_cannot_be_used_is_named(entry: dict[str, object]) -> None:
    with pytest.raises(PackError, match=r"landmarks\.toml: \[somewhere\]"):
        landmark("somewhere", entry)
