"""The merge on the annotated stories, given perfect mentions: what is lost here is the merge's own fault."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from stories import annotated, evidence_of

from timeline.event import Event
from timeline.merge import merge


@pytest.fixture(scope="module")
def gold(root: Path) -> dict[str, dict[str, Any]]:
    rows = json.loads((root / "data/gold/merge/events.json").read_text(encoding="utf-8"))
    return {row["event_id"]: row for row in rows}


@pytest.fixture(scope="module")
def events(root: Path) -> dict[str, Event]:
    """The merged event of each annotated one; fails where an event holds mentions of two, or two hold mentions of one."""
    stories = list(annotated(root / "data/gold/merge"))
    names = {(story[0].id, one.start): name for story, belongs in stories for one, name in zip(story[1].mentions, belongs, strict=True)}
    found: dict[str, list[Event]] = defaultdict(list)
    for event in merge(*evidence_of(story for story, _ in stories)):
        told = {names[one.article, one.start] for one in event.mentions}
        assert len(told) == 1, f"merged: {sorted(told)}"
        found[told.pop()].append(event)
    split = [name for name, parts in found.items() if len(parts) > 1]
    assert split == []
    return {name: parts[0] for name, parts in found.items()}


def test_every_annotated_event_is_one_event(events: dict[str, Event], gold: dict[str, dict[str, Any]]) -> None:
    assert set(events) == set(gold)


@pytest.mark.parametrize("field", ["announced", "effective", "expires", "status", "n_articles", "n_sources"])
def test_best_values_are_the_annotated_ones(field: str, events: dict[str, Event], gold: dict[str, dict[str, Any]]) -> None:
    wrong = {
        name: (getattr(event, field), gold[name][field])
        for name, event in events.items()
        if getattr(event, field) not in (gold[name][field], *gold[name].get(f"{field}_alt", []))
    }
    assert wrong == {}


def test_every_conflict_of_dates_is_found(events: dict[str, Event], gold: dict[str, dict[str, Any]]) -> None:
    wanted = {(name, one["field"], tuple(one["values"])) for name, row in gold.items() for one in row["conflicts"] if not one["optional"]}
    said = {(name, one.field, one.values) for name, event in events.items() for one in event.conflicts}
    assert {one for one in wanted if one[1] != "count"} <= said
    assert {one[0] for one in said} - {name for name, row in gold.items() if row["conflicts"]} == {"cap-eu"}


def test_every_link_is_right_and_none_is_missing(events: dict[str, Event], gold: dict[str, dict[str, Any]]) -> None:
    names = {event.event_id: name for name, event in events.items()}
    said = {(name, link.type, names[link.to]) for name, event in events.items() for link in event.links}
    right: set[tuple[str, str, str]] = set()
    for name, row in gold.items():
        for link in row["links"]:
            ways = {(name, kind, to) for kind in (link["type"], *link["type_alt"]) for to in (link["to"], *link["alt"])}
            assert link["optional"] or ways & said, f"{name} {link['type']} {link['to']} is missing"
            right |= ways
    assert said <= right
