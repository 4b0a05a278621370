"""Links after a change: only those that the change can touch are looked up again, among the latest acts that can be meant."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, update

from timeline.event import Link
from timeline.merge import nearness
from timeline.merge.act import BLOWS, Act
from timeline.merge.blocs import MEMBERS, names_for
from timeline.merge.links import CARRY_OUT, REACH, TAKE_OVER, answer_bound, links_of
from timeline.store.putting import put
from timeline.store.rows import act_of_row
from timeline.store.statements import acts_of, coded, later_days, latest_among, latest_by, measures, pointing_to
from timeline.store.tables import event_mentions, events, links, mentions

OPEN = ["announced", "proposed"]  # statuses of a decision that others have yet to carry out
FEW = 4  # imposers that are looked up one by one; of more the latest days are gone through
EVER = (date.min, date.max)
Span = tuple[date, date]


def relink(connection: Connection, changed: Sequence[Act], former: Sequence[Act]) -> None:
    """Look up anew the links of the changed acts and of all that may point, or pointed, to one of them as it is or as it was before."""
    own, seen = {act.event_id for act in changed}, [*changed, *former]
    touched = set(connection.scalars(pointing_to(), {"names": sorted({act.event_id for act in seen})}))
    for act in _different(seen):
        touched |= {*_following(connection, act), *_answering(connection, act), *_carrying_out(connection, act), *_taking(connection, act)}
    others = _with_cues(connection, read_acts(connection, touched - own))
    acts = [*changed, *others]
    meant = {act.event_id: set(_meant(connection, act)) for act in acts}
    known = {act.event_id: act for act in [*changed, *read_acts(connection, {name for names in meant.values() for name in names} - own)]}
    _clear(connection, [act.event_id for act in others])
    _write(connection, [(act, links_of(act, [known[name] for name in meant[act.event_id] if name in known])) for act in acts], known)


def _different(acts: Iterable[Act]) -> list[Act]:
    """The acts, of those that concern the same others only one: an event that changed mostly stays where it was."""
    faces = {(act.imposer, act.targets, act.instrument, act.action, act.status, act.day, act.is_settled): act for act in acts}
    return list(faces.values())


def read_acts(connection: Connection, names: Collection[str]) -> list[Act]:
    """What linking needs of the events of some ids."""
    return [act_of_row(row) for row in connection.execute(acts_of(), {"names": sorted(names)}).mappings()] if names else []


def _meant(connection: Connection, act: Act) -> Iterator[str]:
    """Earlier events that this act may point to."""
    if act.follows:
        last = act.last - timedelta(1) if act.last else date.max
        for kind in sorted(act.follow_kinds):
            yield from _latest(connection, "ground", kind, [act.imposer], (date.min, last))
    if act.last is None:
        return
    earliest = act.asked_from or act.last
    before = (_shifted(earliest, -REACH), act.last)
    for code in act.response_to:
        imposers = sorted(set(names_for(code)) - {act.imposer})
        for name in names_for(act.imposer):
            yield from _latest(connection, "blow", name, imposers, before)
    for code in act.aligned:
        for name in act.targets:
            yield from _latest(connection, "blow", name, [code], (_shifted(earliest, -TAKE_OVER), act.last))
            yield from _latest(connection, "open", name, [code], (_shifted(act.last, 1), _shifted(act.last, TAKE_OVER)))
    yield from _agreements(connection, act)


def _latest(connection: Connection, field: str, code: str, imposers: Sequence[str], days: Span) -> list[str]:
    """The latest events under a code: as many as are looked at, and all of the day of the last of them."""
    asked = {"field": field, "code": code, "imposers": list(imposers)}
    query = latest_by() if len(imposers) <= FEW else latest_among()
    rows = connection.execute(query, asked | _days(*days) | {"most": nearness.LATEST}).all()
    names = [row.event_id for row in rows]
    if len(rows) < nearness.LATEST:
        return names
    same = {"field": field, "codes": [code], "imposers": list(imposers), "first": rows[-1].act_day, "last": rows[-1].act_day}
    return [*names, *connection.scalars(coded(), same)]


def _following(connection: Connection, act: Act) -> Iterator[str]:
    """What may prolong, widen, ease or end this measure, up to the day from which too many others lie between."""
    if not act.is_ground or act.day is None:
        return
    for kind in sorted(act.ground_kinds):
        last = _overtaken(connection, "ground", kind, act)
        asked = {"field": "follow", "codes": [kind], "imposers": [act.imposer]}
        yield from connection.scalars(coded(dayless=True), asked | _days(_shifted(act.day, 1), last))


def _overtaken(connection: Connection, field: str, code: str, act: Act) -> date:
    """The day by which as many later acts as are looked at stand under the same code."""
    asked = {
        "field": field,
        "code": code,
        "imposers": [act.imposer],
        "first": _iso(_shifted(act.day or date.min, 1)),
        "most": nearness.LATEST,
    }
    days = list(connection.scalars(later_days(), asked))
    return date.fromisoformat(days[-1]) if len(days) == nearness.LATEST else date.max


def _answering(connection: Connection, act: Act) -> Iterator[str]:
    """Later events that may answer this act."""
    sides = sorted({name for code in act.targets for name in names_for(code)})
    if not sides or not act.day or act.action not in BLOWS or not act.is_firm:
        return
    last = max(_overtaken(connection, "blow", code, act) for code in act.targets)
    asked = {"codes": names_for(act.imposer), "imposers": sides}
    yield from connection.scalars(coded(), asked | {"field": "response_to"} | _days(act.day, min(last, _shifted(act.day, REACH))))
    yield from connection.scalars(coded(), asked | {"field": "late"} | _days(act.day, last))


def _taking(connection: Connection, act: Act) -> Iterator[str]:
    """Events that may take over this act."""
    if not act.day or act.action not in BLOWS or not act.is_firm:
        return
    first = act.day if act.is_settled else _shifted(act.day, -TAKE_OVER)
    codes = {"codes": [act.imposer]}
    yield from connection.scalars(coded(by_all=True), codes | {"field": "aligned"} | _days(first, _shifted(act.day, TAKE_OVER)))
    yield from connection.scalars(coded(by_all=True), codes | {"field": "late"} | _days(first, date.max))


def _carrying_out(connection: Connection, act: Act) -> Iterable[str]:
    """Later events of members that may carry out what this act decided."""
    members = sorted(MEMBERS.get(act.imposer, ()))
    if not members or not act.day or act.status not in OPEN:
        return ()
    asked = {"field": "carry", "codes": [act.instrument], "imposers": members}
    return connection.scalars(coded(), asked | _days(act.day, _shifted(act.day, CARRY_OUT)))


def _agreements(connection: Connection, act: Act) -> Iterable[str]:
    """Earlier decisions of a bloc that this act may carry out."""
    blocs = [bloc for bloc, members in MEMBERS.items() if act.imposer in members]
    if not blocs or not act.last:
        return ()
    kind = {"imposers": blocs, "instruments": [act.instrument], "statuses": OPEN}
    return connection.scalars(measures(), kind | _days(_shifted(act.last, -CARRY_OUT), act.last))


def _shifted(day: date, step: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + step, date.min.toordinal()), date.max.toordinal()))


def _iso(day: date) -> str:
    return day.isoformat()


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": _iso(first), "last": _iso(last)}


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


def _write(connection: Connection, found: Sequence[tuple[Act, Sequence[Link]]], known: dict[str, Act]) -> None:
    rows = [
        link.model_dump(exclude={"to"}) | {"event_id": act.event_id, "to_event": link.to, "position": position}
        for act, arrows in found
        for position, link in enumerate(arrows)
    ]
    put(connection, links, rows)
    for act, arrows in found:
        if act.response_to and not act.is_settled:
            _bound(connection, act, arrows, known)


def _bound(connection: Connection, act: Act, arrows: Sequence[Link], known: dict[str, Act]) -> None:
    """Write the day that an undated answer cannot lie before, or take it back."""
    bound: dict[str, Any] = {"earliest": act.low, "earliest_reason": ""} | answer_bound(act, arrows, known)
    first = _iso(bound["earliest"]) if bound["earliest"] else None
    shown = f"{first or '..'}/{act.high or '..'}" if first or act.high else None
    values = {"earliest": first, "date_from": first, "date": shown, "earliest_reason": bound["earliest_reason"]}
    connection.execute(update(events).where(events.c.event_id == act.event_id).values(values))
