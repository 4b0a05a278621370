"""Whether two mentions can tell the same act, how strongly they agree, and in which words to say so.

A fit is a sum of small weights; None is a contradiction, which no amount of agreement elsewhere outweighs. Weights were set on the
annotated stories and are few on purpose: the day decides, goods and targets narrow, words break ties.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import NamedTuple

from timeline.merge.blocs import overlap
from timeline.merge.crowd import SLIP, may_meet
from timeline.merge.item import PHASES, Days, Item
from timeline.merge.kin import kinship, scope_fit

SLIP_OF_EFFECT = 45  # the same for the day of effect, where the announcement fits both
TO_EFFECT = 200  # days between an act and its taking effect
TO_ADOPT = 120  # days between a promise and its adoption
PLANS = ("announced", "proposed")
LISTING = frozenset({"asset_freeze", "designation", "travel_ban", "sanctions_package"})


class Fit(NamedTuple):
    """How strongly two mentions agree, and the strongest reason in words."""

    score: float
    why: str


def fit(one: Item, other: Item) -> Fit | None:
    """How well two mentions go together; None where they tell two acts. The order of the two does not matter."""
    if other.key < one.key:
        one, other = other, one
    if is_barred(one, other) or not may_meet(one, other) or _is_far(one, other) or not _are_kin(one, other):
        return None
    when = _dates(one, other)
    if when is None:
        return None
    rest = _codes(one, other, when.score)
    return None if rest is None else Fit(round(when.score + rest, 4), when.why)


def is_barred(one: Item, other: Item) -> bool:
    """What alone tells two acts apart: one article's own list of acts, two imposers, two targets, a refusal beside a deed,
    a human's word.

    An article that names no target at all can mean anybody, so it is compared with its like alone.
    """
    a, b = one.evidence, other.evidence
    return (
        a.imposer != b.imposer
        or (a.digest or a.article) == (b.digest or b.article)
        or (a.status == "rejected") != (b.status == "rejected")
        or bool(one.targets) != bool(other.targets)
        or bool(one.targets and not overlap(one.targets, other.targets))
        or other.key in one.apart
    )


def _is_far(one: Item, other: Item) -> bool:
    """Whether all days of the one lie farther from all days of the other than any two days of one act do."""
    return bool(one.envelope and other.envelope and gap(one.envelope, other.envelope) > TO_EFFECT)


def _are_kin(one: Item, other: Item) -> bool:
    """Whether instruments, actions and scopes can be those of one act."""
    a, b = one.evidence, other.evidence
    same_phase = PHASES[a.action] == PHASES[b.action]
    return same_phase and kinship(a.instrument, b.instrument) is not None and scope_fit(one.scope, other.scope) is not None


def _codes(one: Item, other: Item, when: float) -> float | None:
    """The agreement of instrument, action, scope, targets and words; None where it is too little for the day to decide."""
    a, b = one.evidence, other.evidence
    kin, action, alike = kinship(a.instrument, b.instrument) or 0.0, _actions(a.action, b.action, when), likeness(one, other)
    if action is None or (kin == 0.0 and (alike < 0.3 or when < 2.5)):
        return None
    targets = 0.5 if set(one.targets) == set(other.targets) else 0.25
    return kin + action + (scope_fit(one.scope, other.scope) or 0.0) + targets + alike + _numbers(a.count, b.count)


def _actions(one: str, other: str, when: float) -> float | None:
    if one == other:
        return 0.25
    if PHASES[one] == "begin":
        return -0.5 if when >= 2 else None
    return -0.25


def _numbers(one: int | None, other: int | None) -> float:
    return 0.0 if one is None or other is None else 0.25 if one == other else -0.25


def likeness(one: Item, other: Item) -> float:
    """Share of the shorter quote's words that the other has too, 0 to 1; names count like words. A reprint has the very same quote."""
    shorter = min(len(one.words), len(other.words))
    shared = len(one.words & other.words) / max(4, shorter)
    named = {name.casefold() for name in one.evidence.target_names} & {name.casefold() for name in other.evidence.target_names}
    return shared + 0.5 * bool(named) + 1.0 * (one.evidence.quote == other.evidence.quote)


def _dates(one: Item, other: Item) -> Fit | None:
    if one.yearless or other.yearless:
        return _without_year(one, other)
    if one.is_open or other.is_open:
        return _open(one, other)
    if _expiry_differs(one, other):
        return None
    effective = _effective(one, other)
    announced = _announced(one, other, effective)
    if one.announced and other.announced and one.effective and other.effective:
        return _both(announced, effective)
    return announced if one.announced and other.announced else effective if one.effective and other.effective else _crossed(one, other)


def _both(announced: Fit | None, effective: Fit | None) -> Fit | None:
    """Two articles that give both days: one of the days may differ where the other is the same."""
    if announced is None and effective is None:
        return None
    ways = [way for way in (announced, effective) if way]
    best = max(ways, key=lambda way: way.score)
    return best if len(ways) == 2 or best.score >= 4 else None


def _announced(one: Item, other: Item, effective: Fit | None) -> Fit | None:
    a, b = one.announced, other.announced
    if not (a and b):
        return None
    apart = gap(a, b)
    if apart == 0:
        return Fit(_closeness(a, b), f"announced on the same date ({_say(a, b)})")
    crossed = _crossed(one, other)
    if crossed and crossed.score >= 1.5:
        return Fit(min(2.0, crossed.score), crossed.why)
    if apart <= SLIP and _may_slip(one, other, apart):
        # Two articles that each report their own day tell two acts, unless something else joins them.
        return Fit(0.75 if effective or not _are_two_news(one, other) else -2.0, f"announced {apart} day{'s' * (apart > 1)} apart")
    return _stages(one, other, apart)


