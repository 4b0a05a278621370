"""Which instruments can be two words for one act, and which goods or groups keep two acts apart."""

from __future__ import annotations

from functools import cache

from parsers.vocabulary import vocabulary

SAME = 0.5
# A general word and the measure that it stands for: "sanctioned" and "froze the assets of".
LABELS = {
    ("asset_freeze", "designation"): 0.35,
    ("designation", "sanctions_package"): 0.25,
    ("asset_freeze", "sanctions_package"): 0.2,
    ("designation", "travel_ban"): 0.1,
    ("sanctions_package", "travel_ban"): 0.1,
}
# Neighbours that careful readers confuse; they count only where day and words speak for the same act as well.
NEIGHBOURS = frozenset(
    {
        ("airspace_closure", "transport_ban"),
        ("services_ban", "transport_ban"),
        ("dialogue_suspension", "diplomatic_downgrade"),
        ("diplomatic_downgrade", "expulsion"),
        ("dialogue_suspension", "treaty_suspension"),
        ("travel_ban", "visa_restriction"),
        ("swift_exclusion", "transaction_ban"),
        ("arms_embargo", "export_restriction"),
    }
)
# People and bodies: one list names "officers", the next "individuals", so these tell no two acts apart.
SOFT = frozenset({"officials", "military", "business", "individuals", "entities", "citizens"})
WIDER = {
    "energy": frozenset({"oil", "gas", "coal"}),
    "finance": frozenset({"crypto"}),
    "transport": frozenset({"vehicles", "aircraft", "ships"}),
}


@cache
def kinship(one: str, other: str) -> float | None:
    """How well two instruments go together: 0.5 for the same, less for a label, 0 for neighbours, None where they are two acts."""
    if one == other:
        return SAME
    pair = (min(one, other), max(one, other))
    return LABELS.get(pair, 0.0 if pair in NEIGHBOURS else None)


@cache
def family(instrument: str) -> str:
    """The name of all instruments that kinship joins, over however many steps: the first of them in the alphabet."""
    kin, grown = {instrument}, 0
    while grown != len(kin):
        grown = len(kin)
        kin |= {code for code in vocabulary().instruments for known in kin if kinship(code, known) is not None}
    return min(kin)


def label_rank(instrument: str) -> int:
    """How much an instrument says: 0 for a mere package, 1 for a designation, 2 for a measure."""
    return {"sanctions_package": 0, "designation": 1}.get(instrument, 2)


@cache
def scope_fit(one: frozenset[str], other: frozenset[str]) -> float | None:
    """How well two scopes go together; None where both name goods and share none."""
    if one == other:
        return 1.0 if one else 0.5
    if not one or not other:
        return 0.25
    if any(_meets(a, b) for a in one for b in other):
        return 0.4 + 0.6 * len(one & other) / len(one | other)
    return 0.1 if one <= SOFT or other <= SOFT else None


def _meets(one: str, other: str) -> bool:
    return one == other or other in WIDER.get(one, ()) or one in WIDER.get(other, ())
