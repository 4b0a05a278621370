"""Mentions into events: pure, order-free, idempotent, explained. The store calls these pieces block by block; ``merge`` does it all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.event import Event, Evidence
from timeline.merge.cluster import Cluster, cluster
from timeline.merge.families import Source, source_of
from timeline.merge.identity import new_id
from timeline.merge.item import Item, context_targets, items_of
from timeline.merge.links import link_all
from timeline.merge.values import event_of

__all__ = ["Cluster", "Item", "Source", "cluster", "context_targets", "event_of", "items_of", "link_all", "merge", "new_id", "source_of"]


def merge(evidence: Iterable[Evidence], sources: Mapping[str, Source]) -> list[Event]:
    """All events that the evidence tells, with best values, conflicts and links; ``sources`` holds each article's facts by digest.

    The result depends on the set of evidence alone. Ids are derived from the first evidence of each event in the order of its key.
    """
    taken: set[str] = set()
    events = []
    for group in cluster(items_of(evidence)):
        event = event_of("?", group, sources)
        taken.add(name := new_id(event, taken))
        events.append(event.model_copy(update={"event_id": name}))
    return link_all(events)
