"""What the articles claim for one field, which value is taken, and where they contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.event import Conflict, Evidence, day_bounds
from timeline.merge.families import Source

Span = tuple[date, date]


@dataclass(frozen=True)
class Witnesses:
    """The articles of one act: their facts and their families, by digest."""

    imposer: str
    sources: dict[str, Source]
    families: dict[str, int]

    def family(self, one: Evidence) -> int:
        return self.families[one.digest]

    def is_own_release(self, one: Evidence) -> bool:
        return self.sources[one.digest].speaks_for == self.imposer


@dataclass(frozen=True)
class Claim:
    """One value of a field and the evidence that tells it, a coarser date inside or around it included."""

    value: str
    told: tuple[Evidence, ...]


@dataclass(frozen=True)
class Verdict:
    """The value that is taken, by which rule, and the conflict where there was one."""

    value: str | None = None
    rule: str = ""
    conflict: Conflict | None = None


def verdict(field: str, claims: Sequence[Claim], witnesses: Witnesses, refuted: Callable[[Claim], bool]) -> Verdict:
    """Choose among contradicting values: the imposer's own release, else what no earlier publication refutes, else what most
    sources tell, else the first in order."""
    if len(claims) <= 1:
        return Verdict(claims[0].value, "told by all that tell it") if claims else Verdict()
    chosen, rule = _choose(list(claims), witnesses, refuted)
    articles = {claim.value: tuple(sorted({one.article for one in claim.told})) for claim in claims}
    conflict = Conflict(field=field, values=tuple(sorted(articles)), articles=articles, chosen=chosen.value, rule=rule)
    return Verdict(chosen.value, rule, conflict)


def _choose(claims: list[Claim], witnesses: Witnesses, refuted: Callable[[Claim], bool]) -> tuple[Claim, str]:
    own = [claim for claim in claims if any(witnesses.is_own_release(one) for one in claim.told)]
    if len(own) == 1:
        return own[0], "the imposer's own release says so"
    standing = [claim for claim in own or claims if not refuted(claim)] or own or claims
    if len(standing) == 1:
        return standing[0], "an earlier publication refutes the others"
    votes = {claim.value: len({witnesses.family(one) for one in claim.told}) for claim in standing}
    best = min(standing, key=lambda claim: (-votes[claim.value], claim.value))
    tie = sum(count == votes[best.value] for count in votes.values()) > 1
    return best, "as many sources tell each value; the first is taken" if tie else "most sources tell it"


def date_claims(field: str, told: Iterable[Evidence]) -> list[Claim]:
    """The distinct dates told: a coarse date that a finer one lies in or crosses is no claim of its own. Earliest first."""
    values: dict[str, list[Evidence]] = {}
    for one in told:
        if value := getattr(one, field):
            values.setdefault(value, []).append(one)
    spans = {value: span for value in values if (span := day_bounds(value))}
    kept: list[str] = []
    for value in sorted(spans, key=lambda value: (_width(spans[value]), spans[value], value)):
        if not any(_touch(spans[value], spans[finer]) for finer in kept):
            kept.append(value)
    if not kept:
        return [Claim(value, tuple(values[value])) for value in sorted(values)[:1]]
    return [Claim(value, _supporters(value, spans, values)) for value in sorted(kept, key=lambda value: spans[value])]


def _supporters(value: str, spans: dict[str, Span], values: dict[str, list[Evidence]]) -> tuple[Evidence, ...]:
    return tuple(one for other, span in spans.items() if _touch(span, spans[value]) for one in values[other])


def _width(span: Span) -> int:
    return (span[1] - span[0]).days


def _touch(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def refuted_by(claims: Sequence[Claim]) -> Callable[[Claim], bool]:
    """Whether another value was in print before the day that a claim names: nothing done on the 18th is reported as done on the 17th."""

    def refuted(claim: Claim) -> bool:
        span = day_bounds(claim.value)
        others = [one.published for other in claims if other is not claim for one in other.told if one.published]
        return bool(span and any(published < span[0] for published in others))

    return refuted


def majority(values: Iterable[tuple[str, int]]) -> list[str]:
    """Values in order of the number of families that tell them, then of the alphabet; pairs are (value, family)."""
    votes = Counter(value for value, _ in set(values))
    return sorted(votes, key=lambda value: (-votes[value], value))
