"""Verbs paired with their objects: the object decides what the verb does."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.clauses.matching import match, may_match
from parsers.clauses.participles import describes_noun, is_generic, is_restrictive, is_topic, takes_left
from parsers.clauses.predicate import Field, Predicate, Thing
from parsers.clauses.reach import antecedents, things_left, things_right
from parsers.lexicon import Lexicon, Measure
from parsers.verbs import VerbAt
from parsers.view import View

# What the object names decides; the doing that carries it is no measure beside it.
CARRIERS = {
    "arms_embargo": {"export_restriction", "import_restriction"},
    "reserves_freeze": {"transaction_ban", "asset_freeze"},
    "capital_market_ban": {"import_restriction", "export_restriction", "transaction_ban"},
    "swift_exclusion": {"transaction_ban", "designation", "expulsion"},
    "services_ban": {"export_restriction"},
    "port_ban": {"export_restriction", "import_restriction"},
    "mfn_revocation": {"tariff"},
    "procurement_ban": {"import_restriction"},
    "airspace_closure": {"asset_freeze"},
    "expulsion": {"diplomatic_downgrade"},
    "price_cap": {"import_restriction", "export_restriction"},
}


def pair(view: View, lexicon: Lexicon, verb: VerbAt, where: Field) -> Iterator[Predicate]:
    people = verb.passive is None and verb.form in ("pp", "past") and _behind_people(verb, where.things)
    if not people and not any(may_match(verb.lemma, verb.classes, cls) for thing in where.things for cls in thing.classes):
        return
    if describes_noun(view, verb) or is_topic(view, verb) or is_restrictive(view, verb) or is_generic(view, verb):
        return
    if people:
        verb.passive = True  # "individuals added to a blacklist"
    right = things_right(view, verb, where)
    groups = _matches(view, lexicon, verb, right)
    if not groups or (verb.passive and not _after_preposition(view, next(iter(groups.values())))):
        groups = _matches(view, lexicon, verb, things_left(view, verb, where)) or groups if takes_left(view, verb) else groups
        groups = groups or _matches(view, lexicon, verb, antecedents(view, verb, where))
    for (measure, action), things in _without_carriers(groups).items():
        start, end = min(verb.start, things[0].start), max(verb.end, things[-1].end, verb.particle_end)
        kind = "nominal" if verb.nominal else "verbal"
        done = "lift" if _undone(view, verb, action) else action
        weak = bool(verb.classes & {"target"}) and measure.instrument == "designation" and not verb.classes & {"designate"}
        yield Predicate(start, end, verb.start, measure, kind, done, verb, weak=weak, objects=[(t.start, t.end) for t in things])


def _undone(view: View, verb: VerbAt, action: str) -> bool:
    """ "Exports are no longer prohibited"."""
    return action == "impose" and bool(verb.passive) and "longer" in view.before(verb.start, 4)


def _behind_people(verb: VerbAt, things: list[Thing]) -> bool:
    return any(thing.end == verb.start - 1 and "people" in thing.classes for thing in things)


def _without_carriers(groups: dict[tuple[Measure, str], list[Thing]]) -> dict[tuple[Measure, str], list[Thing]]:
    """ "Selling weapons" is an arms embargo and no export ban beside it; "trade in gold" is no embargo on all trade."""
    if len(groups) > 1:  # "suspended Mali's membership": what is named of a state comes before the state
        groups = {key: things for key, things in groups.items() if things[0].classes != ("@state",)}
    codes = {measure.instrument for measure, _ in groups}
    drop: set[str] = set()
    for content, carriers in CARRIERS.items():
        if content in codes:
            drop |= carriers
    return {key: things for key, things in groups.items() if key[0].instrument not in drop}


def _matches(view: View, lexicon: Lexicon, verb: VerbAt, things: list[Thing]) -> dict[tuple[Measure, str], list[Thing]]:
    groups: dict[tuple[Measure, str], list[Thing]] = {}
    end = 0
    for thing in things:
        key = match(lexicon, verb, thing)
        if key is None or ("trade" in thing.classes and view.after(thing.end)[:1] == ["in"]):
            continue
        if key in groups or not groups or not _nested(view, end, thing) or _carried(key[0], groups):
            groups.setdefault(key, []).append(thing)
            end = thing.end
    return groups


def _carried(measure: Measure, groups: dict[tuple[Measure, str], list[Thing]]) -> bool:
    return any(m.instrument in CARRIERS.get(measure.instrument, ()) for m, _ in groups)


def _nested(view: View, end: int, thing: Thing) -> bool:
    """Whether a thing hangs on the one before: "talks on visas", "restrictions on trade"."""
    gap = view.between(end, thing.start)
    return (
        not gap
        or view.folded.startswith("'s", end)  # "the website of the BBC's Russian service"
        or (gap[0] in ("on", "of", "about", "for", "to", "in", "over", "with", "under", "by") and not {"and", ",", "or"} & set(gap))
        or (gap[-1:] == ["on"] and not {"and", ",", "or"} & set(gap))
    )


def _after_preposition(view: View, things: list[Thing]) -> bool:
    return any(w in ("from", "of", "to", "on", "into", "in", "under", "off") for w in view.before(things[0].start, 4))
