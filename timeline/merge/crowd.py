"""Where so many acts lie that a mention without its day could be any of them.

A block holds what one imposer does of one kind against one side. Up to ``CROWD`` different days in it, every mention is held against every
other: a promise finds its deed, a month its day, an undated mention the act that it fits best. Beyond that such matches would be guesses
(and would cost the more the more is stored), so only mentions that name the same days are one act, and those of the very same words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from timeline.merge.item import Item

CROWD = 24  # different days in a block beyond which only days in common join two mentions
SLIP = 3  # days by which two reports of one day may differ


def is_crowded(days: int) -> bool:
    """Whether a block with so many different days is crowded."""
    return days > CROWD


def crowded_blocks(items: Iterable[Item]) -> frozenset[str]:
    """The crowded blocks among all items that there are."""
    days: dict[str, set[int]] = {}
    for item in items:
        for block in item.blocks:
            days.setdefault(block, set()).update(item.days)
    return frozenset(block for block, found in days.items() if is_crowded(len(found)))


def marked(items: Iterable[Item], crowded: Collection[str]) -> list[Item]:
    """The items, each with whether it stands in a crowded block."""
    return [replace(item, is_crowded=True) if any(block in crowded for block in item.blocks) else item for item in items]


def may_meet(one: Item, other: Item) -> bool:
    """Whether the crowd around two items leaves it open that they tell one act."""
    if not (one.is_crowded or other.is_crowded):
        return True
    return one.evidence.quote == other.evidence.quote or any(abs(a - b) <= SLIP for a in one.days for b in other.days)
