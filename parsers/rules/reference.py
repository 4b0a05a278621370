"""Which measure "the ban", "the measures" or "did the same" stand for."""

from __future__ import annotations

from parsers.clauses import SAME
from parsers.discourse import Memory
from parsers.draft import Draft

CHANGES = frozenset({"lift", "ease", "extend", "expand"})


def settle_reference(draft: Draft, memory: Memory) -> str | None:
    """Give a draft that stands for an earlier measure the instrument of that; the reason to leave it out, or None."""
    predicate = draft.predicate
    if predicate.measure.name in ("same as before", "refused the same"):
        return _copy(draft, memory)
    vague = predicate.measure is SAME or (predicate.weak and predicate.measure.instrument == "sanctions_package")
    if not vague:
        return None
    if predicate.measure is SAME and draft.action not in CHANGES:
        return _own_copy(draft, memory)
    own = predicate.measure is SAME and draft.action in ("extend", "expand")  # nobody prolongs another's ban
    earlier = memory.told_by.get(draft.imposer) or (None if own else memory.told)
    if draft.action in CHANGES and earlier is not None:
        _take(draft, earlier)
    elif predicate.measure is SAME:
        return "refers to a measure that is told elsewhere"
    return None


def _own_copy(draft: Draft, memory: Memory) -> str | None:
    """ "Poland announced a ban of its own": another imposer lays the measure that was told last."""
    if memory.told is None or draft.imposer in memory.told_by or draft.predicate.governor is None:
        return "refers to a measure that is told elsewhere"
    _take(draft, memory.told)
    return None


def _copy(draft: Draft, memory: Memory) -> str | None:
    earlier = memory.told
    if earlier is None or earlier.imposer == draft.imposer:
        return "refers to an act that is told elsewhere"
    _take(draft, earlier)
    draft.action = earlier.action
    return None


def _take(draft: Draft, earlier: Draft) -> None:
    draft.instrument = earlier.instrument
    draft.scope = draft.scope or earlier.scope
    if draft.target_rule in ("", "whom the document is about"):
        draft.targets = tuple(t for t in earlier.targets if t != draft.imposer) or draft.targets
    draft.because("instrument", "stands for a measure told before", note=f"{earlier.imposer} {earlier.instrument}")
