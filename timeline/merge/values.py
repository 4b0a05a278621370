"""The best values of one act over all articles that tell it, by the stated rules, with every contradiction kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from parsers.vocabulary import vocabulary
from timeline.event import Conflict, Event, Evidence, Step
from timeline.merge.blocs import overlap
from timeline.merge.claims import Claim, Verdict, Witnesses, date_claims, majority, refuted_by, verdict
from timeline.merge.cluster import Cluster
from timeline.merge.families import Source, families
from timeline.merge.kin import label_rank

FIRMNESS = ("proposed", "announced", "in_force")
BASES = ("explicit", "inferred_year", "relative", "undated")
CEILING = 0.99  # no number of sources makes an event certain


def event_of(event_id: str, cluster: Cluster, sources: Mapping[str, Source]) -> Event:
    """The event of a cluster of mentions, without its links; ``sources`` are the facts of its articles by digest."""
    told = sorted((item.evidence for item in cluster.items), key=lambda one: one.key)
    kin = families(sources[digest] for digest in {one.digest for one in told})
    witnesses = Witnesses(told[0].imposer, {digest: sources[digest] for digest in kin}, kin)
    ranked = sorted(told, key=lambda one: _goodness(one, witnesses))
    status = firmest(told)
    dates = {name: _date(name, told, status, witnesses) for name in ("announced", "effective", "expires")}
    count = _count(told, witnesses)
    return Event(
        event_id=event_id,
        **_codes(told, witnesses),
        **_texts(ranked, witnesses),
        **_best(ranked[0]),
        **bounds_of(told),
        status=status,
        **{name: found.value for name, found in dates.items()},
        date_basis=_basis(told, dates),
        count=int(count.value) if count.value else None,
        confidence=_confidence(told, witnesses),
        n_articles=len(kin),
        n_sources=len(set(kin.values())),
        conflicts=_conflicts([*dates.values(), count]),
        history=_history(told),
        merge_reasons=tuple(sorted(cluster.reasons)),
        mentions=tuple(ranked),
    )


def firmest(told: Sequence[Evidence]) -> str:
    """The firmest stage reached; a refusal stays a refusal."""
    return max((one.status for one in told), key=lambda status: FIRMNESS.index(status) if status in FIRMNESS else -1)


def _goodness(one: Evidence, witnesses: Witnesses) -> tuple[Any, ...]:
    """What makes evidence the best: the imposer's own release, the firmest stage, a date of its own, confidence; then its key."""
    dated = bool(one.announced) + bool(one.effective)
    rank = FIRMNESS.index(one.status) if one.status in FIRMNESS else 0
    return (not witnesses.is_own_release(one), -rank, -dated, -one.confidence, one.published or date.max, one.key)


def _date(field: str, told: Sequence[Evidence], status: str, witnesses: Witnesses) -> Verdict:
    """The best date. A proposal's day does not count once there is something firmer; a promise's day comes before its adoption."""
    counted = [one for one in told if one.status != "proposed" or status == "proposed"]
    claims = date_claims(field, counted)
    if field == "announced":
        claims = _first_stage(_without_effect(claims, counted))
    return verdict(field, claims, witnesses, refuted_by(claims))


def _without_effect(claims: list[Claim], told: Sequence[Evidence]) -> list[Claim]:
    """Without the later days that are only the day of effect elsewhere: "banned on the 5th" what was decided on the 2nd as of the 5th."""
    effects = {one.effective for one in told if one.effective}
    kept = [claim for claim in claims if claim.value not in effects or any(one.effective for one in claim.told if one.announced)]
    return claims if not kept or claims.index(kept[0]) > 0 else kept


def _first_stage(claims: list[Claim]) -> list[Claim]:
    """Only the days of the promise where all days of adoption lie after them: the later stage is no contradiction."""
    promised = [claim for claim in claims if any(one.status == "announced" for one in claim.told)]
    adopted = [claim for claim in claims if claim not in promised]
    in_order = promised and adopted and claims.index(promised[-1]) < claims.index(adopted[0])
    return promised if in_order else claims


def _count(told: Sequence[Evidence], witnesses: Witnesses) -> Verdict:
    values: dict[str, list[Evidence]] = {}
    for one in told:
        if one.count is not None:
            values.setdefault(str(one.count), []).append(one)
    claims = [Claim(value, tuple(values[value])) for value in sorted(values, key=int)]
    return verdict("count", claims, witnesses, lambda _: False)


