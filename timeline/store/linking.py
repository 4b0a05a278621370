"""Links after a change: only those that the change can touch are looked up again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, delete, select

from timeline.merge.blocs import MEMBERS, names_for
from timeline.merge.links import CARRY_OUT, FOLLOWS, REACH, Act, links_of
from timeline.store import statements
from timeline.store.rows import act_of_row
from timeline.store.statements import coded, insert_into, measures, pointing_to
from timeline.store.tables import event_mentions, links, mentions

OPEN = ["announced", "proposed"]  # statuses of a decision that others have yet to carry out
EVERY = ["in_force", "announced", "proposed", "rejected"]


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
    touched = set(connection.scalars(pointing_to(), {"names": sorted([*own, *around.gone])}))
    touched |= {name for act in changed for name in [*_answering(connection, act), *_carrying_out(connection, act)]}
    read = _acts(connection, (touched | set(around.beside)) - set(own))
    touched |= {act.event_id for act in read if act.action in FOLLOWS and act.event_id in around.beside}
    acts = [*changed, *_with_cues(connection, [act for act in read if act.event_id in touched])]
    meant = {name for act in acts for name in [*_triggers(connection, act), *_agreements(connection, act)]} - set(own)
    candidates = [*changed, *(act for act in read if act.event_id in around.beside), *_acts(connection, meant)]
    _clear(connection, [act.event_id for act in acts if act.event_id not in around.new])
    _write(connection, acts, candidates)


def _acts(connection: Connection, names: Collection[str]) -> list[Act]:
    return [act_of_row(row) for row in connection.execute(statements.acts(), {"names": sorted(names)}).mappings()] if names else []


def _answering(connection: Connection, act: Act) -> Iterable[str]:
    """Later events that may answer this act."""
    sides = sorted({name for code in act.targets for name in names_for(code)})
    if not sides or not act.day:
        return ()
    codes = {"field": "response_to", "codes": names_for(act.imposer), "imposers": sides}
    return connection.scalars(coded(), codes | _days(act.day, 0, REACH))


def _carrying_out(connection: Connection, act: Act) -> Iterable[str]:
    """Later events of members that may carry out what this act decided."""
    members = sorted(MEMBERS.get(act.imposer, ()))
    if not members or not act.day or act.status not in OPEN:
        return ()
    kind = {"imposers": members, "instruments": [act.instrument], "statuses": EVERY}
    return connection.scalars(measures(), kind | _days(act.day, 0, CARRY_OUT))


def _triggers(connection: Connection, act: Act) -> Iterable[str]:
    """Earlier events that this act may answer."""
    if not act.response_to or not act.day:
        return ()
    imposers = sorted({name for code in act.response_to for name in names_for(code)})
    codes = {"field": "targets", "codes": names_for(act.imposer), "imposers": imposers}
    return connection.scalars(coded(), codes | _days(act.day, REACH, 0))


def _agreements(connection: Connection, act: Act) -> Iterable[str]:
    """Earlier decisions of a bloc that this act may carry out."""
    blocs = [bloc for bloc, members in MEMBERS.items() if act.imposer in members]
    if not blocs or not act.day:
        return ()
    kind = {"imposers": blocs, "instruments": [act.instrument], "statuses": OPEN}
    return connection.scalars(measures(), kind | _days(act.day, CARRY_OUT, 0))


def _days(day: date, before: int, after: int) -> dict[str, str]:
    return {"first": (day - timedelta(before)).isoformat(), "last": (day + timedelta(after)).isoformat()}


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
        connection.execute(insert_into(links), rows)
