"""Where a person judges: each call adds a line to the file of judgements and lays it over the store at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Any

from sqlalchemy import Engine

from parsers.errors import InputError
from timeline.event import Event, Judged
from timeline.filters import Selection
from timeline.journal import note
from timeline.review.apply import locate
from timeline.review.book import Book
from timeline.review.fields import CORE, checked, machine_value, plain, said
from timeline.review.judgement import Anchor, Judgement, anchor_of
from timeline.review.ledger import Ledger, parsed
from timeline.review.status import Finding, findings
from timeline.store.database import reading
from timeline.store.judgements import copy_of_file
from timeline.store.judging import bring_in, ground_of
from timeline.store.reading import resolve_id, select_events

NO_FILE = "this store has no file beside it for judgements; name one with --judgements FILE or TIMELINE_JUDGEMENTS"


@dataclass(frozen=True)
class Said:
    """What came of a word: the judgement, the event that it is on now, and whether it is new or stood already."""

    judgement: Judgement
    event: Event | None
    is_new: bool = True


class Desk:
    """Judgements by one ``author`` on one ``day``, kept in ``ledger`` and laid over the store behind ``engine``."""

    def __init__(self, engine: Engine, ledger: Ledger | None, author: str, day: Day) -> None:
        self._engine, self._ledger = engine, ledger
        self.author, self.day = author, day

    @property
    def ledger(self) -> Ledger:
        """The file of judgements; InputError where the store has none."""
        if self._ledger is None:
            raise InputError(NO_FILE)
        return self._ledger

    def event(self, name: str) -> Event:
        """An event by its id, by one that it took in, and also where it was rejected. Raises InputError where there is none."""
        with reading(self._engine) as connection:
            found = resolve_id(connection, name)
            if found is None:
                raise InputError(f"no event {name!r} in this timeline; `timeline events` lists the ids")
            return select_events(connection, Selection(ids=(found,)), deep=True)[0]

    def accept(self, name: str, why: str = "") -> Said:
        """Say that an event is right as it stands."""
        return self._verdict("accept", name, why)

    def reject(self, name: str, why: str = "") -> Said:
        """Strike an event from the table. It comes back when the judgement is taken back."""
        return self._verdict("reject", name, why)

    def _verdict(self, kind: str, name: str, why: str) -> Said:
        event = self.event(name)
        saw = {field: machine_value(event, field) for field in CORE}
        given = [one for one in event.judged if one.kind in ("accept", "reject")]
        for one in given:
            if one.kind == kind and (old := self._book().by_id[one.id]).saw == saw:
                return Said(old, event, is_new=False)
        return self._say(kind, [event], given, why=why, saw=saw)

    def edit(self, name: str, field: str, value: Any, why: str = "") -> Said:
        """Set a field to a JSON value; None or an empty list clears it. Raises InputError where the field cannot have the value."""
        event, value = self.event(name), checked(field, value)
        shown, machine = plain(event, field), machine_value(event, field)
        given = [one for one in event.judged if one.kind == "edit" and one.field == field]
        for one in given:
            if shown == value and (old := self._book().by_id[one.id]).machine == machine:
                return Said(old, event, is_new=False)
        return self._say("edit", [event], given, why=why, field=field, value=value, replaced=shown, machine=machine)

    def merge(self, one: str, other: str, why: str = "") -> Said:
        """Say that two events are one. Raises InputError where they are already, or where a human told them apart."""
        pair = [self.event(one), self.event(other)]
        if pair[0].event_id == pair[1].event_id:
            raise InputError(f"{one} and {other} are one event already ({pair[0].event_id})")
        for word in _shared(pair, ("not-same", "split")):
            raise InputError(
                f"{one} and {other} were told apart by {word.author} on {word.day}; `timeline review --undo {word.id}` takes that back"
            )
        return self._say("merge", pair, (), why=why)

    def not_same(self, one: str, other: str, why: str = "") -> Said:
        """Say that two events are never one, whatever articles tell. Raises InputError where they are one."""
        pair = [self.event(one), self.event(other)]
        if pair[0].event_id == pair[1].event_id:
            raise InputError(f"{one} and {other} are one event ({pair[0].event_id}); `timeline split` takes it apart")
        for word in _shared(pair, ("not-same",)):
            return Said(self._book().by_id[word.id], pair[0], is_new=False)
        return self._say("not-same", pair, (), why=why)

    def split(self, name: str, numbers: Collection[int], why: str = "") -> Said:
        """Make an event of its own of some mentions, by their numbers in `timeline explain`, from 1. Raises InputError where there is no
        such mention or where none would stay."""
        event = self.event(name)
        if not numbers or set(numbers) - set(range(1, len(event.mentions) + 1)):
            raise InputError(f"{name} has mentions 1 to {len(event.mentions)}; `timeline explain {name}` numbers them")
        moved = [one for number, one in enumerate(event.mentions, start=1) if number in numbers]
        rest = [one for one in event.mentions if one not in moved]
        if not rest:
            raise InputError(f"{name}: all of its mentions are named; leave at least one where it is")
        keys = {one.key for one in moved}
        torn = [word for word in event.judged if word.kind == "merge" and self._is_torn(word, event, keys)]
        sides = {"anchors": tuple(map(anchor_of, moved)), "rest": tuple(map(anchor_of, rest))}
        return self._say("split", [event], torn, why=why, **sides)

    def _is_torn(self, word: Judged, event: Event, keys: set[Any]) -> bool:
        found = {locate(spot, event.mentions) in keys for spot in self._book().by_id[word.id].anchors}
        return len(found) == 2

    def add(self, fields: dict[str, Any], why: str = "") -> Said:
        """Add an event by hand: JSON values by field, and as evidence, if there is some, ``quote``, ``url``, ``title``, ``publisher``."""
        return self._say("add", [], (), why=why, fields={name: value for name, value in fields.items() if value not in (None, [])})

    def undo(self, name: str | None = None, why: str = "") -> Judgement:
        """Take back a judgement, the last one of the file if none is named; returns what was taken back."""
        book = self._book()
        found = book.by_id.get(name) if name else book.last()
        if found is None or found.kind == "revoke":
            raise InputError(f"no judgement {name!r} in {self.ledger.path}" if name else f"no judgement in {self.ledger.path} to take back")
        if not book.is_active(found):
            raise InputError(f"{name} was taken back already")
        self._say("revoke", [], (), why=why, supersedes=(found.id,))
        return found

    def status(self) -> list[Finding]:
        """How each judgement in force stands today."""
        return findings(*ground_of(self._engine))

    @property
    def is_lost(self) -> bool:
        """Whether the file is gone although the store was given judgements from it. The next judgement makes it again."""
        return self._ledger is not None and not self._ledger.path.exists() and bool(self._copy())

    def _book(self) -> Book:
        return Book(parsed(self.ledger.text() or self._copy(), str(self.ledger.path)))

    def _copy(self) -> str:
        with reading(self._engine) as connection:
            return copy_of_file(connection)

    def _say(self, kind: str, events: Sequence[Event], instead: Sequence[Judged], **rest: Any) -> Said:
        """Make the judgement, write it down, and lay it over the store."""
        about = {"events": tuple(event.event_id for event in events), "anchors": tuple(map(_best, events))}
        about["supersedes"] = tuple(sorted(one.id for one in instead))
        book, values = self._book(), {"kind": kind, "author": self.author, "day": self.day} | about | rest
        judgement = Judgement(**values)
        while (old := book.by_id.get(judgement.id)) and not book.holds(old):
            # The same words once more, after they were taken back or replaced: they have to say so, or they would be the old ones.
            values["supersedes"] = tuple(sorted({*judgement.supersedes, *book.answers(old.id)}))
            judgement = Judgement(**values)
        if old is None:
            self._write(judgement.line)
            note("judged", judgement=judgement.id, kind=kind, events=list(judgement.events), author=self.author)
        return Said(judgement, self._where(judgement), old is None)

    def _write(self, line: str) -> None:
        # A file that was lost is made again from the copy that the store has kept.
        lost = [] if self.ledger.path.exists() else [each for each in self._copy().split("\n") if each]
        self.ledger.append([*lost, line])
        bring_in(self._engine, self.ledger)

    def _where(self, judgement: Judgement) -> Event | None:
        book, ground = ground_of(self._engine)
        held = book.by_id.get(judgement.id)
        found = next((each.event for each in findings(Book([held]), ground)), None) if held and held.kind != "revoke" else None
        return self.event(found) if found else None


def _best(event: Event) -> Anchor:
    return anchor_of(event.mentions[0])


def _shared(pair: Sequence[Event], kinds: Collection[str]) -> list[Judged]:
    """Judgements on both events."""
    ids = {one.id for one in pair[1].judged if one.kind in kinds}
    return [one for one in pair[0].judged if one.id in ids]


def told(done: Said) -> str:
    """What a word changed, in one line."""
    one, name = done.judgement, done.event.event_id if done.event else "nothing that stands"
    if len(one.events) == 2:
        name = f"{' and '.join(one.events)}{f', now {name}' if one.kind == 'merge' else ''}"
    before = "" if done.is_new else ", which stood already"
    change = f": {one.field} {said(one.replaced)} → {said(one.value)}" if one.kind == "edit" else ""
    return f"{one.id}: {one.kind} {name}{change}{before}"