def _may_slip(one: Item, other: Item, apart: int) -> bool:
    """Lists follow each other within days, so a day's difference between two of them needs a shared name or number."""
    if apart <= 1 or not {one.evidence.instrument, other.evidence.instrument} <= LISTING:
        return True
    a, b = one.evidence, other.evidence
    return bool(set(a.target_names) & set(b.target_names)) or (a.count is not None and a.count == b.count)


def _are_two_news(one: Item, other: Item) -> bool:
    """Whether each article reports its own day: two acts, not one act under two dates. The very same words are a reprint's."""
    own_day = all(item.published is not None and item.announced == (item.published, item.published) for item in (one, other))
    return own_day and one.evidence.quote != other.evidence.quote


def _stages(one: Item, other: Item, apart: int) -> Fit | None:
    """A promise or proposal and the later deed."""
    first, later = sorted((one, other), key=lambda item: item.announced or (0, 0))
    moves_on = first.evidence.status in PLANS and later.evidence.status not in (first.evidence.status, "proposed")
    if not moves_on or apart > TO_ADOPT:
        return None
    return Fit(0.5 if apart <= 45 else 0.25, f"{first.evidence.status} first, {later.evidence.status} {apart} days later")


def _effective(one: Item, other: Item) -> Fit | None:
    a, b = one.effective, other.effective
    if not (a and b):
        return None
    apart = gap(a, b)
    if apart == 0:
        return Fit(_closeness(a, b), f"in force from the same date ({_say(a, b)})")
    if apart <= SLIP:
        return Fit(0.75, f"in force from days {apart} apart")
    # A disagreement that is no reason to join, yet no bar where something else joins the two.
    if apart > SLIP_OF_EFFECT or not (_crossed(one, other) or one.announced == other.announced):
        return None
    return Fit(-1.0, f"in force from days {apart} apart")


def _crossed(one: Item, other: Item) -> Fit | None:
    """The day of announcement in one article beside the day of effect in the other."""
    ways = [(a, b) for a, b in ((one.announced, other.effective), (other.announced, one.effective)) if a and b]
    fits = [found for a, b in ways if (found := _lead(a, b))]
    return max(fits) if fits else None


def _lead(announced: Days, effective: Days) -> Fit | None:
    apart = gap(announced, effective)
    if apart == 0:
        return Fit(
            0.75 * _closeness(announced, effective),
            f"one article's day of announcement is the other's day of effect ({_say(announced, effective)})",
        )
    if announced[0] > effective[1]:
        return Fit(0.75, f"announced {apart} days after it took effect") if apart <= SLIP else None
    if apart > TO_EFFECT:
        return None
    return Fit(1.0 if apart <= 60 else 0.5, f"in force {apart} days after the announcement")


def _open(one: Item, other: Item) -> Fit | None:
    """One article at least leaves the date open; its bounds and the course of things still rule dates out."""
    undated, dated = (one, other) if one.is_open else (other, one)
    if dated.is_open:
        return Fit(0.3, "both leave the date open") if gap(one.window, other.window) == 0 else None
    span = _span_of_act(dated)
    if span is None or gap(span, undated.window) > SLIP or not _in_course(undated, dated, span) or _expiry_differs(one, other):
        return None
    return Fit(0.3, "one article leaves the date open and nothing else contradicts")


def _span_of_act(item: Item) -> Days | None:
    """When the act lies: its day of announcement, else some time before it takes effect."""
    if item.announced or not item.effective:
        return item.announced
    return (item.effective[0] - TO_EFFECT, item.effective[1])


def _in_course(undated: Item, dated: Item, span: Days) -> bool:
    """A plan comes before the deed, and what is done was done before it was reported."""
    told = undated.published
    if told is None or (undated.evidence.status == "proposed" and dated.evidence.status in PLANS):
        return True
    if undated.evidence.status == "proposed":
        return span[1] >= told - SLIP and span[0] <= told + TO_EFFECT
    return undated.evidence.status == "announced" or span[0] <= told + SLIP


def _without_year(one: Item, other: Item) -> Fit | None:
    days = [_month_days(item) for item in (one, other)]
    if not (days[0] and days[1]):
        return _open(one, other) if one.is_open and other.is_open else Fit(0.3, "one article leaves the year open")
    return Fit(2.5, "the same day and month, one without its year") if days[0] & days[1] else None


def _month_days(item: Item) -> set[str]:
    if item.yearless:
        return {item.yearless}
    return {f"{date.fromordinal(span[0]):%m-%d}" for span in (item.announced, item.effective) if span and span[0] == span[1]}


def _expiry_differs(one: Item, other: Item) -> bool:
    """Two prolongations that end on different dates are two rounds."""
    renewals = one.evidence.action == other.evidence.action == "extend"
    return bool(renewals and one.expires and other.expires and gap(one.expires, other.expires) > 31)


def gap(one: Days, other: Days) -> int:
    """Days between two spans; 0 where they touch."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _closeness(one: Days, other: Days) -> float:
    """4 for the same day, less the coarser the wider of the two dates is."""
    widest = max(span[1] - span[0] for span in (one, other))
    return 4.0 if widest == 0 else 2.5 if widest <= 31 else 2.0 if widest <= 120 else 1.0


def _say(one: Days, other: Days) -> str:
    low, high = min((one, other), key=lambda span: (span[1] - span[0], span))
    return date.fromordinal(low).isoformat() if low == high else f"{date.fromordinal(low)} to {date.fromordinal(high)}"


def fits_all(ones: list[Item], others: list[Item]) -> list[Fit] | None:
    """The fits of every pair of two groups; None as soon as one pair contradicts."""
    found = []
    for one, other in product(ones, others):
        good = fit(one, other)
        if good is None:
            return None
        found.append(good)
    return found
