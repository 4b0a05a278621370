"""Whether ``confidence`` means what it says: of the mentions given 0.9, nine in ten should be right.

Right is a mention whose imposer and instrument are those of an annotated event, each event counted once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.score import Result

BINS = 10


@dataclass(frozen=True)
class Bin:
    """The mentions whose confidence lies in one tenth: how many, what they were given on average, and how many were right."""

    low: float
    count: int
    given: float
    right: float


def judged(result: Result) -> list[tuple[float, bool]]:
    """(confidence, whether it is right) for every mention."""
    right = [(outcome.found.confidence, True) for outcome in result.outcomes if outcome.found]
    return right + [(mention.confidence, False) for mention in result.false]


def table(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Ten bins of equal width, empty ones left out."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for given, right in pairs:
        bins.setdefault(min(int(given * BINS), BINS - 1), []).append((given, right))
    return [
        Bin(place / BINS, len(found), sum(g for g, _ in found) / len(found), sum(r for _, r in found) / len(found))
        for place, found in sorted(bins.items())
    ]


def expected_error(bins: list[Bin]) -> float:
    """The expected calibration error: how far the given confidence lies from the share that is right, weighted by the mentions."""
    total = sum(each.count for each in bins)
    return sum(each.count * abs(each.given - each.right) for each in bins) / total if total else 0.0
