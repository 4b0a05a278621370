"""Judgements laid over what the machine found: which mentions may never stand together, which must, and what an event says instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from typing import Any

from timeline.event import Conflict, Event, Evidence, Judged
from timeline.merge import Cluster, Item
from timeline.merge.identity import Key
from timeline.review.fields import plain, rich, said
from timeline.review.judgement import BY_HAND, Anchor, Judgement

Edits = dict[str, Judgement]


def locate(anchor: Anchor, evidence: Iterable[Evidence], preferred: Iterable[Key] = ()) -> Key | None:
    """The mention that an anchor means today: the same passage read as the same measure, else one that overlaps it, first with the
    same measure, then with the same imposer. Among equals, one of the ``preferred`` keys, then the nearest."""
    here = [one for one in evidence if one.digest == anchor.digest and one.imposer == anchor.imposer]
    first = set(preferred)
    for way in (is_exact, _overlaps_alike, _overlaps):
        if fitting := [one for one in here if way(anchor, one)]:
            return min(fitting, key=lambda one: (one.key not in first, abs(one.start - anchor.start), one.key)).key
    return None


def by_digest(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """The mentions of each text."""
    found: dict[str, list[Evidence]] = {}
    for one in evidence:
        found.setdefault(one.digest, []).append(one)
    return found


def is_exact(anchor: Anchor, one: Evidence) -> bool:
    """Whether a mention of the anchor's text is, word for word, what was judged."""
    return one.quote == anchor.quote and one.instrument == anchor.instrument


def _overlaps_alike(anchor: Anchor, one: Evidence) -> bool:
    return one.instrument == anchor.instrument and _overlaps(anchor, one)


def _overlaps(anchor: Anchor, one: Evidence) -> bool:
    return one.start < anchor.start + len(anchor.quote) and anchor.start < one.end


