"""Names of events: short enough to type, given at first sight and kept for good."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import count

from timeline.event import Event, day_bounds

# Digits and letters that no eye mistakes for one another.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
TAILS = (3, 4, 6, 12)
BATCH = 20
Key = tuple[str, int, int, str, str, str, str]


def possible_ids(event: Event, batch: int = 0) -> list[str]:
    """The ids that an event can get, ``JP-asset-freeze-2022-02-25-k3f`` first: the tail comes from its first evidence and grows where
    another event has the same. Each further ``batch`` numbers the longest one, for evidence that was regrouped time and again."""
    first = min(one.key for one in event.mentions)
    digest = int.from_bytes(hashlib.sha256("\x1f".join(map(str, first)).encode()).digest())
    stem = f"{event.imposer}-{event.instrument.replace('_', '-')}-{_date_part(event)}"
    if batch:
        return [f"{stem}-{_tail(digest, TAILS[-1])}-{number}" for number in range(BATCH * (batch - 1) + 2, BATCH * batch + 2)]
    return [f"{stem}-{_tail(digest, length)}" for length in TAILS]


def new_id(event: Event, taken: Collection[str]) -> str:
    """The shortest possible id that is not taken."""
    return next(name for batch in count() for name in possible_ids(event, batch) if name not in taken)


def _date_part(event: Event) -> str:
    """The day of announcement, else of effect, only as precise as it is known; an interval gives its first day's month."""
    value = event.announced or event.effective
    if not value:
        return "undated"
    span = day_bounds(value)
    return f"{span[0]:%Y-%m}" if span and "/" in value else value.split("/")[0]


def _tail(number: int, length: int) -> str:
    letters = ""
    for _ in range(length):
        number, rest = divmod(number, len(ALPHABET))
        letters += ALPHABET[rest]
    return letters


def heirs(
    clusters: Sequence[Collection[Key]], owners: Mapping[Key, str], ages: Mapping[str, int]
) -> tuple[list[str | None], dict[str, str | None]]:
    """Which cluster keeps which id. ``owners`` says under which id a mention stood so far, ``ages`` the rank of each id by age.

    The oldest id comes first and goes to the cluster that holds most of its mentions; a cluster keeps the oldest id it is offered.
    Returns the id of each cluster (None where it needs a new one), and for each id that lost its place the id that it leads to
    (None where nothing is left of it).
    """
    held: dict[str, Counter[int]] = {}
    for index, keys in enumerate(clusters):
        for key in keys:
            if key in owners:
                held.setdefault(owners[key], Counter())[index] += 1
    names: list[str | None] = [None] * len(clusters)
    lost: dict[str, int] = {}
    for name in sorted(held, key=lambda name: (ages[name], name)):
        order = sorted(held[name], key=lambda index: (-held[name][index], index))
        place = next((index for index in order if names[index] is None), None)
        if place is None:
            lost[name] = order[0]
        else:
            names[place] = name
    gone = dict.fromkeys(set(owners.values()) - set(held))
    return names, gone | {name: names[index] for name, index in lost.items()}
