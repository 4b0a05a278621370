"""When: which day of the unit belongs to which predicate, and whether it says announced, effective or expires."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from parsers import edtf
from parsers.clauses import Predicate
from parsers.dates import Timex
from parsers.errors import InputError
from parsers.rules.beside import dates_a_thing, in_another_clause
from parsers.rules.columns import Columns
from parsers.rules.days import STAMPS, in_order, nearer, owners
from parsers.view import View
from parsers.words import wordset

GRADUAL = frozenset({"phase out", "phasing out", "phase-out", "cut", "reduce", "wind down", "slash", "end"})
FROM = ("from", "starting", "effective", "beginning", "as of", "as from", "with effect from", "start on", "starts on", "started on")
UNTIL = (
    "until",
    "till",
    "through",
    "up to",
    "expire",
    "expires",
    "expire on",
    "expires on",
    "run until",
    "due to run until",
    "valid to",
    "no later than",
)
LEADS_FROM, LEADS_UNTIL = tuple(f" {words}" for words in FROM), tuple(f" {words}" for words in UNTIL)


AT_ONCE = re.compile(
    r"with immediate effect|effective (?:immediately|at once|today)|takes? effect immediately|in effect immediately|immediately effective"
    r"|from now on|with effect from today|as of today|from today|take(?:s|n|ing)? immediate effect|took effect immediately"
)
# "On Monday the ceiling took effect", "three days later the cap on crude came into force".
EFFECT_AFTER = re.compile(
    r"(?: [a-z'-]+){1,8}? (?:took|takes|will take|came|comes|entered|enters|went|goes) (?:in)?(?:to )?(?:effect|force)\b"
)


@dataclass(slots=True)
class Times:
    """The dates of one predicate, as EDTF, with the expressions behind them."""

    announced: str | None = None
    effective: str | None = None
    expires: str | None = None
    basis: str = "undated"
    begun: bool = False  # "in operation since April 5", "began to operate": it applies already, whenever that is read
    sources: dict[str, Timex] = field(default_factory=dict)

    def copy(self) -> Times:
        """The same dates for another imposer of the same predicate."""
        return Times(self.announced, self.effective, self.expires, self.basis, self.begun, dict(self.sources))

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands: when its article appeared, the day of its heading or entry, whether it opens that, its table's columns."""

    published: date | None
    stamp: str | None = None
    opens: bool = False
    columns: Columns | None = None


def read_times(view: View, predicates: list[Predicate], place: Place) -> list[Times]:
    """The dates of each predicate of a unit, in their order."""
    times = [Times() for _ in predicates]
    if not predicates:
        return times
    for timex in in_order(view, predicates[0].start):
        role = (place.columns.role(view, timex) if place.columns else None) or role_of(view, timex)
        if role == "deadline":
            role = _deadline(predicates, timex)
        if role is None or (role == "announced" and timex.rule not in STAMPS and in_another_clause(view, predicates, timex)):
            continue
        begun = role == "effective" and bool(wordset("begun") & set(view.before(timex.start, 5)))
        if role == "announced" and _looks_ahead(view, timex, place):
            role = "effective"
        for index in owners(view, predicates, timex, role):
            if role == "announced" and nearer(times[index].sources.get(role), timex, predicates, index):
                times[index].announced = None
            times[index].put(role, timex.edtf or "", timex)
            times[index].begun = times[index].begun or begun
    _of_what_it_follows(view, predicates, times)
    return times


def _of_what_it_follows(view: View, predicates: list[Predicate], times: list[Times]) -> None:
    """ "A fortnight after Washington froze the assets": the act behind the span lies that far from the day of the main clause."""
    for timex in view.timexes:
        behind = [i for i, p in enumerate(predicates) if p.start >= timex.end] if timex.other else []
        for index in behind:
            if times[index].announced is None and timex.other:
                times[index].put("announced", timex.other, timex)


def _deadline(predicates: list[Predicate], timex: Timex) -> str | None:
    """ "To be closed by 26 March" says when it holds; people told to leave by a day, or goods phased out by it, do not."""
    before = [p for p in predicates if p.start < timex.start]
    gradual = bool(before) and (
        before[-1].measure.instrument == "expulsion" or (before[-1].verb is not None and before[-1].verb.lemma in GRADUAL)
    )
    return "effective" if before and not gradual else None


