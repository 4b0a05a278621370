"""What linking needs to know of an event, without its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from timeline.event import Event, day_bounds
from timeline.merge.alignment import aligned_with
from timeline.merge.blocs import side
from timeline.merge.item import WORD
from timeline.merge.kin import family

FOLLOWS = {"extend": "extends", "expand": "expands", "ease": "eases", "lift": "lifts"}
BLOWS = ("impose", "expand")
ANY = "*"
LISTS = ("asset_freeze", "designation", "travel_ban")  # measures that come as lists of names, one after the other


@dataclass(frozen=True)
class Act:
    """``day`` is when the act became known, and ``last`` the last day that this can mean where it is told as a month or so;
    ``low`` and ``high`` bound it by what is told of it alone, ``is_settled`` says that its day is told, or bounded by hand; ``words`` are
    the beginnings of its quotes' longer words; ``place`` is where its best evidence stands (article and offset); ``aligned`` says whose act
    it takes over, and in which words."""

    event_id: str
    imposer: str
    targets: tuple[str, ...]
    instrument: str
    scope: frozenset[str]
    action: str
    status: str
    response_to: tuple[str, ...]
    day: date | None
    words: frozenset[str]
    cue: str = ""
    low: date | None = None
    high: date | None = None
    is_settled: bool = True
    last: date | None = None
    place: tuple[str, int] = ("", 0)
    aligned: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def first_day(self) -> date | None:
        """From which day on it may have happened: the day itself, or of an act without one its lower bound."""
        return self.day if self.is_settled else self.low or self.day

    @property
    def asked_from(self) -> date | None:
        """The day from which what it refers to is looked for, backwards: its last one, or of an act without one its lower bound."""
        return self.last if self.is_settled else self.low or self.day

    @property
    def is_firm(self) -> bool:
        """Whether something was done or decided that another act can refer to."""
        return self.status not in ("rejected", "proposed") or (self.action == "impose" and self.status == "proposed")

    @property
    def is_ground(self) -> bool:
        """Whether it can be prolonged, widened, eased or ended."""
        return self.action in BLOWS and self.status in ("in_force", "announced")

    @property
    def follows(self) -> str | None:
        """The link that leads from it to the measure that it prolongs, widens, eases or ends; a second list widens the first."""
        if self.action == "impose":
            return "expands" if self.instrument in LISTS and self.is_settled and self.is_ground else None
        return FOLLOWS.get(self.action) if self.status != "rejected" else None

    @property
    def ground_kinds(self) -> frozenset[str]:
        """Under which names it is found by what follows it: the sides that it is aimed at, and any, each with the kin of its instrument."""
        return frozenset(f"{code} {family(self.instrument)}" for code in {*map(side, self.targets), ANY})

    @property
    def follow_kinds(self) -> frozenset[str]:
        """Under which names it looks for what it follows; where no target is told, it may be any of its imposer's measures."""
        return frozenset(f"{code} {family(self.instrument)}" for code in set(map(side, self.targets)) or {ANY})


def act_of(event: Event) -> Act:
    """The act of an event."""
    names = ("event_id", "imposer", "targets", "instrument", "action", "status", "response_to")
    values = {name: getattr(event, name) for name in names}
    settled = event.is_dated or any(one.field == "earliest" for one in event.judged)
    rest: dict[str, Any] = {
        "low": lowest(event),
        "high": event.latest,
        "is_settled": settled,
        "day": act_day(event),
        "last": last_day(event.announced, event.effective, event.latest, act_day(event)),
        "words": words_of(event),
        "place": (event.article or "", event.start or 0),
        "cue": _cue(event),
        "aligned": aligned_with(event),
    }
    return Act(**values, **rest, scope=frozenset(event.scope))


def act_day(event: Event) -> date | None:
    """The day on which the act became known: announced, else effective, else the latest day that it can lie on."""
    span = day_bounds(event.announced) or day_bounds(event.effective)
    return span[0] if span else event.latest or event.earliest


def last_day(announced: str | None, effective: str | None, latest: date | None, day: date | None) -> date | None:
    """The last day that the day of an act can mean, by the same rule as ``act_day``."""
    span = day_bounds(announced) or day_bounds(effective)
    return max(span[0], min(span[1], latest or span[1])) if span else day


def lowest(event: Event) -> date | None:
    """The first day that the act can lie on by what is told of it alone."""
    spans = [span[0] for span in (day_bounds(event.announced), day_bounds(event.effective)) if span]
    return min(spans, default=event.earliest)


def words_of(event: Event) -> frozenset[str]:
    """Beginnings of the longer words of all quotes."""
    return frozenset().union(*(words_in(one.quote) for one in event.mentions)) if event.mentions else words_in(event.quote)


@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str]:
    """Beginnings of the longer words of a text."""
    return frozenset(word[:6] for word in WORD.findall(text.lower()) if not word.isdigit())


def _cue(event: Event) -> str:
    return next((reason.phrase for one in event.mentions for reason in one.reasons if reason.field == "response_to" and reason.phrase), "")
