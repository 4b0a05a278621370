"""The table held against reference facts: what is there, what has another day, what is missing, and what the reference does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from timeline.event import Event, day_bounds
from timeline.frame import date_order
from timeline.merge.blocs import overlap
from timeline.merge.item import PHASES
from timeline.merge.kin import kinship, scope_fit
from timeline.reference import Fact

MATCHED, DIFFERS, MISSING, EXTRA = RESULTS = ("matched", "date differs", "missing", "extra")
NEAR = 45  # days; what lies farther apart than this is taken for two acts and not for one under two dates
Span = tuple[date, date]


class Wrong(NamedTuple):
    """A date that differs: which, what the reference says and what the table says."""

    field: str
    reference: str
    table: str


@dataclass(frozen=True)
class Finding:
    """One line of the comparison: a fact with the event that tells it, or one of the two alone."""

    result: str
    fact: Fact | None = None
    event: Event | None = None
    wrong: tuple[Wrong, ...] = ()
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values, whole fact and whole event."""
        fact, event = self.fact, self.event
        return {
            "result": self.result,
            "ref_id": fact.ref_id if fact else None,
            "event_id": event.event_id if event else None,
            "differs": [one._asdict() for one in self.wrong],
            "note": self.note,
            "reference": fact.model_dump(mode="json") if fact else None,
            "event": event.as_json(with_mentions=False) if event else None,
        }

    def rows(self) -> Iterator[dict[str, Any]]:
        """Rows of a table: one, or one for each date that differs."""
        told = self.fact or self.event
        head = {
            "result": self.result,
            "reference": self.fact.ref_id if self.fact else "",
            "event": self.event.event_id if self.event else "",
        }
        kind = {"imposer": told.imposer, "instrument": told.instrument} if told else {}
        for one in self.wrong or (Wrong("", _day(self.fact), _day(self.event)),):
            yield head | kind | {"field": one.field, "expected": one.reference, "found": one.table, "note": self.note}


def _day(told: Fact | Event | None) -> str:
    return (told.announced or told.effective or "") if told else ""


@dataclass(frozen=True)
class Verification:
    """All findings: the facts in the order of the reference, then what is extra in order of time."""

    findings: tuple[Finding, ...] = field(default=())

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each kind."""
        found = Counter(one.result for one in self.findings)
        return {result: found[result] for result in RESULTS}

    @property
    def agrees(self) -> bool:
        """Whether table and reference tell the same."""
        return all(one.result == MATCHED for one in self.findings)

    def as_json(self) -> dict[str, Any]:
        """Plain values: the counts and every finding."""
        return {"counts": self.counts, "findings": [one.as_json() for one in self.findings]}


def verify(events: Iterable[Event], facts: Sequence[Fact]) -> Verification:
    """Find for each fact the event that tells it, one to one, the best fit first.

    Extra are firm events of the reference's imposers, against its targets and within its days, that no fact tells; what lies outside of
    these the reference says nothing about.
    """
    firm = sorted((event for event in events if event.status in ("in_force", "announced")), key=date_order)
    pairs = _pairs(facts, firm)
    judged = [_judge(fact, pairs.get(fact.ref_id)) for fact in facts]
    told = {event.event_id for event in pairs.values()}
    reach = _Reach.of(facts)
    extra = [Finding(EXTRA, event=event) for event in firm if event.event_id not in told and reach.holds(event)]
    return Verification((*judged, *extra))


def _pairs(facts: Sequence[Fact], events: Sequence[Event]) -> dict[str, Event]:
    offers = [
        (-score, fact.ref_id, event.event_id, event) for fact in facts for event in events if (score := _fit(fact, event)) is not None
    ]
    found: dict[str, Event] = {}
    taken: set[str] = set()
    for _, ref_id, event_id, event in sorted(offers, key=lambda offer: offer[:3]):
        if ref_id not in found and event_id not in taken:
            found[ref_id] = event
            taken.add(event_id)
    return found


def _fit(fact: Fact, event: Event) -> float | None:
    """How well an event tells a fact; None where it tells another act."""
    if fact.imposer != event.imposer or PHASES[fact.action] != PHASES[event.action]:
        return None
    kin, scope = kinship(fact.instrument, event.instrument), scope_fit(frozenset(fact.scope), frozenset(event.scope))
    aimed = not fact.targets or not event.targets or overlap(fact.targets, event.targets)
    when = _closeness(fact, event)
    return None if kin is None or scope is None or when is None or not aimed else kin + scope + when + 0.5 * (fact.action == event.action)


def _closeness(fact: Fact, event: Event) -> float | None:
    """4 for a day in common, less the farther apart they lie; little for an event without a date; None beyond what one act can span."""
    days = _spans(fact.announced, fact.adopted, fact.effective)
    told = _spans(event.announced, event.effective)
    if not days:
        return 0.0
    if not told:
        inside = [span for span in days if (event.earliest or date.min) <= span[1] and span[0] <= (event.latest or date.max)]
        return 0.5 if inside else None
    apart = min(_gap(one, other) for one in days for other in told)
    return 4.0 * (1 - apart / (NEAR + 1)) if apart <= NEAR else None


def _spans(*values: str | None) -> list[Span]:
    return [span for value in values if (span := day_bounds(value))]


def _gap(one: Span, other: Span) -> int:
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def _judge(fact: Fact, event: Event | None) -> Finding:
    if event is None:
        return Finding(MISSING, fact)
    wrong = tuple(_wrong(fact, event))
    if not fact.is_sourced:
        return Finding(MATCHED, fact, event, note="day not held against the table: the reference has no two sources for it")
    note = "" if event.is_dated else "the table leaves the day open"
    return Finding(DIFFERS if wrong else MATCHED, fact, event, wrong, note)


def _wrong(fact: Fact, event: Event) -> Iterator[Wrong]:
    """The dates that contradict the reference. A coarser date around the right one does not, nor does one that either side leaves open."""
    ways = {"announced": (fact.announced, fact.adopted), "effective": (fact.effective,), "expires": (fact.expires,)}
    for name, values in ways.items():
        told, right = day_bounds(getattr(event, name)), _spans(*values)
        if told and right and all(_gap(told, span) for span in right):
            yield Wrong(name, " or ".join(dict.fromkeys(filter(None, values))), getattr(event, name))


@dataclass(frozen=True)
class _Reach:
    """What a reference is about: its imposers, whom it aims at, and the days from its first to its last measure."""

    imposers: frozenset[str]
    targets: frozenset[str]
    days: Span

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> _Reach:
        spans = [span for fact in facts for span in _spans(fact.announced, fact.adopted, fact.effective)]
        days = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else (date.max, date.min)
        targets = frozenset(code for fact in facts for code in fact.targets)
        return cls(frozenset(fact.imposer for fact in facts), targets, days)

    def holds(self, event: Event) -> bool:
        first, last = event.interval
        known = event.imposer in self.imposers and (not event.targets or overlap(event.targets, self.targets))
        return bool(known and first and last and first >= self.days[0] and last <= self.days[1])
