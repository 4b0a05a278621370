"""When: which day of the unit belongs to which predicate, and whether it says announced, effective or expires."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from parsers import edtf
from parsers.clauses import Predicate
from parsers.dates import Timex
from parsers.errors import InputError
from parsers.view import View

FROM = ("from", "since", "starting", "effective", "beginning", "as of", "as from", "with effect from", "start on", "starts on", "started on")
UNTIL = ("until", "till", "through", "up to", "expire", "expires", "expire on", "expires on", "run until", "to")
EFFECT = frozenset({"effect", "force", "apply", "applies", "applied", "operate", "start", "starts", "started", "begin", "begins", "began", "kick", "kicks", "effective", "commence", "commenced"})  # fmt: skip
IGNORED = frozenset({"year_in_name", "dateline", "year_of_law", "age"})
HISTORY = frozenset({"signed", "dating", "founded", "established", "dated", "elected", "born", "concluded", "ratified"})


@dataclass(slots=True)
class Times:
    """The dates of one predicate, as EDTF, with the expressions behind them."""

    announced: str | None = None
    effective: str | None = None
    expires: str | None = None
    basis: str = "undated"
    sources: dict[str, Timex] = field(default_factory=dict)

    def carry(self, day: str, basis: str) -> None:
        """Take a day that was told before, where the predicate's own sentence gives none."""
        if self.announced is None:
            self.announced = day
            if self.basis == "undated":
                self.basis = basis

    def put(self, role: str, value: str, timex: Timex) -> None:
        """Set a date once; what stands first in the text stays."""
        if getattr(self, role) is None:
            setattr(self, role, value)
            self.sources[role] = timex
            if role != "expires" and self.basis == "undated":
                self.basis = timex.basis


def read_times(view: View, predicates: list[Predicate], published: date | None) -> list[Times]:
    """The dates of each predicate of a unit, in their order."""
    times = [Times() for _ in predicates]
    if not predicates:
        return times
    for timex in view.timexes:
        role = role_of(view, timex)
        if role is None:
            continue
        for index in _owners(view, predicates, timex, role):
            _give(times[index], role, timex, published)
    _durations(view, predicates, times, published)
    return times


def role_of(view: View, timex: Timex) -> str | None:
    """announced, effective or expires by the words before the date; None where it dates something else."""
    if timex.edtf is None or timex.rule in IGNORED or timex.type not in ("DATE", "TIME"):
        return None
    before = view.before(timex.start, 4)
    tail = " ".join(before)
    if any(w in HISTORY for w in before[-2:]):
        return None
    if any(tail.endswith(u) for u in UNTIL):
        return "expires" if not tail.endswith(" to") or "place" in before or "prolonged" in before else None
    if any(tail.endswith(f) for f in FROM) or any(w in EFFECT for w in before):
        return "effective"
    if timex.rule.startswith("since") or view.folded[timex.start : timex.start + 5] == "since":
        return "effective"
    return "announced"


def _owners(view: View, predicates: list[Predicate], timex: Timex, role: str) -> list[int]:
    """The predicates that a date belongs to: all that follow a date in front, else those before it that share its clause."""
    before = [i for i, p in enumerate(predicates) if p.start < timex.start]
    after = [i for i, p in enumerate(predicates) if p.start >= timex.start]
    if not before:
        return after if role == "announced" else after[:1]
    nearest = before[-1]
    if role != "announced":
        return [nearest]
    if after and _opens_clause(view, timex, predicates[nearest]):
        return after
    owners = [nearest]
    while owners[-1] > 0 and _same_clause(view, predicates[owners[-1] - 1], predicates[owners[-1]]):
        owners.append(owners[-1] - 1)
    return owners


def _opens_clause(view: View, timex: Timex, p: Predicate) -> bool:
    """ "..., and on Friday announced": a date right behind a comma or "and" goes with what follows."""
    words = view.before(timex.start, 3)
    return len(words) > 1 and any(w in (",", ";", "and", "then", "|") for w in words[-2:]) and len(view.between(p.end, timex.start)) > 1


def _same_clause(view: View, earlier: Predicate, later: Predicate) -> bool:
    gap = view.between(earlier.end, max(earlier.end, (later.main or later.verb or later).start))
    return ";" not in gap and len(gap) <= 25


def _give(times: Times, role: str, timex: Timex, published: date | None) -> None:
    value = timex.edtf
    if value is None:
        return
    if role == "announced" and published is not None and _later(value, published):
        role = "effective"
    times.put(role, value, timex)


def _later(value: str, published: date) -> bool:
    return edtf.precision(value) != "unknown_year" and edtf.bounds(value)[0] > published


def _durations(view: View, predicates: list[Predicate], times: list[Times], published: date | None) -> None:
    for timex in view.timexes:
        if timex.type != "DURATION" or view.before(timex.start)[-1:] not in (["for"], ["by"], ["another"], ["further"]):
            continue
        if view.folded[timex.start : timex.end].startswith("more than") or "X" in timex.value:
            continue
        owners = [i for i, p in enumerate(predicates) if p.start < timex.start]
        if owners:
            base = times[owners[-1]].effective or times[owners[-1]].announced or (published.isoformat() if published else None)
            if base is not None and times[owners[-1]].expires is None and view.before(timex.start, 2)[-1:] == ["for"]:
                _expire(times[owners[-1]], base, timex)


def _expire(times: Times, base: str, timex: Timex) -> None:
    try:
        times.expires = edtf.expiry(base, timex.value)
    except InputError:
        return  # a duration that no calendar counts ("PXM")
    times.sources["expires"] = timex
