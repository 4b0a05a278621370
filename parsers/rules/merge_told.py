"""An act told twice in one article is one mention, made richer by the second telling."""

from __future__ import annotations

from collections import defaultdict

from parsers.draft import Draft
from parsers.rules.bounds import first_day, last_day

FAR = 200  # acts between two tellings of one act at most: no article that people write has as many
ROLES = ("announced", "effective", "expires")
LASTING = frozenset({"stay in place", "remain in place", "run on"})


def merge_told(drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order, those of the same act folded into the one told first."""
    kept: list[Draft] = []
    alike: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        before = alike[draft.imposer, draft.instrument]
        twin = next((k for k in reversed(before[-FAR:]) if same_act(k, draft)), None)
        if twin is None:
            kept.append(draft)
            before.append(draft)
        else:
            _enrich(twin, draft)
    return [d for i, d in enumerate(kept) if not _label_of_content(d, kept[max(0, i - FAR) : i + FAR])]


def same_act(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one article tell the same act."""
    if (a.imposer, a.instrument) != (b.imposer, b.instrument) or not (_lasts(a, b) or (a.action == b.action and _same_firmness(a, b))):
        return False
    leaving = a.instrument == "expulsion" and b.count is None  # "expelled two diplomats and told them to leave"
    if a.unit == b.unit and a.predicate is not b.predicate and not leaving:
        return False  # two in one sentence are two: "leaves the talks on ... and the talks on ..."
    if a.instrument == "tariff" and a.rates and b.rates and not set(a.rates) & set(b.rates):
        return False
    if a.targets and b.targets and not set(a.targets) & set(b.targets):
        return False
    if a.scope and b.scope and not set(a.scope) & set(b.scope):
        return False
    return all(_agree(role, a, b) for role in ROLES)


def _agree(role: str, a: Draft, b: Draft) -> bool:
    """Whether the two days of a role are one: equal, one inside the other, or a term counted from today beside one that is told."""
    x, y = getattr(a.times, role), getattr(b.times, role)
    if x is None or y is None or x == y or _counted(role, a) or _counted(role, b):
        return True
    return _inside(x, y) or _inside(y, x)


def _counted(role: str, draft: Draft) -> bool:
    source = draft.times.sources.get(role)
    return role == "expires" and source is not None and source.type == "DURATION"


def _inside(fine: str, coarse: str) -> bool:
    """Whether a day or month lies inside a coarser date."""
    low, high = (first_day(coarse), last_day(coarse)) if len(fine) > len(coarse) else (None, None)
    first, last = first_day(fine), last_day(fine)
    return low is not None and high is not None and first is not None and last is not None and low <= first and last <= high


def _lasts(a: Draft, b: Draft) -> bool:
    """ "The ban will stay in place until May", told right after the ban: its term, no prolongation."""
    verb = b.predicate.main
    return a.action == "impose" and b.action == "extend" and verb is not None and verb.lemma in LASTING and b.block - a.block <= 1


def _same_firmness(a: Draft, b: Draft) -> bool:
    """Done and promised are stages of one act in one article; a plan or a refusal is another thing."""
    return a.status == b.status or {a.status, b.status} == {"in_force", "announced"} or (b.predicate.kind == "measure" and b.predicate.weak)


def _enrich(first: Draft, second: Draft) -> None:
    first.scope = tuple(dict.fromkeys(first.scope + second.scope))
    first.target_names = tuple(dict.fromkeys(first.target_names + second.target_names))
    first.targets = first.targets or second.targets
    first.response_to = first.response_to or second.response_to
    first.legal_ref = first.legal_ref or second.legal_ref
    for role in ROLES:
        value, known = getattr(second.times, role), getattr(first.times, role)
        if value is not None and role in second.times.sources:
            if known is not None and not _counted(role, second) and (_inside(value, known) or _counted(role, first)):
                setattr(first.times, role, None)
            first.times.put(role, value, second.times.sources[role])


def _label_of_content(draft: Draft, kept: list[Draft]) -> bool:
    """A bare label beside the content that the same imposer names near by is no event of its own."""
    if any(_ended_relief(k, draft) for k in kept):
        return True
    if draft.predicate.measure.relief and any(_what_it_eases(draft, k) for k in kept):
        return True
    if draft.action not in ("impose", "expand"):
        return draft.instrument == "sanctions_package" and any(_near(draft, k, 0) and k.action == draft.action for k in kept)
    if draft.instrument == "sanctions_package":
        return any(_near(draft, k, 0) and k.action in ("impose", "expand") for k in kept)
    if draft.instrument == "designation":
        return any(_near(draft, k, 0) and k.instrument in ("asset_freeze", "travel_ban") and _one_act(draft, k) for k in kept)
    return draft.instrument == "asset_freeze" and any(_consequence(draft, k) for k in kept)


def _what_it_eases(licence: Draft, content: Draft) -> bool:
    """ "A licence that lifts most sanctions": what the licence does is the act, the licence its form."""
    eased = content.action in ("ease", "lift") and not content.predicate.measure.relief
    return eased and licence.action != "impose" and content.unit == licence.unit and content.imposer == licence.imposer


def _ended_relief(licence: Draft, content: Draft) -> bool:
    """ "Ended the waivers that let Iraq buy oil": what the waivers had eased is told by their end."""
    ended = licence.predicate.measure.relief and licence.action == "impose" and content is not licence
    return ended and content.action == "ease" and content.unit == licence.unit and content.imposer == licence.imposer


def _consequence(freeze: Draft, listing: Draft) -> bool:
    """ "As a result, all property of those designated is blocked": what a listing told before brings with it is the same act."""
    before = listing.instrument == "designation" and listing.block < freeze.block and not freeze.target_names
    return before and listing.imposer == freeze.imposer and listing.action in ("impose", "expand") and _one_act(listing, freeze)


def _near(label: Draft, content: Draft, reach: int) -> bool:
    return content.instrument != label.instrument and content.imposer == label.imposer and abs(content.block - label.block) <= reach


def _one_act(label: Draft, content: Draft) -> bool:
    if content.action not in ("impose", "expand") or (label.targets and content.targets and not set(label.targets) & set(content.targets)):
        return False
    return all(_agree(role, label, content) for role in ROLES)
