"""Which of several acts is the one that is meant: the nearest in time, kind, goods and words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from parsers.vocabulary import vocabulary
from timeline.merge.act import Act, words_in

MARGIN = 0.5  # by how much a measure may be less near and still belong to the set that an answer answers
FADE = 30  # days over which a trigger loses most of its weight
LATEST = 24  # acts that are looked at; what lies behind so many later ones is not what an article means


def latest(acts: Sequence[Act]) -> list[Act]:
    """The latest acts: as many as ``LATEST``, and all of the day of the last of them. Acts without a day come last."""
    ordered = sorted(acts, key=lambda act: act.day or date.min, reverse=True)
    if len(ordered) <= LATEST:
        return ordered
    least = ordered[LATEST - 1].day or date.min
    return [act for act in ordered if (act.day or date.min) >= least]


def nearest(event: Act, others: Sequence[Act], is_exact: Callable[[Act], bool]) -> list[Act]:
    """The nearest candidate, then what its imposer did on the same day and that is hardly less near: a general trigger means the set."""
    rarity = _rarity(others)
    score = {other.event_id: round(_nearness(event, other, rarity) + bool(is_exact(other)), 6) for other in others}
    ranked = sorted(others, key=lambda other: (score[other.event_id], other.day or date.min, _face(other)), reverse=True)
    first = ranked[0]
    least = score[first.event_id] - MARGIN
    same = [other for other in ranked[1:] if (other.imposer, other.day) == (first.imposer, first.day) and score[other.event_id] >= least]
    return [first, *same]


def _face(act: Act) -> tuple[Any, ...]:
    """What settles a tie: the act's own values and where they stand, since ids depend on which article came first."""
    return (act.imposer, act.instrument, act.action, act.targets, sorted(act.words), act.place)


def _nearness(event: Act, other: Act, rarity: dict[str, float]) -> float:
    # Of an act without a day only what passed before it can have happened counts as time between.
    first, second = other.day, event.first_day
    days = (second - first).days if first and second else 0
    fresh = 2 * math.exp(-max(days, 0) / FADE) + 0.5 * math.exp(-max(days, 0) / 365)
    alike = 0.5 * (event.instrument == other.instrument) + 0.25 * (_category(event) == _category(other))
    goods = 0.5 * bool(event.scope & other.scope)
    # Added up in the order of the alphabet: floats do not add up the same in any order.
    return fresh + alike + goods + min(1.5, sum(rarity.get(word, 0.0) for word in sorted(event.words & other.words)))


def _category(act: Act) -> str:
    return vocabulary().instruments[act.instrument].category


def _rarity(others: Sequence[Act]) -> dict[str, float]:
    """How much a word tells one candidate from the rest: nothing where all have it, or where it only names the kind of measure."""
    kind = frozenset().union(*(_kind_words(other.instrument) for other in others))
    seen = Counter(word for other in others for word in other.words - kind)
    return {word: math.log(len(others) / count) for word, count in seen.items()}


def _kind_words(instrument: str) -> frozenset[str]:
    entry = vocabulary().instruments[instrument]
    return words_in(f"{entry.label} {entry.definition} {entry.boundary}")
