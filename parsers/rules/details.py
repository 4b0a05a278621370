"""The rest of a mention: scope, named targets, counts, legal acts, and the instrument made exact by what it names."""

from __future__ import annotations

import re

from parsers.counts import Count, find_counts
from parsers.draft import Draft
from parsers.view import View

RATE = re.compile(r"\d+(?:\.\d+)?%?\Z")


def fill_details(view: View, draft: Draft, span: tuple[int, int]) -> None:
    """Scope, names, counts and legal acts that stand in the predicate's stretch."""
    low, high = span
    codes = [c for s in view.scopes if low <= s.start and s.end <= high for c in s.codes]
    names = [n for n in view.names if low <= n.start and n.end <= high]
    codes += [c for n in names for c in n.scopes]
    if not codes:
        codes = list(draft.predicate.measure.adds)
    draft.scope = tuple(dict.fromkeys(codes))
    draft.target_names = tuple(dict.fromkeys(n.name for n in names if n.code != draft.imposer))
    draft.rates = tuple(w.text for w in view.words if draft.predicate.start - 30 <= w.start < high and RATE.match(w.text))
    legal = [x for x in view.legal if view.unit.start <= x.start and x.end <= view.unit.end]
    draft.legal_ref = legal[0].ref if legal else None


COUNTED = frozenset({"designation", "asset_freeze", "travel_ban", "expulsion", "port_ban", "asset_seizure", "transaction_ban"})


def fill_count(view: View, draft: Draft, span: tuple[int, int]) -> None:
    """How many are hit, where the predicate's stretch says so: "11 people and two companies" is 13."""
    if draft.instrument not in COUNTED:
        return
    near = [c for c in _counts(view) if span[0] <= c.start and c.end <= span[1]]
    joined = [c for i, c in enumerate(near) if i == 0 or len(view.between(near[i - 1].end, c.start)) <= 3]
    if joined:
        draft.count = sum(c.n for c in joined)
        draft.because("count", "counted in its clause", view.text[joined[0].start : joined[-1].end], joined[0].start)


def _counts(view: View) -> list[Count]:
    start, end = view.unit.start, view.unit.end
    found = find_counts(view.text[start:end], view.folded[start:end])
    return [Count(c.start + start, c.end + start, c.n, c.noun) for c in found]
