"""Links after a change: only those that the change can touch are looked up again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, or_, select

from timeline.event import Link
from timeline.merge.blocs import MEMBERS, names_for
from timeline.merge.kin import family
from timeline.merge.links import BLOWS, CARRY_OUT, FOLLOWS, REACH, Act, links_of
from timeline.store.rows import act_of_row
from timeline.store.tables import event_codes, event_mentions, events, links, mentions

Part = ColumnElement[bool]


def relink(connection: Connection, changed: Collection[Act], gone: Collection[str]) -> None:
    """Look up the links of the changed events and of all others that may point to a changed or vanished one."""
    touched = {act.event_id for act in changed} | set(_pointing_to(connection, [*gone, *(act.event_id for act in changed)]))
    for act in changed:
        touched |= set(connection.scalars(select(events.c.event_id).where(or_(*_may_point_to(act)))))
    for act in _acts(connection, events.c.event_id.in_(sorted(touched))):
        candidates = _acts(connection, or_(*parts)) if (parts := _may_be_meant(act)) else []
        _write(connection, act.event_id, links_of(_with_cue(connection, act), candidates))


def _acts(connection: Connection, condition: Part) -> list[Act]:
    rows = connection.execute(select(events).where(condition).order_by(events.c.event_id)).mappings()
    return [act_of_row(row) for row in rows]


def _pointing_to(connection: Connection, ids: Collection[str]) -> Iterable[str]:
    return connection.scalars(select(links.c.event_id).where(links.c.to_event.in_(sorted(ids))))


def _may_point_to(act: Act) -> list[Part]:
    """Later events that answer, follow or carry out what may be this act."""
    sides = {name for code in act.targets for name in names_for(code)}
    answers = and_(events.c.imposer.in_(sorted(sides)), _coded("response_to", names_for(act.imposer)), *_after(act.day, REACH))
    follows = and_(_same_kind(act), events.c.action.in_(list(FOLLOWS)))
    members = sorted(MEMBERS.get(act.imposer, ()))
    carries = and_(events.c.imposer.in_(members), _same_measure(act), *_after(act.day, CARRY_OUT))
    return [answers, follows, *([carries] if members else [])]


def _may_be_meant(act: Act) -> list[Part]:
    """Earlier events that this act may answer, follow or carry out."""
    parts: list[Part] = []
    if act.action in FOLLOWS:
        parts.append(and_(_same_kind(act), events.c.action.in_(BLOWS)))
    if act.response_to and act.day:
        imposers = sorted({name for code in act.response_to for name in names_for(code)})
        parts.append(and_(events.c.imposer.in_(imposers), _coded("targets", names_for(act.imposer)), *_before(act.day, REACH)))
    blocs = sorted(code for code, members in MEMBERS.items() if act.imposer in members)
    if blocs and act.day:
        parts.append(and_(events.c.imposer.in_(blocs), _same_measure(act), *_before(act.day, CARRY_OUT)))
    return parts


def _same_kind(act: Act) -> Part:
    kin = family(act.instrument)
    return and_(events.c.imposer == act.imposer, events.c.instrument.in_(_family_members(kin)), *_same_side(act))


def _family_members(kin: str) -> list[str]:
    from parsers.vocabulary import vocabulary

    return [code for code in vocabulary().instruments if family(code) == kin]


def _same_side(act: Act) -> list[Part]:
    """Events without targets are looked at as well: they may mean anybody."""
    if not act.targets:
        return []
    return [or_(_coded("targets", sorted({name for code in act.targets for name in names_for(code)})), events.c.targets == "[]")]


def _same_measure(act: Act) -> Part:
    return and_(events.c.instrument == act.instrument, events.c.action == act.action)


def _coded(field: str, codes: Collection[str]) -> Part:
    hit = select(event_codes.c.event_id).where(event_codes.c.field == field, event_codes.c.code.in_(sorted(codes)))
    return events.c.event_id.in_(hit)


def _after(day: date | None, reach: int) -> list[Part]:
    return [events.c.act_day.between(day.isoformat(), (day + timedelta(reach)).isoformat())] if day else []


def _before(day: date, reach: int) -> list[Part]:
    return [events.c.act_day.between((day - timedelta(reach)).isoformat(), day.isoformat())]


def _with_cue(connection: Connection, act: Act) -> Act:
    """The act with the words that call it an answer, where it has some."""
    if not act.response_to:
        return act
    query = select(mentions.c.reasons).join(event_mentions).where(event_mentions.c.event_id == act.event_id).order_by(event_mentions.c.rank)
    reasons: list[dict[str, Any]] = [reason for text in connection.scalars(query) for reason in json.loads(text)]
    cue = next((reason["phrase"] for reason in reasons if reason["field"] == "response_to" and reason.get("phrase")), "")
    return Act(**{**act.__dict__, "cue": cue})


def _write(connection: Connection, name: str, found: Iterable[Link]) -> None:
    connection.execute(delete(links).where(links.c.event_id == name))
    rows = [
        {
            "event_id": name,
            "type": link.type,
            "to_event": link.to,
            "position": i,
            "cue": link.cue,
            "basis": link.basis,
            "confidence": link.confidence,
        }
        for i, link in enumerate(found)
    ]
    if rows:
        connection.execute(links.insert(), rows)
