"""Mentions into acts: exact days first, then coarse dates, then what is undated; the same groups whatever the order of arrival."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from timeline.merge.compare import TO_EFFECT, Fit, fit, fits_all
from timeline.merge.crowd import crowded_blocks, marked
from timeline.merge.item import FOREVER, Item

ENOUGH = 1.9  # agreement that makes two mentions one act
FITS = 1.5  # agreement that lets a coarse or undated mention join the one act that it fits
AHEAD = 0.3  # by how much the best fit has to lead the second


@dataclass
class Cluster:
    """The mentions of one act, and in words why each of them is here."""

    items: list[Item]
    reasons: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[tuple[str, int, int, str, str, str, str], ...]:
        return tuple(item.key for item in self.items)


def cluster(items: Iterable[Item], crowded: Collection[str] | None = None) -> list[Cluster]:
    """Group mentions by act. Order-free: the groups depend on the set of mentions alone, and every mention is in exactly one.

    ``crowded`` names the crowded blocks where the items are not all that there are; None means that they are.
    """
    known = list(items)
    ordered = sorted(marked(known, crowded_blocks(known) if crowded is None else crowded), key=lambda item: item.key)
    exact = [item for item in ordered if item.is_exact]
    coarse = [item for item in ordered if not item.is_exact and not item.is_open]
    undated = [item for item in ordered if not item.is_exact and item.is_open]
    found = _agglomerate([Cluster([item]) for item in exact])
    for part in (coarse, undated):
        rest = _attach(part, found)
        found += _agglomerate([Cluster([item]) for item in rest])
    return sorted(found, key=lambda one: min(one.key))


def _agglomerate(clusters: list[Cluster]) -> list[Cluster]:
    """Join the best-fitting pair of mentions first, then the next, as long as no mention of either group contradicts one of the other."""
    owner = {item.key: one for one in clusters for item in one.items}
    items = [one.items[0] for one in clusters]
    for found, one, other in _pairs(items):
        a, b = owner[one.key], owner[other.key]
        if a is not b and fits_all(a.items, b.items) is not None:
            a.reasons += [*b.reasons, _because(other, one, found)]
            a.items += b.items
            owner.update({item.key: a for item in b.items})
    return _distinct(owner[item.key] for item in items)


def _pairs(items: list[Item]) -> list[tuple[Fit, Item, Item]]:
    """The pairs that fit well enough, best first. Mentions far apart in time are never laid side by side."""
    ordered = sorted(items, key=lambda item: (item.envelope or FOREVER, item.key))
    pairs = [(found, one, other) for one, other in _near(ordered) if (found := _enough(one, other))]
    return sorted(pairs, key=lambda pair: (-pair[0].score, pair[1].key, pair[2].key))


def _near(ordered: list[Item]) -> Iterator[tuple[Item, Item]]:
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if one.envelope and other.envelope and other.envelope[0] - one.envelope[1] > TO_EFFECT:
                break
            yield (one, other) if one.key < other.key else (other, one)


def _enough(one: Item, other: Item) -> Fit | None:
    found = fit(one, other)
    return found if found and found.score >= ENOUGH else None


@dataclass(frozen=True)
class Offer:
    """A mention, the act that it fits best, and how well."""

    found: Fit
    item: Item
    target: Cluster


def _attach(items: list[Item], clusters: list[Cluster]) -> list[Item]:
    """Put each mention to the act that it fits best, if that one leads clearly; returns the mentions that fit none or several."""
    offers = [offer for item in items if (offer := _best(item, clusters))]
    placed = set()
    for offer in sorted(offers, key=lambda offer: (-offer.found.score, offer.item.key)):
        # Another mention of the same article may have taken the place in the meantime.
        if fits_all([offer.item], offer.target.items) is not None:
            offer.target.reasons.append(_because(offer.item, offer.target.items[0], offer.found))
            offer.target.items.append(offer.item)
            placed.add(offer.item.key)
    return [item for item in items if item.key not in placed]


def _best(item: Item, clusters: list[Cluster]) -> Offer | None:
    offers = [Offer(max(fits), item, one) for one in clusters if (fits := fits_all([item], one.items))]
    ranked = sorted(offers, key=lambda offer: -offer.found.score)
    if not ranked or ranked[0].found.score < FITS:
        return None
    leads = len(ranked) == 1 or ranked[0].found.score - ranked[1].found.score >= AHEAD
    return ranked[0] if leads else None


def _because(joining: Item, joined: Item, found: Fit) -> str:
    a, b = joining.evidence, joined.evidence
    words = "" if a.instrument == b.instrument else f"; {a.instrument} there, {b.instrument} here"
    return f"{a.article} [{a.start}:{a.end}] joins {b.article} [{b.start}:{b.end}]: {found.why}{words}"


def _distinct(clusters: Iterable[Cluster]) -> list[Cluster]:
    seen: dict[int, Cluster] = {}
    for one in clusters:
        seen.setdefault(id(one), one)
    return list(seen.values())
