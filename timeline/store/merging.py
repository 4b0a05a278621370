"""After an article came in: the blocks that it concerns are grouped anew, and only events that changed are written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, takewhile
from typing import Any

from sqlalchemy import Connection, delete, update

from timeline.event import Event
from timeline.merge import Cluster, Item, Source, cluster, event_of, new_id
from timeline.merge.act import act_of
from timeline.merge.identity import Key, heirs, possible_ids
from timeline.store.codes import code_rows
from timeline.store.judgements import bench_for
from timeline.store.linking import read_acts, relink
from timeline.store.putting import put
from timeline.store.reach import Place, reach
from timeline.store.rows import event_row, item_of, packed, reasons_of, source_of_row
from timeline.store.statements import facts, given, highest, mentions_of, mentions_told, owners, reasons, standing
from timeline.store.tables import conflicts, event_codes, event_ids, event_mentions, events, runs


@dataclass
class Arrival:
    """What an article changed: the blocks of its mentions old and new, the rows of the new ones, the ids that those inherit from the
    mentions that they replace, the ids of the events that lost a mention, where what was taken out stood, the facts of the article
    itself, and the mentions whose whole event gets an id back, since a human takes back what had taken the id from it. ``slack`` is by how
    many days a block may have grown or shrunk, where the mentions at hand do not tell it."""

    blocks: set[str] = field(default_factory=set)
    fresh: set[int] = field(default_factory=set)
    inherited: dict[Key, str] = field(default_factory=dict)
    bereft: set[str] = field(default_factory=set)
    vacated: list[Place] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    reborn: dict[Key, str] = field(default_factory=dict)
    slack: int | None = None


@dataclass(frozen=True)
class Outcome:
    """The events that an article made or changed, by id and whether they are dated, and the ids of those that vanished."""

    new: Mapping[str, bool] = field(default_factory=dict)
    updated: Mapping[str, bool] = field(default_factory=dict)
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


@dataclass(frozen=True)
class Standing:
    """The events as they stood: under which id each row stood, how old each id is, and why its mentions were put together."""

    owners: Mapping[int, str]
    ages: Mapping[str, int]
    reasons: Mapping[str, str | None]

    @cached_property
    def members(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for number, name in self.owners.items():
            found.setdefault(name, set()).add(number)
        return found


def remerge(connection: Connection, arrival: Arrival) -> Outcome:
    """Group the mentions of the blocks that an arrival concerns, and write what came out differently."""
    if not arrival.blocks:
        return Outcome()
    told, crowded = _load(connection, arrival)
    before = _standing(connection, told, arrival)
    owned = {told[number].key: name for number, name in before.owners.items()}
    owned |= {key: name for key, name in arrival.inherited.items() if key in {item.key for item in told.values()}}
    bench = bench_for(connection, told.values(), owned)
    now = Grouping(told, bench.joined(cluster(bench.barred(told.values()), crowded)))
    owned |= _reborn(connection, now, arrival.reborn)
    names, lost = heirs([group.key for group in now.groups], owned, before.ages)
    lost |= dict.fromkeys(set(before.ages) - set(lost) - set(names))
    dirty = [index for index, group in enumerate(now.groups) if not _stands(names[index], now.rows(group), group, before, arrival)]
    former = [*(name for i in dirty if (name := names[i])), *lost]
    before_it = read_acts(connection, former)
    _clear(connection, former, lost)
    found = [bench.applied(event) for event in _events(connection, now, names, dirty, arrival.sources)]
    _write(connection, found, now.numbers)
    relink(connection, [act_of(event) for event in found if not event.is_rejected], before_it)
    dated = {event.event_id: event.is_dated for event in found}
    new = {name: is_dated for name, is_dated in dated.items() if name not in before.ages}
    return Outcome(new, {name: is_dated for name, is_dated in dated.items() if name not in new}, frozenset(lost))


def _load(connection: Connection, arrival: Arrival) -> tuple[dict[int, Item], frozenset[str]]:
    """The mentions that an arrival concerns, by row, and which blocks are crowded."""
    # A human may have put mentions of two blocks into one event; when it loses one of them, the others have to be at hand.
    names = sorted({*arrival.bereft, *arrival.inherited.values()})
    numbers = {*arrival.fresh, *(connection.scalars(mentions_of(), {"names": names}) if names else ())}
    slack = 2 * (len(arrival.fresh) + len(arrival.vacated)) if arrival.slack is None else arrival.slack
    found = reach(connection, numbers, arrival.vacated, slack)
    rows = connection.execute(mentions_told(), {"numbers": sorted(found.numbers)}).mappings()
    return {row["mention_id"]: item_of(row) for row in rows}, found.crowded


def _standing(connection: Connection, told: Collection[int], arrival: Arrival) -> Standing:
    owned = {row.mention_id: row.event_id for row in connection.execute(owners(), {"numbers": sorted(told)})}
    names = {*owned.values(), *arrival.inherited.values(), *arrival.bereft, *arrival.reborn.values()}
    if not names:
        return Standing(owned, {}, {})
    rows = connection.execute(standing(), {"names": sorted(names)}).all()
    return Standing(owned, {row.event_id: row.age for row in rows}, {row.event_id: row.merge_reasons for row in rows})


def _reborn(connection: Connection, now: Grouping, names: Mapping[Key, str]) -> dict[Key, str]:
    """The ids that groups get back, by mention; a group that two ids claim stays what it was."""
    found: dict[Key, str] = {}
    for group in now.groups:
        claims = {names[key] for key in group.key if key in names}
        found |= dict.fromkeys(group.key, claims.pop()) if len(claims) == 1 else {}
    if found:
        connection.execute(update(event_ids).where(event_ids.c.event_id.in_(set(found.values()))).values(leads_to=None))
    return found


def _stands(name: str | None, rows: frozenset[int], group: Cluster, before: Standing, arrival: Arrival) -> bool:
    """Whether a group is, mention for mention and reason for reason, an event that stands already."""
    if name is None or name in arrival.bereft or rows & arrival.fresh or before.members.get(name, set()) != set(rows):
        return False
    return before.reasons.get(name) == packed(sorted(group.reasons))


def _clear(connection: Connection, names: Sequence[str], lost: Mapping[str, str | None]) -> None:
    """Take away the rows that are about to be written anew, and let lost ids lead to what took them in."""
    if names:
        connection.execute(delete(events).where(events.c.event_id.in_(names)))
    for name, taken_in_by in sorted(lost.items()):
        connection.execute(
            update(event_ids).where((event_ids.c.event_id == name) | (event_ids.c.leads_to == name)).values(leads_to=taken_in_by)
        )


def _events(
    connection: Connection, now: Grouping, names: Sequence[str | None], dirty: Sequence[int], known: Mapping[str, Source]
) -> list[Event]:
    groups = _with_reasons(connection, now, [now.groups[index] for index in dirty])
    wanted = {item.evidence.digest for group in groups for item in group.items}
    sources = {**known, **_sources(connection, wanted - set(known))}
    found = [event_of(names[index] or "", group, sources) for index, group in zip(dirty, groups, strict=True)]
    given = iter(_give_names(connection, [event for event in found if not event.event_id]))
    return [event if event.event_id else event.model_copy(update={"event_id": next(given)}) for event in found]


def _with_reasons(connection: Connection, now: Grouping, groups: Sequence[Cluster]) -> list[Cluster]:
    """The groups with what the parser said of each mention, which comparing did without."""
    numbers = sorted(number for group in groups for number in now.rows(group))
    told = {row["mention_id"]: reasons_of(row) for row in connection.execute(reasons(), {"numbers": numbers}).mappings()}

    def whole(item: Item) -> Item:
        return Item(item.evidence.model_copy(update=told[now.numbers[item.key]]), item.targets)

    return [Cluster([whole(item) for item in group.items], group.reasons) for group in groups]


def _sources(connection: Connection, digests: Collection[str]) -> dict[str, Source]:
    if not digests:
        return {}
    rows = connection.execute(facts(), {"digests": sorted(digests)}).mappings()
    return {row["digest"]: source_of_row(row) for row in rows}


def _give_names(connection: Connection, nameless: Sequence[Event]) -> list[str]:
    """New ids, each of which was never given before."""
    if not nameless:
        return []
    taken = _taken(connection, nameless, 0)
    age = connection.scalar(highest(event_ids.c.age)) or 0
    names = []
    for event in nameless:
        for batch in takewhile(lambda batch: set(possible_ids(event, batch)) <= taken, count()):  # noqa: B023 - used up at once
            taken |= _taken(connection, [event], batch + 1)
        names.append(new_id(event, taken))
        taken.add(names[-1])
    run = connection.scalar(highest(runs.c.run)) or 0
    rows = [{"event_id": name, "age": age + number, "leads_to": None, "run": run} for number, name in enumerate(names, start=1)]
    put(connection, event_ids, rows)
    return names


def _taken(connection: Connection, events: Sequence[Event], batch: int) -> set[str]:
    wanted = [name for event in events for name in possible_ids(event, batch)]
    return set(connection.scalars(given(), {"names": wanted}))


def _write(connection: Connection, found: Sequence[Event], numbers: Mapping[Key, int]) -> None:
    put(connection, events, [event_row(event) for event in found])
    ranked = [(event.event_id, one, rank) for event in found for rank, one in enumerate(event.mentions)]
    put(connection, event_mentions, [{"event_id": name, "mention_id": numbers[one.key], "rank": rank} for name, one, rank in ranked])
    put(connection, event_codes, [row for event in found for row in code_rows(event)])
    put(connection, conflicts, [row for event in found for row in _conflict_rows(event)])


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
