"""How likely a mention is right, from how it was found: a sum of parts, each of which ``explain`` shows."""

from __future__ import annotations

from math import exp

from parsers.draft import Draft
from parsers.pack import load_pack


def confidence(draft: Draft) -> float:
    """The share of mentions found like this one that are right, between 0 and 1; the parts are kept with the draft's reasons."""
    weights = load_pack("en/confidence")
    parts = [(sign, weights[group].get(sign, 0.0)) for group, sign in _signs(draft)]
    for sign, weight in parts:
        if weight:
            draft.because("confidence", sign, note=f"{weight:+.2f}")
    return round(1 / (1 + exp(-(weights["base"] + sum(weight for _, weight in parts)))), 2)


def _signs(draft: Draft) -> list[tuple[str, str]]:
    signs = [("agent", draft.agent_rule), ("target", draft.target_rule), ("kind", draft.predicate.kind), ("status", draft.status)]
    if draft.times.announced or draft.times.effective:
        signs.append(("sign", "a day is told"))
    if draft.predicate.bare:
        signs.append(("sign", "an entry of a list"))
    if draft.predicate.weak:
        signs.append(("sign", "a general word"))
    return signs
