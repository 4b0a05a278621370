"""The walk through the events that want a look: one event after the other on the terminal, and an answer for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timeline.cli.output import complain, count, note, printable, say, write_rows

if TYPE_CHECKING:
    from timeline.event import Event
    from timeline.query import Timeline
    from timeline.review.desk import Desk
    from timeline.review.queue import Case

PROMPT = "(a)ccept (r)eject (e)dit (s)kip (u)ndo (q)uit? "
SHOWN = 3  # quotes of one event


def status(timeline: Timeline, desk: Desk, form: str) -> bool:
    """Write how each judgement stands; returns whether one lost its ground, or all of them their file."""
    if desk.is_lost:
        complain(f"{desk.ledger.path}: is gone; the store goes by its copy, and the next judgement makes the file again")
    found = timeline.judged()
    write_rows([_standing(each) for each in found], form)
    moved = [each for each in found if not each.stands]
    if form == "table":
        note(f"{count(len({each.judgement.id for each in found}), 'judgement')} in force, {len(moved)} to look at")
    return bool(moved) or desk.is_lost


def _standing(each: Any) -> dict[str, Any]:
    one = each.judgement
    said = f"{one.kind} {one.field}" if one.field else one.kind
    return {
        "judgement": one.id,
        "state": each.state,
        "kind": said,
        "event": each.event or ", ".join(one.events),
        "author": one.author,
        "day": one.day.isoformat(),
        "words": each.words,
        "why": one.why,
    }


def cases(timeline: Timeline, only: str | None, filters: Mapping[str, Any]) -> list[Case]:
    """Of the events that the filters leave those that want a look, the most pressing first."""
    from timeline.review.queue import queue

    moved = {each.event for each in timeline.judged() if each.event and not each.stands}
    return [case for case in queue(timeline.event_list(**filters), moved) if only in (None, *case.reasons)]


def line(case: Case) -> dict[str, Any]:
    """A case as a row."""
    event = case.event
    return {
        "event": event.event_id,
        "reasons": ", ".join(case.reasons),
        "date": event.date,
        "confidence": event.confidence,
        "quote": event.quote,
    }


class Walk:
    """A person at the terminal. ``why`` is the reason for all judgements where one was given beforehand."""

    def __init__(self, timeline: Timeline, desk: Desk, why: str = "") -> None:
        self._timeline, self._desk, self._why = timeline, desk, why
        self._done: list[tuple[int, str]] = []

    def through(self, found: Sequence[Case]) -> None:
        """Show each case until the person quits or the input ends; what was answered is kept."""
        place = 0
        try:
            while place < len(found):
                self._show(place, found)
                place = self._answered(place, found[place].event.event_id)
                place = self._ended(place) if place == len(found) else place
        except (EOFError, KeyboardInterrupt, StopIteration):
            say()
        say(f"{count(len(self._done), 'judgement')} made; {count(len(found) - place, 'event')} left to look at")

    def _show(self, place: int, found: Sequence[Case]) -> None:
        case = found[place]
        event = self._desk.event(case.event.event_id)
        say()
        say(f"[{place + 1} of {len(found)}: {', '.join(case.reasons)}] {event.event_id}, confidence {event.confidence:.2f}")
        for words in _facts(event):
            say(f"  {printable(words)}")

    def _answered(self, place: int, name: str) -> int:
        """The place of the event to show next."""
        from parsers.errors import InputError

        answer = input(PROMPT).strip().lower()[:1]
        if answer == "q":
            raise StopIteration
        try:
            return self._act(answer, place, name)
        except InputError as error:
            say(printable(str(error)))
            return place

    def _ended(self, place: int) -> int:
        """The last answer can be taken back as well."""
        if not self._done:
            return place
        answer = input("That was the last one. (u)ndo, or (q)uit? ").strip().lower()[:1]
        return self._undo(place) if answer == "u" else place

    def _act(self, answer: str, place: int, name: str) -> int:
        if answer == "a":
            return self._note(place, self._desk.accept(name, self._why)) + 1
        if answer == "r":
            return self._note(place, self._desk.reject(name, self._reason())) + 1
        if answer == "e":
            return self._edit(place, name)
        if answer == "u":
            return self._undo(place)
        if answer != "s":
            say("answer with one of these letters")
        return place + (answer == "s")

    def _edit(self, place: int, name: str) -> int:
        """Ask for one field and stay at the event, which may need another."""
        from timeline.review.fields import from_text

        field = input("field? ").strip()
        value = from_text(field, input("value? "))
        return self._note(place, self._desk.edit(name, field, value, self._reason()))

    def _reason(self) -> str:
        return self._why or input("why? ").strip()

    def _note(self, place: int, done: Any) -> int:
        from timeline.review.desk import told

        say(told(done))
        if done.is_new:
            self._done.append((place, done.judgement.id))
        return place

    def _undo(self, place: int) -> int:
        """Take back the last judgement of this walk and go back to its event."""
        if not self._done:
            say("nothing to take back in this walk; `timeline review --undo ID` takes back an older judgement")
            return place
        former, name = self._done.pop()
        self._desk.undo(name)
        say(f"taken back: {name}")
        return former


def _facts(event: Event) -> list[str]:
    from timeline.review.fields import CORE, machine_value, plain, said

    values = {field: plain(event, field) for field in CORE}
    lines = [", ".join(f"{field} {said(value)}" for field, value in values.items() if value not in (None, []))]
    lines += [f"{told.article}: {told.quote}" for told in event.mentions[:SHOWN]]
    more = len(event.mentions) - SHOWN
    lines += [f"and {count(more, 'mention')} more (`timeline explain {event.event_id}`)"] if more > 0 else []
    lines += [f"conflict on {each.field}: {', '.join(each.values)}; chosen {each.chosen or 'none'}" for each in event.conflicts]
    judged = [one for one in event.judged if one.kind == "edit" and one.field]
    return lines + [f"{one.field} set by {one.author}; the machine says {said(machine_value(event, one.field or ''))}" for one in judged]