@dataclass(frozen=True)
class Bench:
    """Judgements, and for each of them the mention that each of its anchors means today (None where there is none)."""

    places: Mapping[str, tuple[Key | None, ...]]
    judgements: tuple[Judgement, ...] = ()

    @classmethod
    def seat(cls, judgements: Sequence[Judgement], told: Sequence[Evidence], owned: Mapping[Key, str], leads: Mapping[str, str]) -> Bench:
        """Find the anchors among some evidence; ``owned`` says under which event a mention stands, ``leads`` what former ids lead to. An
        event whose evidence is gone is found by its id."""
        held: dict[str, list[Key]] = {}
        for key, name in owned.items():
            held.setdefault(name, []).append(key)
        here = by_digest(told)
        own = {one.id: [held.get(leads.get(name, name), []) for name in _names(one)] for one in judgements}
        places = {one.id: tuple(_place(one, number, here, keys) for number, keys in enumerate(own[one.id])) for one in judgements}
        return cls(places, tuple(judgements))

    @cached_property
    def _bars(self) -> dict[Key, frozenset[Key]]:
        found: dict[Key, set[Key]] = {}
        for one in self.judgements:
            for a, b in self._apart(one):
                found.setdefault(a, set()).add(b)
                found.setdefault(b, set()).add(a)
        return {key: frozenset(others - {key}) for key, others in found.items()}

    def _apart(self, one: Judgement) -> Iterable[tuple[Key, Key]]:
        moved, rest = self._sides(one)
        return combinations(moved, 2) if one.kind == "not-same" else product(moved, rest) if one.kind == "split" else ()

    def _sides(self, one: Judgement) -> tuple[list[Key], list[Key]]:
        places, size = self.places[one.id], len(one.anchors)
        return [key for key in places[:size] if key], [key for key in places[size:] if key]

    def barred(self, items: Iterable[Item]) -> list[Item]:
        """The items, each with the mentions that it must never stand with."""
        return [replace(item, apart=self._bars[item.key]) if item.key in self._bars else item for item in items]

    def joined(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        """The clusters with those put together that a human called one; what a human called two stays two."""
        found = list(clusters)
        for one in self.judgements:
            for tied in self._tied(one):
                found = _union(found, tied, one)
        return sorted(found, key=lambda cluster: min(cluster.key))

    def _tied(self, one: Judgement) -> tuple[list[Key], ...]:
        return (self._sides(one)[0],) if one.kind == "merge" else self._sides(one) if one.kind == "split" else ()

    @cached_property
    def _by_key(self) -> dict[Key | str, list[Judgement]]:
        """The judgements on each mention; one that added an event stands under the digest of what it added."""
        found: dict[Key | str, list[Judgement]] = {}
        for one in self.judgements:
            for place in {one.digest} if one.kind == "add" else {key for key in self.places[one.id] if key}:
                found.setdefault(place, []).append(one)
        return found

    def applied(self, event: Event) -> Event:
        """The event as people judged it."""
        keys = [told.key for told in event.mentions]
        near = {one.id: one for key in keys for place in (key, key[0]) for one in self._by_key.get(place, ())}
        return laid_over(event, [one for one in near.values() if one.kind != "merge" or set(self.places[one.id]) <= set(keys)])


def _names(one: Judgement) -> Sequence[str]:
    """The event that each anchor stood under."""
    return one.events * len(one.spots) if one.kind == "split" else one.events


def _place(one: Judgement, number: int, here: Mapping[str, Sequence[Evidence]], own: Sequence[Key]) -> Key | None:
    spot = one.spots[number]
    found = locate(spot, here.get(spot.digest, ()), own)
    # The pieces of a split are mentions, so an event's id says nothing of them.
    return found or (min(own, default=None) if one.kind != "split" else None)


def _union(clusters: list[Cluster], tied: Iterable[Key], one: Judgement) -> list[Cluster]:
    """The clusters with those of the tied keys as one, as far as nothing bars them; the clusters given are left as they were."""
    keys = set(tied)
    parts = [cluster for cluster in clusters if keys & set(cluster.key)]
    if len(parts) < 2 or _are_barred(parts):
        return clusters
    items = sorted((item for part in parts for item in part.items), key=lambda item: item.key)
    reason = f"judged one event by {one.author} on {one.day} ({one.id}){': ' * bool(one.why)}{one.why}"
    whole = Cluster(items, [*(reason for part in parts for reason in part.reasons), reason])
    return [*(cluster for cluster in clusters if not keys & set(cluster.key)), whole]


def _are_barred(parts: Sequence[Cluster]) -> bool:
    keys = {key for part in parts for key in part.key}
    return any(item.apart & keys for part in parts for item in part.items)


def laid_over(event: Event, words: Sequence[Judgement]) -> Event:
    """The event with its human values, each with what the machine says under it. Of two words on one thing that do not know of each
    other, the later day wins, then the id; the report on judgements names both."""
    by_hand = [told for told in event.mentions if told.digest.startswith(BY_HAND)]
    if not words and not by_hand:
        return event
    ordered = sorted(words, key=lambda one: (one.day, one.id))
    edits: Edits = {one.field: one for one in ordered if one.kind == "edit" and one.field}
    verdict = next((one for one in reversed(ordered) if one.kind in ("accept", "reject")), None)
    kept = [one for one in ordered if one.kind not in ("accept", "reject", "edit") or one is verdict or one is edits.get(one.field or "")]
    values = {field: rich(field, one.value) for field, one in edits.items()}
    judged = tuple(_judged(one, event) for one in kept)
    return Event(**vars(event) | _derived(event, values) | _counted(event, by_hand) | _sure(verdict, edits, event) | {"judged": judged})


def _judged(one: Judgement, event: Event) -> Judged:
    machine = plain(event, one.field) if one.field else None
    return Judged(id=one.id, kind=one.kind, author=one.author, day=one.day, why=one.why, field=one.field, machine=machine)


def _derived(event: Event, values: dict[str, Any]) -> dict[str, Any]:
    """The values that were set, and the basis of the date where a human set the date."""
    if "date_basis" in values or not {"announced", "effective"} & set(values):
        return values
    now = {name: values.get(name, getattr(event, name)) for name in ("effective", "announced")}
    shown = "effective" if now["effective"] else "announced"
    basis = "undated" if not now[shown] else "explicit" if shown in values else event.date_basis
    return values | {"date_basis": basis}


def _counted(event: Event, by_hand: Sequence[Evidence]) -> dict[str, Any]:
    """What a human added without naming a page is no article and no source."""
    bare = {told.digest for told in by_hand if not told.url}
    return {"n_articles": event.n_articles - len(bare), "n_sources": max(0, event.n_sources - len(bare))} if bare else {}


def _sure(verdict: Judgement | None, edits: Edits, event: Event) -> dict[str, Any]:
    """An accepted event is certain, and a contradiction on a field that a human set is settled."""
    sure = {"confidence": 1.0} if verdict and verdict.kind == "accept" else {}
    return sure | {"conflicts": tuple(_settled(each, edits[each.field]) if each.field in edits else each for each in event.conflicts)}


def _settled(conflict: Conflict, one: Judgement) -> Conflict:
    chosen = said(one.value)
    articles = {chosen: (), **conflict.articles}
    rule = f"a human's word: {one.author} on {one.day} ({one.id})"
    return Conflict(field=conflict.field, values=tuple(sorted(articles)), articles=articles, chosen=chosen, rule=rule)
