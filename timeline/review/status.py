"""Do the judgements still stand on the ground that they were made on? The machine's value, the evidence or the event may have moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.event import Event, Evidence
from timeline.merge.identity import Key
from timeline.review.apply import by_digest, is_exact, locate
from timeline.review.book import Book
from timeline.review.fields import machine_value, plain, said
from timeline.review.judgement import Anchor, Judgement

STANDS, MOVED, GONE, VANISHED, CONTRADICTED = "stands", "moved", "evidence gone", "event vanished", "contradicted"


@dataclass(frozen=True)
class Ground:
    """What judgements stand on today: the mentions of their texts, under which event each stands, what their events' ids lead to, and
    those events."""

    evidence: Sequence[Evidence]
    owners: Mapping[Key, str]
    names: Mapping[str, str | None]
    events: Mapping[str, Event]

    @cached_property
    def _here(self) -> dict[str, list[Evidence]]:
        return by_digest(self.evidence)

    def seen(self, one: Judgement, spot: Anchor) -> Evidence | None:
        """The mention that an anchor means today."""
        here, names = self._here.get(spot.digest, []), {self.names.get(event) for event in one.events}
        key = locate(spot, here, [each.key for each in here if self.owners.get(each.key) in names])
        return next((each for each in here if each.key == key), None)

    def event(self, one: Judgement, number: int = 0) -> Event | None:
        """The event that the anchor of a number stands under today, else the one that its id leads to."""
        told = self.seen(one, one.spots[number]) if number < len(one.spots) else None
        name = self.owners.get(told.key) if told else self.names.get(one.events[min(number, len(one.events) - 1)])
        return self.events.get(name) if name else None


@dataclass(frozen=True)
class Finding:
    """How a judgement stands: ``state`` is one of the five words above, ``event`` the id that it applies to today, ``words`` say why."""

    judgement: Judgement
    state: str
    event: str | None = None
    words: str = ""

    @property
    def stands(self) -> bool:
        """Whether nothing moved."""
        return self.state == STANDS


def findings(book: Book, ground: Ground) -> list[Finding]:
    """One finding or more for each judgement in force, by the day that it was made on, then its id; those that stand among them."""
    ordered = sorted(book.in_force, key=lambda one: (one.day, one.id))
    found = [finding for one in ordered for finding in _of(one, ground)]
    lost = [Finding(one, GONE, None, f"it names {name}, which the file does not hold") for one, name in book.orphans()]
    return [*found, *lost]


def _of(one: Judgement, ground: Ground) -> list[Finding]:
    if one.kind == "add":
        events = [ground.events.get(name) for key, name in ground.owners.items() if key[0] == one.digest]
        return [Finding(one, STANDS, events[0].event_id)] if events and events[0] else [Finding(one, VANISHED)]
    pairs = one.kind in ("merge", "not-same", "split")
    told = list(_pair(one, ground) if pairs else _single(one, ground))
    event = ground.event(one)
    name = event.event_id if event else None
    return [Finding(one, state, name, words) for state, words in told] or [Finding(one, STANDS, name)]


def _single(one: Judgement, ground: Ground) -> Iterator[tuple[str, str]]:
    """What moved under a judgement on one event."""
    event = ground.event(one)
    if event is None:
        yield VANISHED, f"nothing tells {one.events[0]} any more"
        return
    yield from _evidence(one, ground)
    if one.kind == "edit":
        yield from _edited(one, event)
    else:
        now = {name: machine_value(event, name) for name in one.saw}
        changed = [f"{name}: {said(one.saw[name])} then, {said(now[name])} now" for name in one.saw if now[name] != one.saw[name]]
        yield from [(MOVED, f"it says otherwise than when it was judged: {'; '.join(changed)}")] if changed else []
        yield from _other_verdict(one, event)


def _edited(one: Judgement, event: Event) -> Iterator[tuple[str, str]]:
    field = one.field or ""
    now = machine_value(event, field)
    if not any(each.id == one.id for each in event.judged):
        yield CONTRADICTED, f"a later judgement sets {field} to {said(plain(event, field))}; `timeline edit` settles it"
    if now != one.machine:
        agrees = ", as the judgement does" if now == one.value else ""
        yield MOVED, f"the machine said {said(one.machine)} when it was judged and says {said(now)} now{agrees}"


def _other_verdict(one: Judgement, event: Event) -> Iterator[tuple[str, str]]:
    other = next((each for each in event.judged if each.kind in ("accept", "reject") and each.id != one.id), None)
    if other and other.kind != one.kind:
        yield CONTRADICTED, f"{other.author} says {other.kind} ({other.id}, {other.day}), and the later day counts"


def _evidence(one: Judgement, ground: Ground) -> Iterator[tuple[str, str]]:
    for spot in one.spots:
        told = ground.seen(one, spot)
        if told is None:
            yield GONE, f"article {spot.article} no longer says {_short(spot.quote)}"
        elif not is_exact(spot, told):
            change = f" as {told.instrument}, not {spot.instrument}" if told.instrument != spot.instrument else ""
            yield MOVED, f"the passage is now read{change}: {_short(told.quote)} instead of {_short(spot.quote)}"


def _pair(one: Judgement, ground: Ground) -> Iterator[tuple[str, str]]:
    """What moved under a judgement on which mentions belong together."""
    yield from _evidence(one, ground)
    keys = [told.key if (told := ground.seen(one, spot)) else None for spot in one.spots]
    names = [ground.owners.get(key) if key else None for key in keys]
    size = len(one.anchors)
    if one.kind == "merge":
        yield from _together(names)
    elif one.kind == "split":
        yield from _together(names[:size])
        yield from _together(names[size:])
        yield from _apart(names[:size], names[size:])
    else:
        yield from _apart(names[:1], names[1:])


def _together(names: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    places = sorted({name for name in names if name})
    if len(places) > 1:
        yield CONTRADICTED, f"still {len(places)} events ({', '.join(places)}), since another judgement keeps them apart"


def _apart(ones: Iterable[str | None], others: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    if shared := sorted({name for name in ones if name} & {name for name in others if name}):
        yield CONTRADICTED, f"both stand in {shared[0]}, told as one in a single passage"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return f'"{words if len(words) <= 60 else words[:59].rstrip() + "…"}"'
