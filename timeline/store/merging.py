"""After an article came in: the blocks that it concerns are grouped anew, and only events that changed are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from timeline.event import Event
from timeline.merge import Cluster, Item, Source, cluster, event_of, new_id
from timeline.merge.identity import Key, heirs, possible_ids
from timeline.merge.links import act_day, act_of
from timeline.store.linking import relink
from timeline.store.reading import TOLD
from timeline.store.rows import event_row, item_of, packed, source_of_row
from timeline.store.tables import articles, conflicts, event_codes, event_ids, event_mentions, events, mention_blocks, mentions

CODED = ("targets", "scope", "response_to")


@dataclass
class Arrival:
    """What an article changed: the blocks of its mentions old and new, the rows of the new ones, the ids that those inherit from the
    mentions that they replace, and the ids of the events that lost a mention."""

    blocks: set[str] = field(default_factory=set)
    fresh: set[int] = field(default_factory=set)
    inherited: dict[Key, str] = field(default_factory=dict)
    bereft: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Outcome:
    """Ids of the events that an article made, changed or made vanish."""

    new: frozenset[str] = frozenset()
    updated: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Grouping:
    """The mentions of the blocks, by row, and the acts that they were grouped into."""

    told: Mapping[int, Item]
    groups: Sequence[Cluster]

    @cached_property
    def numbers(self) -> dict[Key, int]:
        return {item.key: number for number, item in self.told.items()}

    def rows(self, group: Cluster) -> frozenset[int]:
        return frozenset(self.numbers[item.key] for item in group.items)


def remerge(connection: Connection, arrival: Arrival) -> Outcome:
    """Group the mentions of the blocks that an arrival concerns, and write what came out differently."""
    if not arrival.blocks:
        return Outcome()
    told = _load(connection, arrival.blocks)
    now = Grouping(told, cluster(told.values()))
    owners = _owners(connection, now) | {key: name for key, name in arrival.inherited.items() if key in now.numbers}
    concerned = set(owners.values()) | arrival.bereft
    names, lost = heirs([group.key for group in now.groups], owners, _ages(connection, concerned))
    lost |= dict.fromkeys(concerned - set(lost) - set(names))
    dirty = _dirty(connection, now, names, arrival)
    _clear(connection, [*(name for i in dirty if (name := names[i])), *lost], lost)
    found, new = _events(connection, now, names, dirty)
    _write(connection, found, now.numbers)
    relink(connection, [act_of(event) for event in found], sorted(lost), {name for name in names if name} | new)
    return Outcome(frozenset(new), frozenset(event.event_id for event in found) - new, frozenset(lost))


def _load(connection: Connection, blocks: Collection[str]) -> dict[int, Item]:
    """The mentions of these blocks, and of all blocks that they share a mention with, by row."""
    known: set[str] = set()
    numbers: set[int] = set()
    wanted = set(blocks)
    while wanted:
        known |= wanted
        found = set(connection.scalars(select(mention_blocks.c.mention_id).where(mention_blocks.c.block.in_(sorted(wanted)))))
        beside = select(mention_blocks.c.block).where(mention_blocks.c.mention_id.in_(sorted(found - numbers)))
        numbers |= found
        wanted = set(connection.scalars(beside)) - known
    query = select(*TOLD).join(articles, articles.c.article_id == mentions.c.article_id).where(mentions.c.mention_id.in_(sorted(numbers)))
    return {row["mention_id"]: item_of(row) for row in connection.execute(query.order_by(mentions.c.mention_id)).mappings()}


def _owners(connection: Connection, now: Grouping) -> dict[Key, str]:
    query = select(event_mentions.c.mention_id, event_mentions.c.event_id).where(event_mentions.c.mention_id.in_(sorted(now.told)))
    return {now.told[row.mention_id].key: row.event_id for row in connection.execute(query)}


def _ages(connection: Connection, names: Collection[str]) -> dict[str, int]:
    return {row.event_id: row.age for row in connection.execute(select(event_ids).where(event_ids.c.event_id.in_(sorted(names))))}


def _dirty(connection: Connection, now: Grouping, names: Sequence[str | None], arrival: Arrival) -> list[int]:
    """The groups that are not, mention for mention and reason for reason, an event that stands already."""
    known = [name for name in names if name]
    pairs = connection.execute(
        select(event_mentions.c.event_id, event_mentions.c.mention_id).where(event_mentions.c.event_id.in_(known))
    ).all()
    members: dict[str, set[int]] = {}
    for name, number in pairs:
        members.setdefault(name, set()).add(number)
    reasons = {
        row.event_id: row.merge_reasons
        for row in connection.execute(select(events.c.event_id, events.c.merge_reasons).where(events.c.event_id.in_(known)))
    }

    def stands(index: int) -> bool:
        name, group = names[index], now.groups[index]
        rows = now.rows(group)
        same = name is not None and name not in arrival.bereft and frozenset(members.get(name, ())) == rows and not rows & arrival.fresh
        return same and reasons.get(str(name)) == packed(sorted(group.reasons))

    return [index for index in range(len(now.groups)) if not stands(index)]


def _clear(connection: Connection, names: Sequence[str], lost: Mapping[str, str | None]) -> None:
    """Take away the rows that are about to be written anew, and let lost ids lead to what took them in."""
    if names:
        connection.execute(delete(events).where(events.c.event_id.in_(names)))
    for name, taken_in_by in sorted(lost.items()):
        connection.execute(
            update(event_ids).where((event_ids.c.event_id == name) | (event_ids.c.leads_to == name)).values(leads_to=taken_in_by)
        )


def _events(connection: Connection, now: Grouping, names: Sequence[str | None], dirty: Sequence[int]) -> tuple[list[Event], set[str]]:
    sources = _sources(connection, {item.evidence.digest for index in dirty for item in now.groups[index].items})
    found = [event_of(names[index] or "", now.groups[index], sources) for index in dirty]
    nameless = [event for event in found if not event.event_id]
    given = iter(_give_names(connection, nameless))
    named = [event if event.event_id else event.model_copy(update={"event_id": next(given)}) for event in found]
    return named, {event.event_id for event in named} - {event.event_id for event in found}


def _sources(connection: Connection, digests: Collection[str]) -> dict[str, Source]:
    rows = connection.execute(select(articles).where(articles.c.digest.in_(sorted(digests)))).mappings()
    return {row["digest"]: source_of_row(row) for row in rows}


def _give_names(connection: Connection, nameless: Sequence[Event]) -> list[str]:
    """New ids, each of which was never given before."""
    if not nameless:
        return []
    wanted = [name for event in nameless for name in possible_ids(event)]
    taken = set(connection.scalars(select(event_ids.c.event_id).where(event_ids.c.event_id.in_(wanted))))
    age = connection.scalar(select(func.max(event_ids.c.age))) or 0
    names = []
    for event in nameless:
        names.append(new_id(event, taken))
        taken.add(names[-1])
    rows = [{"event_id": name, "age": age + number, "leads_to": None} for number, name in enumerate(names, start=1)]
    connection.execute(insert(event_ids), rows)
    return names


def _write(connection: Connection, found: Sequence[Event], numbers: Mapping[Key, int]) -> None:
    _insert_any(connection, events, [event_row(event) for event in found])
    ranked = [(event.event_id, one, rank) for event in found for rank, one in enumerate(event.mentions)]
    _insert_any(
        connection, event_mentions, [{"event_id": name, "mention_id": numbers[one.key], "rank": rank} for name, one, rank in ranked]
    )
    _insert_any(connection, event_codes, [row for event in found for row in _code_rows(event)])
    _insert_any(connection, conflicts, [row for event in found for row in _conflict_rows(event)])


def _code_rows(event: Event) -> Iterable[dict[str, Any]]:
    day = act_day(event)
    beside = {"event_id": event.event_id, "imposer": event.imposer, "act_day": day.isoformat() if day else None}
    return [{"field": field, "code": code} | beside for field in CODED for code in getattr(event, field)]


def _conflict_rows(event: Event) -> list[dict[str, Any]]:
    return [
        {
            "event_id": event.event_id,
            "field": conflict.field,
            "value": value,
            "articles": packed(conflict.articles.get(value, ())),
            "is_chosen": int(value == conflict.chosen),
            "rule": conflict.rule,
        }
        for conflict in event.conflicts
        for value in conflict.values
    ]


def _insert_any(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
