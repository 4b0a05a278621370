"""Links after a change: only those that the change can touch are looked up again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, delete, select

from timeline.merge.blocs import MEMBERS, names_for
from timeline.merge.item import sister_blocks
from timeline.merge.links import BLOWS, CARRY_OUT, FOLLOWS, REACH, Act, is_ground, links_of
from timeline.store.rows import act_of_row
from timeline.store.statements import acts_of, blocks_of, coded, insert_into, measures, pointing_to, standing_in
from timeline.store.tables import event_mentions, links, mentions

OPEN = ["announced", "proposed"]  # statuses of a decision that others have yet to carry out
EVERY = ["in_force", "announced", "proposed", "rejected"]


@dataclass(frozen=True)
class Around:
    """What else a change concerns: how the changed and vanished acts stood before, and the blocks that it lies in."""

    former: Sequence[Act]
    blocks: Collection[str]


def relink(connection: Connection, changed: Sequence[Act], around: Around) -> None:
    """Look up anew the links of the changed acts and of all that may point, or pointed, to one of them."""
    own, seen = {act.event_id for act in changed}, [*changed, *around.former]
    touched = set(connection.scalars(pointing_to(), {"names": sorted({act.event_id for act in seen})}))
    for act in seen:
        touched |= {*_answering(connection, act), *_carrying_out(connection, act)}
    followers = [act for act in _followers(connection, seen, around.blocks) if any(is_ground(act, other) for other in seen)]
    others = {act.event_id: act for act in [*followers, *read_acts(connection, touched)] if act.event_id not in own}
    acts = [*changed, *_with_cues(connection, list(others.values()))]
    meant = {name for act in acts for name in [*_triggers(connection, act), *_agreements(connection, act)]}
    candidates = [*changed, *_grounds(connection, acts), *read_acts(connection, meant - own)]
    _clear(connection, sorted(others))
    _write(connection, acts, candidates)


def _followers(connection: Connection, seen: Sequence[Act], blocks: Collection[str]) -> list[Act]:
    """All that prolongs, widens, eases or ends measures of the same imposer, kind and side; nothing where no measure was touched."""
    if not any(act.action in BLOWS for act in seen):
        return []
    return _standing_in(connection, sister_blocks(blocks, ("begin", "extend", "end")), list(FOLLOWS))


def _grounds(connection: Connection, acts: Sequence[Act]) -> list[Act]:
    """All measures that one of these acts may prolong, widen, ease or end, by imposer, kind and side."""
    following = [act.event_id for act in acts if act.action in FOLLOWS]
    if not following:
        return []
    blocks = set(connection.scalars(blocks_of(), {"names": following}))
    return _standing_in(connection, sister_blocks(blocks, ("begin",)), list(BLOWS))


def _standing_in(connection: Connection, blocks: Sequence[str], actions: Sequence[str]) -> list[Act]:
    return read_acts(connection, set(connection.scalars(standing_in(), {"blocks": blocks, "actions": actions})))


def read_acts(connection: Connection, names: Collection[str]) -> list[Act]:
    """What linking needs of the events of some ids."""
    return [act_of_row(row) for row in connection.execute(acts_of(), {"names": sorted(names)}).mappings()] if names else []


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
