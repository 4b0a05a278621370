"""Instrument and action made exact by what stands around the predicate: whom it names, how much of it is lifted, to whom it is extended."""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.draft import Draft
from parsers.view import View

LISTED = frozenset({"designation", "asset_freeze", "travel_ban"})
LABELS = LISTED | {"sanctions_package", "transaction_ban"}
PEOPLE_SCOPES = frozenset({"individuals", "entities", "officials", "business", "military"})
PERSONS = frozenset({"citizens", "individuals", "officials"})
TIGHTENED = frozenset({"export_restriction", "import_restriction", "services_ban", "transaction_ban", "investment_ban"})
PARTS = frozenset({"some", "partially", "partly", "part", "certain", "several", "partial"})
STRANGER = re.compile(r" (?:on|against) (?:[a-z]+ ){0,3}(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)")
MORE = frozenset({"more", "additional", "another", "further"})
PURCHASES = frozenset({"buy", "buying", "buyers", "importers", "import", "imports", "importing", "purchases", "purchase", "purchasing"})


def refine(view: View, draft: Draft, span: tuple[int, int]) -> None:
    """Give a draft the instrument that its object names and the action that the words around it tell."""
    draft.instrument = _by_whom_it_hits(view, draft, span[1])
    if draft.predicate.measure.relief and _lets_buy(view):
        draft.instrument = "import_restriction"
    draft.action = _action(view, draft)


def _lets_buy(view: View) -> bool:
    """ "A waiver for buyers of Iranian oil" eases a ban on imports."""
    fuels = any({"oil", "gas"} & set(s.codes) for s in view.scopes)
    return fuels and not PURCHASES.isdisjoint(view.between(view.unit.start, view.unit.end))


def _by_whom_it_hits(view: View, draft: Draft, end: int) -> str:
    """ "Sanctions on ten judges" is a designation, a border closed to tourists a travel ban: the label gives way to what it names."""
    p = draft.predicate
    if draft.instrument == "visa_restriction" and draft.action in ("impose", "expand"):
        behind = [s for s in view.scopes if p.end <= s.start < p.end + 60]
        officials = any({"officials", "individuals", "military"} & set(s.codes) for s in behind)
        return "travel_ban" if officials and "citizens" not in draft.scope else draft.instrument
    if draft.instrument == "sanctions_package" and draft.action in ("impose", "expand", "lift"):
        aimed = not {"on", "against"}.isdisjoint(view.between(p.end, end)[:2])
        return "designation" if aimed and _names_people(view, p.end, end) else draft.instrument
    if draft.instrument == "transport_ban":
        person = any(n.kind == "person" for n in view.names if p.end <= n.start < end)
        return "travel_ban" if person or _to_people(view, p.end) else draft.instrument
    return draft.instrument


def _names_people(view: View, start: int, end: int) -> bool:
    """Whether people, firms or a name stand soon behind the measure: "sanctions on two Turkish ministers"."""
    starts = [s.start for s in view.scopes if PEOPLE_SCOPES & set(s.codes)]
    starts += [n.start for n in view.names] + [a.start for a in view.actors if a.kind == "office" and view.folded[a.end - 1 : a.end] == "s"]
    starts += [h.start for h in view.hits if "people" in h.payload.things and not view.folded.startswith("national ", h.start)]
    stranger = STRANGER.match(view.text, start)
    said = view.folded.startswith("sanctions", start - 9)
    known = not said or stranger is None or any(a.start < stranger.end() and stranger.start("name") < a.end for a in view.actors)
    return not known or any(start <= at < end and len(view.between(start, at)) <= 7 for at in starts)


def _to_people(view: View, end: int) -> bool:
    """ "Closed its borders to Russian citizens" shuts out people, "to Russian lorries" does not."""
    if view.after(end, 1) not in (["to"], ["for"]):
        return False
    people = [s for s in view.scopes if end < s.start < end + 40 and PERSONS & set(s.codes)]
    return bool(people) or any(a.form == "people" and end < a.start < end + 20 for a in view.actors)


def _action(view: View, draft: Draft) -> str:
    p = draft.predicate
    verb = p.main or p.verb
    listed = draft.instrument in LISTED
    if listed and verb is not None and verb.lemma in ("add", "addition"):
        return "expand"
    if draft.action == "extend" and ((listed and {"by", "to"} & set(view.after(p.end, 1))) or _to_another(view, draft)):
        return "expand"
    if draft.action == "lift" and PARTS & set(_near(view, draft)):
        return "ease"  # "lifted some of its sanctions"
    if draft.action != "impose":
        return draft.action
    around = view.between(max(view.unit.start, p.start - 60), min(view.unit.end, p.end + 40))
    added = any(word in MORE and following != "than" for word, following in pairwise([*around, ""]))
    further = draft.instrument in TIGHTENED and not MORE.isdisjoint(view.before(p.start, 1))  # "further restrictions on exports"
    return "expand" if (listed and added) or further else draft.action


def _to_another(view: View, draft: Draft) -> bool:
    """ "Extended its sanctions to Belarus" widens them."""
    end = draft.predicate.end
    return draft.instrument in LABELS and view.after(end, 1) == ["to"] and any(end < a.start <= end + 12 for a in view.actors)


def _near(view: View, draft: Draft) -> list[str]:
    p = draft.predicate
    start = min(p.start, p.main.start) if p.main is not None else p.start
    return [*view.before(start, 2), *view.between(start, p.end)[:6]]
