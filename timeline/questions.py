"""Questions that people ask of a table: what holds on a day, what is new, what changed, what is contested, who answered whom."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from parsers.errors import InputError
from timeline.event import Event
from timeline.filters import Selection, asks_when, one_day, selection
from timeline.force import NO, UNCERTAIN, YES, Answer, in_force, takes_place
from timeline.store.asking import PastRun, all_runs, followers, neighbours, sources
from timeline.store.database import reading
from timeline.store.reading import select_events

if TYPE_CHECKING:
    from timeline.chain import Chain
    from timeline.diff import Difference
    from timeline.verify import Verification


class Questions:
    """The questions; ``timeline.Timeline`` answers them from its store."""

    _engine: Any
    name: str

    def _select(self, filters: dict[str, Any], *, deep: bool) -> list[Event]:
        return [event for event, _ in self._answered(selection(**filters), deep=deep)]

    def answers(self, **filters: Any) -> dict[str, Answer]:
        """By event id, how certain each event is that the filters ``in_force_on`` or ``effective_within`` let through (``yes`` or
        ``uncertain``), with the reason; empty where neither is given."""
        wanted = selection(**filters)
        if not asks_when(filters):
            return {}
        return {event.event_id: answer for event, answer in self._answered(wanted, deep=False) if answer}

    def _answered(self, wanted: Selection, *, deep: bool) -> list[tuple[Event, Answer | None]]:
        with reading(self._engine) as connection:
            if wanted.new_since is not None:
                _check_run(wanted.new_since, all_runs(connection), self.name)
            found = select_events(connection, wanted, deep=deep)
            if not (wanted.in_force_on or wanted.window):
                return [(event, None) for event in found]
            ends = followers(connection, [event.event_id for event in found]) if wanted.in_force_on else {}
        judged = [(event, _answer(event, wanted, ends.get(event.event_id, ()))) for event in found]
        return [(event, answer) for event, answer in judged if answer.certainty != NO]

    def contested(self, **filters: Any) -> list[Event]:
        """The events whose articles contradict each other, with their conflicts, in the order of the table."""
        from timeline.frame import date_order

        return sorted((event for event, _ in self._answered(replace(selection(**filters), contested=True), deep=True)), key=date_order)

    def runs(self) -> list[PastRun]:
        """Every append or reparse that changed something, oldest first: number, kind, articles that came, events first seen."""
        with reading(self._engine) as connection:
            return all_runs(connection)

    def event(self, event_id: str) -> Event:
        """One event by its id; the class that keeps the store finds it."""
        raise NotImplementedError

    def chain(self, event_id: str, *, depth: int | None = None) -> Chain:
        """The exchange of blows around an event: all that is linked to it, in both directions, up to ``depth`` links away (4)."""
        from timeline.chain import chain_around

        start = self.event(event_id)
        with reading(self._engine) as connection:
            return chain_around(start, lambda names: neighbours(connection, names), depth)

    def as_of(self, day: str | date) -> list[Event]:
        """The events as the articles published until a day tell them, in the order of the table; ``timeline.as_of`` says how."""
        from timeline.as_of import as_of
        from timeline.frame import date_order

        with reading(self._engine) as connection:
            found, known = select_events(connection, Selection(), deep=True), sources(connection)
        return sorted(as_of(found, known, one_day("day", day)), key=date_order)

    def diff(self, old: Questions | str | date, new: Questions | str | date | None = None) -> Difference:
        """What changed from one table to another. A day stands for this table as it could be known then, another timeline for its table;
        without ``new`` it is this table as it is."""
        from timeline.diff import difference

        return difference(self._table(old), self._table(self if new is None else new))

    def _table(self, which: Questions | str | date) -> list[Event]:
        return which._select({}, deep=True) if isinstance(which, Questions) else self.as_of(which)

    def verify(self, reference: str | os.PathLike[str]) -> Verification:
        """Hold the table against the facts of a CSV file; ``timeline.reference.read_reference`` says which columns it needs."""
        from timeline.reference import read_reference
        from timeline.verify import verify

        return verify(self._select({}, deep=False), read_reference(reference))


def _check_run(number: int, known: list[PastRun], name: str) -> None:
    last = known[-1].run if known else 0
    if number > last:
        raise InputError(f"new_since: {name} has no run {number}, the last is {last}; `timeline runs` lists them")


def _answer(event: Event, wanted: Selection, ends: Any) -> Answer:
    """Whether all that is asked of an event about days holds."""
    answers = [in_force(event, wanted.in_force_on, ends)] if wanted.in_force_on else []
    answers += [takes_place(event, *wanted.window)] if wanted.window else []
    order = (NO, UNCERTAIN, YES)
    return min(answers, key=lambda answer: order.index(answer.certainty))
