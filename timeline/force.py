"""What holds on a day, and what begins or ends within a span of days: yes, no, or uncertain, each with its reason.

A day that the articles give only as a month, by bounds or not at all leaves the answer open, and then it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from timeline.event import Event, day_bounds

YES, UNCERTAIN, NO = "yes", "uncertain", "no"
MEASURES = ("impose", "expand", "extend")  # an easing or an end holds nothing itself
SURE = 0.6  # a link less certain than this leaves the end of a measure uncertain

Span = tuple[date | None, date | None]


class Answer(NamedTuple):
    """``certainty`` is yes, uncertain or no; ``reason`` says in words what decided it."""

    certainty: str
    reason: str


class Follower(NamedTuple):
    """An event that a link of ``type`` leads from to the event in question, and how sure that link is."""

    type: str
    event: Event
    confidence: float


def in_force(event: Event, day: date, followers: Sequence[Follower] = ()) -> Answer:
    """Whether a measure holds on a day: done and effective by then, not expired, and not lifted by then by an event linked to it.

    ``followers`` are the events that extend or lift it. What was only announced stays uncertain from the day that it was to take effect.
    """
    if event.action not in MEASURES or event.status in ("proposed", "rejected"):
        return Answer(NO, f"no measure that holds: {event.action}, {event.status}")
    steps = [begun(event, day), _running(event, day, followers), _unlifted(day, followers)]
    return next((step for step in steps if step.certainty == NO), None) or _weakest(steps)


def _weakest(steps: Sequence[Answer]) -> Answer:
    doubts = [step.reason for step in steps if step.certainty == UNCERTAIN]
    return Answer(UNCERTAIN, "; ".join(doubts)) if doubts else Answer(YES, "; ".join(step.reason for step in steps if step.reason))


def starts(event: Event) -> Span:
    """First and last day on which an act can have begun: effective, else announced, else its bounds."""
    return day_bounds(event.effective) or day_bounds(event.announced) or (event.earliest, event.latest)


def begun(event: Event, day: date) -> Answer:
    """Whether the act had taken effect by a day."""
    first, last = starts(event)
    if first and first > day:
        return Answer(NO, f"not before {first}")
    if event.status == "announced":
        return Answer(UNCERTAIN, "announced; no article says that it took effect")
    if last and last <= day:
        return Answer(YES, f"since {event.effective or event.announced or f'{last} at the latest'}")
    return Answer(UNCERTAIN, f"began between {first or 'an unknown day'} and {last or 'an unknown day'}")


def _running(event: Event, day: date, followers: Iterable[Follower]) -> Answer:
    """Whether it had not run out, the prolongations that were decided by then counted in."""
    longer = [one.event for one in followers if one.type == "extends" and begun(one.event, day).certainty == YES]
    if any(one.expires is None for one in longer):
        return Answer(YES, "prolonged")
    ends = [span for one in (event, *longer) if (span := day_bounds(one.expires))]
    if not ends:
        return Answer(YES, "")
    first, last = max(ends, key=lambda span: span[1])
    if last < day:
        return Answer(NO, f"expired on {last}")
    return Answer(YES, f"until {last}") if day <= first else Answer(UNCERTAIN, f"expires between {first} and {last}")


def _unlifted(day: date, followers: Iterable[Follower]) -> Answer:
    """Whether no linked event had ended it."""
    ends = [(one, begun(one.event, day)) for one in followers if one.type == "lifts" and one.event.status in ("in_force", "announced")]
    for one, start in ends:
        if start.certainty == YES and one.confidence >= SURE:
            return Answer(NO, f"lifted by {one.event.event_id}")
    doubts = [one.event.event_id for one, start in ends if start.certainty != NO]
    return Answer(UNCERTAIN, f"perhaps lifted by {doubts[0]}") if doubts else Answer(YES, "")


def takes_place(event: Event, first: date, last: date) -> Answer:
    """Whether an event takes effect or expires between two days, both included."""
    if event.status == "rejected":
        return Answer(NO, "rejected")
    found = [_within("takes effect", _start_told(event), first, last), _within("expires", day_bounds(event.expires), first, last)]
    told = [one for one in found if one.certainty != NO]
    return min(told, key=lambda one: one.certainty != YES) if told else Answer(NO, "neither takes effect nor expires in these days")


def _start_told(event: Event) -> Span | None:
    """When it takes effect as far as anybody says so: a day of announcement alone says so only of what is done."""
    span = day_bounds(event.effective) or (starts(event) if event.status == "in_force" else None)
    return span if span and all(span) else None


def _within(what: str, span: Span | None, first: date, last: date) -> Answer:
    low, high = span or (None, None)
    if not (low and high) or high < first or low > last:
        return Answer(NO, "")
    when = str(low) if low == high else f"between {low} and {high}"
    return Answer(YES if first <= low and high <= last else UNCERTAIN, f"{what} {when}")


def followers_of(events: Iterable[Event]) -> Mapping[str, list[Follower]]:
    """For each event that others extend or lift, those others; taken from the links of the events given."""
    found: dict[str, list[Follower]] = {}
    for event in events:
        for link in event.links:
            if link.type in ("extends", "lifts"):
                found.setdefault(link.to, []).append(Follower(link.type, event, link.confidence))
    return found
