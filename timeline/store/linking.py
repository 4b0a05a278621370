"""Links after a change: only those that the change can touch are looked up again."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, or_, select

from timeline.merge.blocs import MEMBERS, names_for
from timeline.merge.links import CARRY_OUT, FOLLOWS, REACH, Act, links_of
from timeline.store.rows import act_of_row
from timeline.store.tables import event_codes, event_mentions, events, links, mentions

Part = ColumnElement[bool]
ACT = [
    events.c[name]
    for name in ("event_id", "imposer", "targets", "instrument", "scope", "action", "status", "response_to", "act_day", "words")
]


@dataclass(frozen=True)
class Around:
    """What else a change concerns: ids that vanished, ids of the events in the same blocks, and which of the changed ones are new."""

    gone: Collection[str]
    beside: Collection[str]
    new: Collection[str]


def relink(connection: Connection, changed: Sequence[Act], around: Around) -> None:
    """Look up anew the links of the changed acts and of all that may point to a changed or vanished one.

    A prolongation or an end and what it refers to always share a block; an answer is found by whom it answers and when.
    """
    own = {act.event_id: act for act in changed}
    touched = _pointing_to(connection, [*own, *around.gone]) | _answering(connection, changed) | _carrying_out(connection, changed)
    read = _acts(connection, events.c.event_id.in_(sorted((touched | set(around.beside)) - set(own)))) if touched or around.beside else []
    touched |= {act.event_id for act in read if act.action in FOLLOWS and act.event_id in around.beside}
    acts = [*changed, *_with_cues(connection, [act for act in read if act.event_id in touched])]
    block = [*changed, *(act for act in read if act.event_id in around.beside)]
    _clear(connection, [act.event_id for act in acts if act.event_id not in around.new])
    _write(connection, acts, [*block, *_triggers(connection, acts), *_agreements(connection, acts)])


def _pointing_to(connection: Connection, ids: Collection[str]) -> set[str]:
    return set(connection.scalars(select(links.c.event_id).where(links.c.to_event.in_(sorted(ids)))))


def _answering(connection: Connection, acts: Sequence[Act]) -> set[str]:
    """Later events that may answer one of these acts."""
    parts = []
    for act in acts:
        sides = {name for code in act.targets for name in names_for(code)}
        if sides and act.day:
            parts.append(and_(_coded("response_to", names_for(act.imposer), sides), _after(event_codes, act, REACH)))
    return set(connection.scalars(select(event_codes.c.event_id).where(or_(*parts)))) if parts else set()


def _carrying_out(connection: Connection, acts: Sequence[Act]) -> set[str]:
    """Later events of members that may carry out what one of these acts decided."""
    parts = []
    for act in acts:
        members = MEMBERS.get(act.imposer)
        if members and act.day and act.status in ("announced", "proposed"):
            same = and_(events.c.instrument == act.instrument, events.c.action == act.action, events.c.imposer.in_(sorted(members)))
            parts.append(and_(same, _after(events, act, CARRY_OUT)))
    return set(connection.scalars(select(events.c.event_id).where(or_(*parts)))) if parts else set()


def _acts(connection: Connection, condition: Part) -> list[Act]:
    rows = connection.execute(select(*ACT).where(condition).order_by(events.c.event_id)).mappings()
    return [act_of_row(row) for row in rows]


def _triggers(connection: Connection, acts: Sequence[Act]) -> list[Act]:
    """Earlier events that one of these acts may answer."""
    found = []
    for act in (act for act in acts if act.response_to and act.day):
        imposers = {name for code in act.response_to for name in names_for(code)}
        aimed = _coded("targets", names_for(act.imposer), imposers)
        hits = select(event_codes.c.event_id).where(aimed, _before(event_codes, act, REACH))
        found += _acts(connection, events.c.event_id.in_(hits))
    return found


def _agreements(connection: Connection, acts: Sequence[Act]) -> list[Act]:
    """Earlier decisions of a bloc that one of these acts may carry out."""
    members = [act for act in acts if act.day and _blocs(act.imposer)]
    if not members:
        return []
    days = [act.day for act in members if act.day]
    kinds = events.c.instrument.in_(sorted({act.instrument for act in members}))
    imposers = events.c.imposer.in_(sorted({bloc for act in members for bloc in _blocs(act.imposer)}))
    between = events.c.act_day.between((min(days) - timedelta(CARRY_OUT)).isoformat(), max(days).isoformat())
    return _acts(connection, and_(imposers, between, kinds, events.c.status.in_(("announced", "proposed"))))


def _blocs(code: str) -> list[str]:
    return [bloc for bloc, members in MEMBERS.items() if code in members]


def _coded(field: str, codes: Collection[str], imposers: Collection[str]) -> Part:
    return and_(event_codes.c.field == field, event_codes.c.code.in_(sorted(codes)), event_codes.c.imposer.in_(sorted(imposers)))


def _after(table: Any, act: Act, reach: int) -> Part:
    assert act.day  # noqa: S101
    last = act.day + timedelta(reach)
    return and_(table.c.act_day >= act.day.isoformat(), table.c.act_day <= last.isoformat())


def _before(table: Any, act: Act, reach: int) -> Part:
    assert act.day  # noqa: S101
    first = act.day - timedelta(reach)
    return and_(table.c.act_day >= first.isoformat(), table.c.act_day <= act.day.isoformat())


def _with_cues(connection: Connection, acts: Sequence[Act]) -> list[Act]:
    """The acts with the words that call them answers, where they have some."""
    ids = [act.event_id for act in acts if act.response_to]
    if not ids:
        return list(acts)
    query = select(event_mentions.c.event_id, mentions.c.reasons).join(mentions).where(event_mentions.c.event_id.in_(ids))
    cues: dict[str, str] = {}
    for name, reasons in connection.execute(query.order_by(event_mentions.c.event_id, event_mentions.c.rank)):
        phrases = (reason.get("phrase") for reason in json.loads(reasons) if reason["field"] == "response_to")
        if phrase := next(filter(None, phrases), None):
            cues.setdefault(name, phrase)
    return [replace(act, cue=cues.get(act.event_id, "")) for act in acts]


def _clear(connection: Connection, ids: Sequence[str]) -> None:
    if ids:
        connection.execute(delete(links).where(links.c.event_id.in_(ids)))


def _write(connection: Connection, acts: Sequence[Act], candidates: Sequence[Act]) -> None:
    rows = [
        link.model_dump(exclude={"to"}) | {"event_id": act.event_id, "to_event": link.to, "position": position}
        for act in acts
        for position, link in enumerate(links_of(act, candidates))
    ]
    if rows:
        connection.execute(insert(links), rows)