def role_of(view: View, timex: Timex) -> str | None:
    """announced, effective or expires by the words before the date; None where it dates something else."""
    before = view.before(timex.start, 4)
    own = view.folded[timex.start : timex.end]
    if timex.edtf is None or timex.type not in ("DATE", "TIME") or dates_a_thing(view, timex, before):
        return None
    led = " " + " ".join(before)
    when = [w for w in view.after(timex.end, 2) if w != ","][:1] == ["when"]  # "it began on March 14, when London expelled ..."
    if led.endswith(LEADS_UNTIL):
        return "announced" if when else "expires"
    if before[-1:] == ["to"]:
        return "expires" if wordset("lasting") & set(view.between(view.unit.start, timex.start)) else None
    if before[-1:] == ["by"] or own.startswith("by "):
        return "deadline"
    if before[-1:] == ["since"] or own.startswith("since "):
        return _since(before)
    if led.endswith(LEADS_FROM) or (wordset("effect") & set(before) and not when) or EFFECT_AFTER.match(view.folded, timex.end):
        return "effective"
    return "announced"


def _since(before: list[str]) -> str | None:
    """ "Headquartered since 1973" dates no measure; "barred since March" does."""
    participle = before[-2] if len(before) > 1 else ""
    other = participle.endswith(("ed", "ing", "based")) and participle not in wordset("effect") | wordset("applied")
    return None if other else "effective"


def _looks_ahead(view: View, timex: Timex, place: Place) -> bool:
    """Whether a day lies behind publication, or behind that of the entry: it then says from when the act applies."""
    value, published = timex.edtf or "", place.published
    if published is not None and edtf.precision(value) != "unknown_year" and edtf.bounds(value)[0] > published:
        return timex.basis != "relative" or timex.rule.startswith("counted")
    told = view.folded[view.unit.start : timex.start]
    bracketed = told.count("(") > told.count(")")
    return timex.rule not in STAMPS and (place.opens or bracketed) and later(value, place.stamp)


def later(value: str, day: str | None) -> bool:
    """Whether a day lies behind another; a month, a year or nothing compares with none."""
    return day is not None and len(value) == len(day) == 10 and value > day


def settle_terms(view: View, times: Times, p: Predicate, span: tuple[int, int], published: date | None) -> None:
    """What needs the day of the act: "with immediate effect", "for six months"."""
    low, high = p.start, span[1]
    if p.action in ("lift", "ease", "extend") or _began_before(times):
        _without_old_start(view, times)
    day = times.announced or (published.isoformat() if published is not None and not times.effective else None)
    if times.effective is None and day is not None and AT_ONCE.search(view.folded, low, high):
        times.effective = day
    for timex in view.timexes:
        near = low <= timex.start < high or timex.start - view.unit.start <= 4
        if timex.type == "DURATION" and near and times.expires is None and _term(view, timex):
            _expire(times, times.effective or day, timex)


def _began_before(times: Times) -> bool:
    """ "Which since March has listed 400 people, on Friday listed ten more"."""
    since, day = times.effective, times.announced if "announced" in times.sources else None
    dated = since is not None and day is not None and "unknown_year" not in (edtf.precision(since), edtf.precision(day))
    return dated and edtf.bounds(since or "")[1] < edtf.bounds(day or "")[0]


def _without_old_start(view: View, times: Times) -> None:
    """ "Lifted the embargo in place since 1986": that day began what is lifted now."""
    timex = times.sources.get("effective")
    if timex is not None and (view.before(timex.start)[-1:] == ["since"] or view.folded.startswith("since ", timex.start)):
        times.effective = None
        del times.sources["effective"]
        times.basis = times.sources["announced"].basis if "announced" in times.sources else "undated"


def _term(view: View, timex: Timex) -> bool:
    """ "For six months", "another year"; in a table a length of time that fills its cell."""
    before = view.before(timex.start, 3)
    led = before[-1:] in (["for"], ["another"], ["further"], ["additional"]) or view.folded.startswith("for ", timex.start)
    cell = view.unit.kind in ("item", "row") and before[-1:] in (["/"], ["|"]) and view.after(timex.end) in ([], ["/"], ["|"])
    return (led or cell) and "X" not in timex.value


def _expire(times: Times, base: str | None, timex: Timex) -> None:
    if base is None:
        return
    try:
        times.expires = edtf.expiry(base, timex.value)
    except InputError:
        return  # a duration that no calendar counts ("PXM"), or a day without a year
    times.sources["expires"] = timex
