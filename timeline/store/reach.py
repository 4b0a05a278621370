"""Which mentions a change can concern: those that a changed one may be one act with, those that these may be one act with, and so on.

In a crowded block that is what names the same days, however much the block holds; elsewhere it is the whole block, which is small then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
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
        self.passed: dict[int, Place] = {}
        self.whole: set[str] = set()

    def over(self, numbers: set[int], vacated: Collection[Place]) -> Reached:
        edge = [*self._take(places(self.connection, numbers)), *vacated]
        self._count(edge)
        while edge:
            edge = self._around(edge)
        return Reached(frozenset(self.known), frozenset(block for block, count in self.counts.items() if is_crowded(count)))

    def _take(self, new: Mapping[int, Place]) -> list[Place]:
        """Note mentions as concerned; returns their places."""
        self.known |= new
        for number in new:
            self.passed.pop(number, None)
        self._count(new.values())
        return list(new.values())

    def _count(self, standing: Iterable[Place]) -> None:
        for block in sorted({block for place in standing for block in place.blocks} - set(self.counts)):
            self.counts[block] = 0 if _is_bound(block) else self.connection.scalar(days_in(), {"block": block, "most": self.limit}) or 0

    def _is_open(self, place: Place) -> bool:
        return not any(is_crowded(self.counts[block] - self.slack) for block in place.blocks)

    def _around(self, edge: Collection[Place]) -> list[Place]:
        """What is concerned by some places and was not noted yet."""
        opened = {block for place in edge for block in place.blocks if _is_bound(block) or self._is_open(place)} - self.whole
        self.whole |= opened
        told = self.connection.execute(in_blocks(), {"blocks": sorted(opened)}).all() if opened else []
        bound = {number for number, block in told if _is_bound(block)}
        near = self._near([place for place in edge if not self._is_open(place)])
        found = places(self.connection, ({number for number, _ in told} | near) - set(self.known) - set(self.passed))
        self._count(found.values())
        self.passed |= found
        taken = {number: place for number, place in self.passed.items() if number in bound or number in near or self._is_open(place)}
        standing = self._take(taken)
        return standing + self._take(self._beside())

    def _near(self, crowded: Collection[Place]) -> set[int]:
        """Mentions that share a block and, nearly, a day with one of some places."""
        wanted = {(block, day) for place in crowded for block in place.blocks for near in place.days for day in _days_around(near)}
        if not wanted:
            return set()
        asked = {"blocks": sorted({block for block, _ in wanted}), "days": sorted({day for _, day in wanted})}
        return {number for block, day, number in self.connection.execute(near_days(), asked) if (block, day) in wanted}

    def _beside(self) -> dict[int, Place]:
        """Of the mentions that stand in an open and a crowded block those that share days with a mention of the open one."""
        blocks = {block for place in self.passed.values() for block in place.blocks}
        days: dict[str, set[str]] = {block: set() for block in blocks}
        for place in self.known.values() if blocks else ():
            if place.blocks & blocks and self._is_open(place):
                for block in place.blocks & blocks:
                    days[block].update(day for near in place.days for day in _days_around(near))
        return {number: place for number, place in self.passed.items() if any(place.days & days[block] for block in place.blocks)}


def _is_bound(block: str) -> bool:
    """Whether a block has no days to go by: mentions of the same words, and what a human put together."""
    return "~" in block or block.startswith("judged ")


@lru_cache(maxsize=4096)
def _days_around(day: str) -> tuple[str, ...]:
    return tuple((date.fromisoformat(day) + timedelta(step)).isoformat() for step in range(-SLIP, SLIP + 1))
