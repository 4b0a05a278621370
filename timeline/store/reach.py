"""Which mentions a change can concern: those that a changed one may be one act with, those that these may be one act with, and so on.

In a crowded block that is what names the same days, however much the block holds; elsewhere it is the whole block, which is small then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from timeline.merge import crowd
from timeline.merge.crowd import SLIP, is_crowded
from timeline.store.statements import blocks_with, days_in, days_with, in_blocks, near_days


class Place(NamedTuple):
    """Where a mention stands: its blocks, and the days (ISO 8601) that it names."""

    blocks: frozenset[str]
    days: frozenset[str]


@dataclass(frozen=True)
class Reached:
    """The mentions concerned, by row, and which of their blocks are crowded."""

    numbers: frozenset[int]
    crowded: frozenset[str]


def reach(connection: Connection, numbers: Iterable[int], vacated: Collection[Place], slack: int) -> Reached:
    """All mentions that a change of some mentions concerns. ``vacated`` are the places of those that were taken away; ``slack`` is by how
    many days a block may have grown or shrunk: one that was crowded before or after, but not both, counts as open."""
    return _Spread(connection, slack).over(set(numbers), vacated)


def places(connection: Connection, numbers: Collection[int]) -> dict[int, Place]:
    """Where some mentions stand, by row."""
    if not numbers:
        return {}
    wanted = {"numbers": sorted(numbers)}
    blocks: dict[int, set[str]] = {number: set() for number in numbers}
    days: dict[int, set[str]] = {number: set() for number in numbers}
    for number, block in connection.execute(blocks_with(), wanted):
        blocks[number].add(block)
    for number, day in connection.execute(days_with(), wanted):
        days[number].add(day)
    return {number: Place(frozenset(blocks[number]), frozenset(days[number])) for number in numbers}


class _Spread:
    def __init__(self, connection: Connection, slack: int) -> None:
        self.connection, self.limit = connection, crowd.CROWD + slack + 1
        self.slack = slack
        self.counts: dict[str, int] = {}
        self.known: dict[int, Place] = {}
        self.whole: set[str] = set()

    def over(self, numbers: set[int], vacated: Collection[Place]) -> Reached:
        edge = [*self._take(numbers).values(), *vacated]
        while edge:
            found, mixed = self._around(edge)
            edge = [*found.values(), *self._take(self._beside(mixed)).values()]
        return Reached(frozenset(self.known), frozenset(block for block, count in self.counts.items() if is_crowded(count)))

    def _take(self, numbers: Iterable[int]) -> dict[int, Place]:
        """Note mentions as concerned; returns those that were not before."""
        new = places(self.connection, set(numbers) - set(self.known))
        self.known |= new
        self._count(block for place in new.values() for block in place.blocks)
        return new

    def _count(self, blocks: Iterable[str]) -> None:
        for block in sorted(set(blocks) - set(self.counts)):
            self.counts[block] = self.connection.scalar(days_in(), {"block": block, "most": self.limit}) or 0

    def _is_open(self, place: Place) -> bool:
        return not any(is_crowded(self.counts[block] - self.slack) for block in place.blocks)

    def _around(self, edge: Collection[Place]) -> tuple[dict[int, Place], set[int]]:
        """What is concerned by some places: new mentions, and those of open blocks that stand in a crowded one as well."""
        self._count(block for place in edge for block in place.blocks)
        opened = {block for place in edge for block in place.blocks if self._is_open(place) or self._is_bound(block)} - self.whole
        self.whole |= opened
        told = self.connection.execute(in_blocks(), {"blocks": sorted(opened)}).all() if opened else []
        candidates = places(self.connection, {number for number, _ in told} - set(self.known))
        self._count(block for place in candidates.values() for block in place.blocks)
        bound = {number for number, block in told if self._is_bound(block)}
        taken = {number for number, place in candidates.items() if number in bound or self._is_open(place)}
        near = {number for place in edge if not self._is_open(place) for number in self._near(place, place.blocks)}
        new = {number: candidates[number] for number in taken}
        self.known |= new
        return new | self._take(near), set(candidates) - taken

    def _is_bound(self, block: str) -> bool:
        """Whether a block has no days to go by: mentions of the same words, and what a human put together."""
        return "~" in block or self.counts[block] == 0

    def _near(self, place: Place, blocks: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for block in sorted(blocks):
            for day in sorted(place.days):
                found.update(self.connection.scalars(near_days(), {"block": block} | _around_day(day)))
        return found

    def _beside(self, mixed: Collection[int]) -> set[int]:
        """Of mentions in open and crowded blocks those that share days with a mention of the open ones."""
        days: dict[str, set[str]] = {}
        for place in self.known.values():
            if self._is_open(place):
                for block in place.blocks:
                    days.setdefault(block, set()).update(day for near in place.days for day in _days_around(near))
        standing = places(self.connection, mixed)
        return {number for number, place in standing.items() if any(place.days & days.get(block, set()) for block in place.blocks)}


def _around_day(day: str) -> dict[str, str]:
    return {"first": _shift(day, -SLIP), "last": _shift(day, SLIP)}


def _days_around(day: str) -> list[str]:
    return [_shift(day, step) for step in range(-SLIP, SLIP + 1)]


def _shift(day: str, step: int) -> str:
    return (date.fromisoformat(day) + timedelta(step)).isoformat()