def _conflicts(verdicts: Sequence[Verdict]) -> tuple[Conflict, ...]:
    return tuple(sorted((found.conflict for found in verdicts if found.conflict), key=lambda one: one.field))


def _codes(told: Sequence[Evidence], witnesses: Witnesses) -> dict[str, Any]:
    scopes = {code for one in told for code in one.scope}
    return {
        "imposer": witnesses.imposer,
        "instrument": _instrument(told, witnesses),
        "action": _votes(told, witnesses, "action")[0],
        "scope": tuple(code for code in vocabulary().scopes if code in scopes),
        "targets": _targets(told, witnesses),
        "target_names": _names(told, witnesses),
        "response_to": _listed(told, witnesses, "response_to"),
    }


def _instrument(told: Sequence[Evidence], witnesses: Witnesses) -> str:
    """The measure where one is named, else the label; among several the one that most sources tell."""
    ranked = _votes(told, witnesses, "instrument")
    return min(ranked, key=lambda code: (-label_rank(code), ranked.index(code)))


def _votes(told: Sequence[Evidence], witnesses: Witnesses, field: str) -> list[str]:
    return majority((value, witnesses.family(one)) for one in told if (value := getattr(one, field)))


def _listed(told: Sequence[Evidence], witnesses: Witnesses, field: str) -> tuple[str, ...]:
    return tuple(majority((code, witnesses.family(one)) for one in told for code in getattr(one, field)))


def _targets(told: Sequence[Evidence], witnesses: Witnesses) -> tuple[str, ...]:
    """All that are named together with the target that most sources name, or with one of those on a par with it."""
    votes = Counter(code for code, _ in {(code, witnesses.family(one)) for one in told for code in one.targets})
    first = {code for code, count in votes.items() if count == max(votes.values())}
    return _listed([one for one in told if overlap(one.targets, first)], witnesses, "targets")


def _names(told: Sequence[Evidence], witnesses: Witnesses) -> tuple[str, ...]:
    """Each name once, in its most frequent spelling."""
    seen: dict[str, str] = {}
    for name in _listed(told, witnesses, "target_names"):
        seen.setdefault(name.casefold(), name)
    return tuple(seen.values())


def _texts(ranked: Sequence[Evidence], witnesses: Witnesses) -> dict[str, str | None]:
    texts = {field: next(iter(_votes(ranked, witnesses, field)), None) for field in ("authority", "legal_ref")}
    return texts | {"attribution": ranked[0].attribution}


def _best(one: Evidence) -> dict[str, Any]:
    names = ("quote", "start", "end", "article", "publisher", "url")
    return {name: getattr(one, name) for name in names} | {"article_title": one.title}


def bounds_of(told: Sequence[Evidence]) -> dict[str, date | None]:
    """The bounds that hold by all articles; where they cross, the widest, since one of them must be wrong."""
    lows = [one.earliest for one in told if one.earliest]
    highs = [one.latest for one in told if one.latest]
    low, high = max(lows, default=None), min(highs, default=None)
    if low and high and low > high:
        low, high = min(lows), max(highs)
    return {"earliest": low, "latest": high}


def _basis(told: Sequence[Evidence], dates: Mapping[str, Verdict]) -> str:
    """The firmest basis among those that tell the date on the timeline."""
    name = "effective" if dates["effective"].value else "announced"
    bases = [one.date_basis for one in told if (value := getattr(one, name)) and value == dates[name].value]
    return min(bases, key=BASES.index, default="undated")


def _confidence(told: Sequence[Evidence], witnesses: Witnesses) -> float:
    """The chance that not all independent sources were misread: the best reading of each family, taken as independent."""
    best: dict[int, float] = {}
    for one in told:
        best[witnesses.family(one)] = max(one.confidence, best.get(witnesses.family(one), 0.0))
    doubt = 1.0
    for family in sorted(best):
        doubt *= 1 - best[family]
    return round(max(min(1 - doubt, CEILING), *best.values()), 4)


def _history(told: Sequence[Evidence]) -> tuple[Step, ...]:
    """One step for each stage that was told, with its first day."""
    first: dict[str, Evidence] = {}
    for one in sorted(told, key=lambda one: (one.announced is None, one.announced or "", one.published or date.max, one.key)):
        first.setdefault(one.status, one)
    steps = [Step(status=status, date=one.announced, article=one.article) for status, one in first.items()]
    return tuple(sorted(steps, key=lambda step: FIRMNESS.index(step.status) if step.status in FIRMNESS else -1))
