"""The stretch of a unit that belongs to a predicate: where its goods, its targets and its numbers are looked for."""

from __future__ import annotations

from parsers.clauses.predicate import Predicate
from parsers.view import View


def stretch(view: View, predicates: list[Predicate], index: int) -> tuple[int, int]:
    """From the end of the predicate before to the start of the next; two that share a verb part at their objects."""
    low = predicates[index - 1].end if index else view.unit.start
    high = predicates[index + 1].start if index + 1 < len(predicates) else view.unit.end
    p = predicates[index]
    sharing = _sharing(predicates, p)
    if len(sharing) > 1:
        return _shared(view, predicates, p, sharing)
    return min(low, p.start), max(high, p.end)


def _sharing(predicates: list[Predicate], p: Predicate) -> list[Predicate]:
    """The predicates of one verb that has its objects behind it, in the order of these."""
    if p.verb is None or not p.objects:
        return []
    found = [q for q in predicates if q.verb is p.verb and q.objects and q.objects[0][0] >= p.verb.end]
    return sorted(found, key=lambda q: q.objects[0][0]) if p in found else []


def _shared(view: View, predicates: list[Predicate], p: Predicate, sharing: list[Predicate]) -> tuple[int, int]:
    """ "Banned exports of trucks to Russia and imports of coal": each object with what stands behind it, to the next.

    Of "imports and exports of wheat" both share what stands behind the second.
    """
    at = sharing.index(p)
    low = p.start if at == 0 else p.objects[0][0]
    last = max(q.end for q in sharing)
    high = next((q.start for q in predicates if q.start >= last), view.unit.end)
    if at + 1 < len(sharing):
        following = sharing[at + 1].objects[0][0]
        if _told_between(view, p.objects[0][1], following):
            return low, following
    return low, high


def _told_between(view: View, start: int, end: int) -> bool:
    places = [(a.start, a.end) for a in view.actors] + [(x.start, x.end) for x in view.scopes] + [(n.start, n.end) for n in view.names]
    return any(start <= low and high <= end for low, high in places)
