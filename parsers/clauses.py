"""Who does what: verbs paired with their objects, measure nouns with the verbs that govern them.

A predicate is one measure as one clause tells it. Pairing follows the order of English: an active verb takes objects on its right,
a passive one on its left; a clause mark or another finite verb ends the reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.lexicon import Lexicon, Measure, Noun, Obj, Phrase
from parsers.verbs import BE, VerbAt, read_verbs
from parsers.view import View

BARRIERS = frozenset({";", "but", "while", "whereas", "although", "though", "who", "which", "whom", "whose", "where", "after", "before", "when", "if", "unless", "because", "|", "following", "amid", "despite", "given"})  # fmt: skip
JOINERS = frozenset({"and", "or", ",", "as", "nor", "plus", "&", "but", "including", "while"})
RELIEF = {"resume": "lift", "restart": "lift", "reopen": "lift", "re-open": "lift", "normalise": "lift", "normalize": "lift", "re-establish": "lift",
          "unfreeze": "lift", "release": "ease", "restore": "lift", "reinstate": "lift", "readmit": "lift", "open again": "lift", "allow": "ease", "permit": "ease", "authorise": "ease",
          "authorize": "ease", "let": "ease", "clear": "ease", "exempt": "ease", "resumption": "lift", "reopening": "lift", "restoration": "lift",
          "normalisation": "lift", "authorisation": "ease", "delist": "lift", "de-list": "lift"}  # fmt: skip
RELIEVED = frozenset({"exports", "imports", "trade", "airspace", "aircraft", "visas", "entry", "assets", "relations", "missions", "ports", "vessels", "border", "dialogue", "aid", "membership", "media", "arms", "transactions", "trade_status", "reserves"})  # fmt: skip
INTRANSITIVE = frozenset({"expire", "lapse", "take effect", "come into force", "enter into force", "kick in", "come into effect", "go into effect", "return", "be in force", "cease to apply", "snap back", "stay in place", "remain in place", "run on", "apply", "end", "stay", "fall", "go up"})  # fmt: skip
REACH = 16
# Goods that are bought and sold; aircraft, ships and arms are closed out, listed or embargoed instead.
GOODS = frozenset({"luxury_goods", "dual_use", "technology", "oil", "gas", "coal", "gold", "diamonds", "metals", "chemicals", "wood", "machinery", "vehicles", "food", "fertiliser", "consumer_goods", "energy_equipment"})  # fmt: skip
NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty".split())  # fmt: skip
ATTRIBUTE_BEFORE = frozenset({"export", "import", "buy", "sell", "supply", "provide", "use", "hold", "carry", "transport", "send", "deliver", "obtain", "the", "a", "an", "of", "to", "with", "other", "all", "any", "those", "these", "previously", "already", "newly", "recently", "by", "for", "from", "linked", ".", "many", "its", "their", "his", "her", "our", "whose", "two", "three", "new", "several", "no"})
CLOSERS = frozenset({"by", "from", "in", "on", "until", "with", "for", "to", "and", "as", "under", "over", "after", "at", "since", "or", "but", "too", "again", "immediately", "altogether", "indefinitely", "off", "out", "when", "because", "if", "while", "last", "during", "against", "again", "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "between", "within", "effective", "through", "earlier", "along", "also", "so", "now", "this", "starting", "beginning", "once", "that", "except", "only", "entirely", "completely", "temporarily", "permanently", "outright"})
GOODS_FOLLOWERS = frozenset({"products", "product", "goods", "exports", "imports", "equipment", "is", "are", "was", "were", "has", "have", "will", "may", "worth", "produced", "made", "mined", "such", "which", "originating", "items", "bought", "sold", "into", "can", "must", "would", "could"})
# What the object names decides; the doing that carries it is no measure beside it.
CARRIERS = {
    "arms_embargo": {"export_restriction", "import_restriction"},
    "reserves_freeze": {"transaction_ban", "asset_freeze"},
    "capital_market_ban": {"import_restriction", "export_restriction", "transaction_ban"},
    "swift_exclusion": {"transaction_ban", "designation"},
    "port_ban": {"export_restriction", "import_restriction"},
    "mfn_revocation": {"tariff"},
    "procurement_ban": {"import_restriction"},
    "price_cap": {"import_restriction", "export_restriction"},
}
# Using less of some goods is no ban on them.
WORKS = ("pipeline", "pipelines", "field", "fields", "project", "projects", "companies", "company", "refinery", "refineries", "sector", "industry")
LESSER = frozenset({"reduce", "slash", "cut", "curtail", "hold back", "break", "lower", "trim", "postpone", "give up", "go without", "leave"})
UPGRADES = frozenset({"asset_freeze", "travel_ban", "transaction_ban"})
UPGRADING = frozenset({"subject", "such", "including", "face", "facing", "means", "carries", "under", "with", "entails"})
TOPICS = frozenset({"talk", "negotiation", "dialogue", "consultation", "agreement", "discussion", "vote", "debate", "decision", "proposal", "work"})
RELATIVES = frozenset({"who", "which", "whom", "whose", "that", "where"})
ANAPHORS = frozenset({"ban", "restrict", "stop", "close"})


# Stands for a measure that was told before; discourse says which.
SAME = Measure("the measure told before", "sanctions_package", ())


@dataclass(slots=True)
class Predicate:
    """One measure in one clause. ``head`` is where the governing words stand before; ``kind`` is verbal, nominal, measure or phrase."""

    start: int
    end: int
    head: int
    measure: Measure
    kind: str
    action: str
    verb: VerbAt | None = None
    governor: VerbAt | None = None
    weak: bool = False
    objects: list[tuple[int, int]] = field(default_factory=list)
    bare: bool = False  # a measure noun that no verb governs
    idle: bool = False  # a measure noun that a verb governs which does nothing to measures ("criticised the ban")

    @property
    def main(self) -> VerbAt | None:
        """The verb whose subject acts: the governor of a noun, else the verb itself."""
        if self.governor is not None:
            return self.governor
        return self.verb if self.verb is not None and not self.verb.nominal else None


@dataclass(frozen=True, slots=True)
class Thing:
    """An object in its place, with all its classes."""

    start: int
    end: int
    classes: tuple[str, ...]


def find_predicates(view: View, lexicon: Lexicon) -> list[Predicate]:
    """The predicates of a unit in text order, without two for the same words."""
    verbs = read_verbs(view)
    view.verbs = [v for v in verbs if not v.nominal]
    things = _things(view)
    found = [p for verb in verbs for p in _pair(view, lexicon, verb, _Field(verbs, things))]
    found += _anaphors(view, verbs, found)
    taken = [(p.start, p.end) for p in found]
    found += [p for p in _nouns(view, lexicon, verbs) if not any(s <= p.start and p.end <= e for s, e in taken)]
    for p in found:
        if p.kind in ("nominal", "measure"):
            _govern(view, lexicon, p, verbs)
    return _distinct(_upgraded(view, sorted(found, key=lambda p: (p.start, -p.end))))


def _upgraded(view: View, predicates: list[Predicate]) -> list[Predicate]:
    """ "Expanded the list of those subject to asset freezes": what the listing brings is the measure, and the listing no event beside it."""
    out = list(predicates)
    for p, q in zip(predicates, predicates[1:], strict=False):
        link = set(view.between(p.end, q.start))
        if p.measure.instrument == "designation" and q.kind == "measure" and q.measure.instrument in UPGRADES and link & UPGRADING:
            q.action, q.governor, q.bare, q.idle = p.action, p.main, False, False
            if p in out:
                out.remove(p)
    return out


@dataclass(slots=True)
class _Field:
    verbs: list[VerbAt]
    things: list[Thing]


def _things(view: View) -> list[Thing]:
    things = [Thing(h.start, h.end, tuple(s.cls for s in h.payload if isinstance(s, Obj))) for h in view.hits if not _modifies(view, h.start, h.end)]
    things += [Thing(n.start, n.end, (f"@{n.kind}", "@name")) for n in view.names]
    things += [Thing(s.start, s.end, ("@goods",)) for s in view.scopes if not view.folded[s.start : s.end].endswith(WORKS) and s.codes and GOODS >= set(s.codes) and _heads(view, s.end)]
    things += [Thing(w.start, w.end, ("@number",)) for w in view.words if w.text in NUMBERS or (w.text.isdigit() and len(w.text) < 4)]
    return sorted((t for t in things if t.classes), key=lambda t: (t.start, t.end))


def _modifies(view: View, start: int, end: int) -> bool:
    """ "Trade representative", "export volumes": the word describes the next noun and is no object."""
    return view.folded[start:end] in ("trade", "export", "import") and not _heads(view, end)


def _heads(view: View, end: int) -> bool:
    """Whether goods are what is spoken of, and no modifier of another noun: "telecom manufacturer" names no goods."""
    after = view.after(end)
    return not after or after[0] in CLOSERS or not after[0][0].isalpha() or after[0] in GOODS_FOLLOWERS


def _pair(view: View, lexicon: Lexicon, verb: VerbAt, where: _Field) -> Iterator[Predicate]:
    if _attribute(view, verb) or _topic(view, verb) or _describes(view, verb):
        return
    if verb.passive is None and verb.form in ("pp", "past") and any(t.end == verb.start - 1 and "people" in t.classes for t in where.things):
        verb.passive = True  # "individuals added to a blacklist"
    right = _right(view, verb, where)
    groups = _matches(view, lexicon, verb, right)
    if not groups or (verb.passive and not _after_preposition(view, next(iter(groups.values())))):
        groups = _matches(view, lexicon, verb, _left(view, verb, where)) or groups if _takes_left(view, verb) else groups
        groups = groups or _matches(view, lexicon, verb, _antecedents(view, verb, where))
    for (measure, action), things in _without_carriers(groups).items():
        start, end = min(verb.start, things[0].start), max(verb.end, things[-1].end, verb.particle_end)
        kind = "nominal" if verb.nominal else "verbal"
        yield Predicate(start, end, verb.start, measure, kind, action, verb, objects=[(t.start, t.end) for t in things])


def _antecedents(view: View, verb: VerbAt, where: _Field) -> list[Thing]:
    """ "The crude, which Washington shut out", "the diplomats whom London sent home": the object stands before the relative."""
    if verb.nominal or verb.passive or verb.form not in ("past", "pp", "s"):
        return []
    words = view.words[max(0, view.at(verb.start) - 7) : view.at(verb.start)]
    opened = next((w for w in reversed(words) if w.text in ("which", "whom", "that")), None)
    if opened is None or not any(opened.end <= a.start and a.end <= verb.start for a in view.actors):
        return []
    return [t for t in where.things if t.end <= opened.start and len(view.between(t.end, opened.start)) <= 6]


def _attribute(view: View, verb: VerbAt) -> bool:
    """ "The sanctioned oligarch", "a banned exporter": a participle before its noun tells no act."""
    if view.folded[verb.start - 1 : verb.start] == "-":
        return True
    if verb.form not in ("pp", "past") or verb.passive is not None:
        return False
    before = view.before(verb.start)
    after = view.after(verb.end)
    opens = not before or before[0] in ATTRIBUTE_BEFORE or before[0].endswith("'s") or any(v.end == verb.start - 1 for v in view.verbs)
    return opens and bool(after) and after[0].isalpha() and after[0] not in CLOSERS and not any(a.end == verb.start - 1 for a in view.actors if a.form == "noun")


def _describes(view: View, verb: VerbAt) -> bool:
    """ "Transactions prohibited by the regulations", "imports that were banned": a restrictive clause tells which, not what was done."""
    if verb.form not in ("pp", "past") or verb.passive is False:
        return False
    before = [w for w in view.before(verb.start, 4) if w not in BE and w not in ("previously", "otherwise", "formerly", "now", "already", "expressly")]
    if verb.passive and before[-1:] == ["that"]:
        return True
    after = view.after(verb.end, 2)
    lawful = after[:1] in (["under"], ["pursuant"], ["by"]) and after[1:2] in (["the"], ["this"], ["to"], ["general"], ["gl"], ["section"], ["those"], ["these"])
    names_actor = any(a.start >= verb.end and len(view.between(verb.end, a.start)) <= 2 for a in view.actors)
    return verb.passive is None and lawful and not names_actor


def _topic(view: View, verb: VerbAt) -> bool:
    """ "Talks on easing visa rules": what talks are about is no act."""
    before = view.before(verb.start, 4)
    return verb.form == "ing" and before[-1:] in (["on"], ["about"], ["over"]) and any(w in TOPICS or w.rstrip("s") in TOPICS for w in before)


def _takes_left(view: View, verb: VerbAt) -> bool:
    """Whether a verb can have its object on the left: a passive, or a participle that no object follows."""
    if verb.form not in ("pp", "past", "modal") or verb.passive is False:
        return False
    after = view.after(max(verb.end, verb.particle_end))
    return bool(verb.passive) or not after or after[0] in CLOSERS or not after[0][0].isalpha()


def _without_carriers(groups: dict[tuple[Measure, str], list[Thing]]) -> dict[tuple[Measure, str], list[Thing]]:
    """ "Selling weapons" is an arms embargo and no export ban beside it; "trade in gold" is no embargo on all trade."""
    codes = {measure.instrument for measure, _ in groups}
    drop: set[str] = set()
    for content, carriers in CARRIERS.items():
        if content in codes:
            drop |= carriers
    return {key: things for key, things in groups.items() if key[0].instrument not in drop}


def _right(view: View, verb: VerbAt, where: _Field) -> list[Thing]:
    stop = _barrier_right(view, verb, where.verbs)
    reach: list[Thing] = []
    for thing in where.things:
        if verb.end <= thing.start < stop and _linked(view, verb.end, reach, thing):
            reach.append(thing)
    return reach


def _linked(view: View, start: int, reach: list[Thing], thing: Thing) -> bool:
    if not reach:
        gap = view.between(start, thing.start)
        limit = 2 if view.before(start, 1) in (["no"], ["more"]) else 5 if thing.classes[-1] == "@name" else REACH
        return len(gap) <= limit and not any(a == "," and b == "and" for a, b in zip(gap, gap[1:], strict=False))
    if thing.start < reach[-1].end + 2:
        return True
    gap = view.between(reach[-1].end, thing.start)
    return len(gap) <= REACH and (len(gap) <= 5 or any(w in JOINERS for w in gap))


def _barrier_right(view: View, verb: VerbAt, verbs: list[VerbAt]) -> int:
    stop = view.unit.end
    for other in verbs:
        if other.start >= verb.end and not other.nominal and other.start > verb.start and not _chained(view, verb, other):
            stop = other.start
            break
    stop = min([stop, *(start for start in _other_nouns(view, verbs) if start > verb.end and _coordinated(view, verb.end, start))])
    for word in view.words[view.at(verb.end) :]:
        if word.start >= stop:
            break
        if word.text in BARRIERS:
            return word.start
    return stop


def _chained(view: View, verb: VerbAt, other: VerbAt) -> bool:
    """ "Stopped issuing visas", "may not provide": a verb right behind another carries its object."""
    gap = view.between(verb.end, other.start)
    return other.form in ("ing", "base") and len(gap) <= 1 and all(w in ("from", "to", "be", "longer") for w in gap)


def _other_nouns(view: View, verbs: list[VerbAt]) -> list[int]:
    """Where the other measures of a list begin: "the suspension of ..., and the withdrawal from ..."."""
    nouns = [h.start for h in view.hits if any(isinstance(s, Noun) and not s.weak for s in h.payload)]
    return nouns + [v.start for v in verbs if v.nominal]


def _coordinated(view: View, start: int, end: int) -> bool:
    gap = view.between(start, end)
    return bool({",", "and", "or"} & set(gap[-3:]))


def _left(view: View, verb: VerbAt, where: _Field) -> list[Thing]:
    floor = view.unit.start
    for other in where.verbs:
        if other.end <= verb.start and not other.nominal and not _in_relative(view, other, verb):
            floor = max(floor, other.end, other.particle_end if other.particle_end <= verb.start else 0)
    for word in view.words[: view.at(verb.start)]:
        if word.text in (";", "but", "while", "|") and word.start >= floor:
            floor = word.end
    return [t for t in where.things if floor <= t.start and t.end <= verb.start and not _behind_relative(view, floor, t)]


def _in_relative(view: View, other: VerbAt, verb: VerbAt) -> bool:
    """Whether ``other`` stands in a relative clause that lies between ``verb`` and its subject: "buyers whose contracts provide ..."."""
    before = view.between(max(view.unit.start, other.start - 60), other.start)
    return bool(verb.passive) and any(w in RELATIVES for w in before[-5:])


def _behind_relative(view: View, floor: int, thing: Thing) -> bool:
    return any(w in ("who", "whose", "which") for w in view.between(floor, thing.start))


def _matches(view: View, lexicon: Lexicon, verb: VerbAt, things: list[Thing]) -> dict[tuple[Measure, str], list[Thing]]:
    groups: dict[tuple[Measure, str], list[Thing]] = {}
    end = 0
    for thing in things:
        key = _match(lexicon, verb, thing)
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
    return not gap or (gap[0] in ("on", "of", "about", "for", "to", "in", "over", "with", "under", "by") and not {"and", ",", "or"} & set(gap)) or gap[-1:] == ["on"]


def _match(lexicon: Lexicon, verb: VerbAt, thing: Thing) -> tuple[Measure, str] | None:
    for cls in thing.classes:
        if cls == "@goods" and verb.lemma in LESSER:
            continue
        for verb_class in sorted(verb.classes):
            measure = lexicon.acts.get((verb_class, cls))
            if measure is not None and not (verb.lemma in ("no", "no more") and verb.end + 1 != thing.start):
                return measure, "expand" if verb_class in ("expand",) else "extend" if verb_class == "extend" else "impose"
        if verb.lemma in RELIEF and cls in RELIEVED and cls in lexicon.by_object and thing.start - verb.end < 45:
            return lexicon.by_object[cls], RELIEF[verb.lemma]
    return None


def _after_preposition(view: View, things: list[Thing]) -> bool:
    return any(w in ("from", "of", "to", "on", "into", "in", "under", "off") for w in view.before(things[0].start, 4))


def _nouns(view: View, lexicon: Lexicon, verbs: list[VerbAt]) -> Iterator[Predicate]:
    del lexicon
    verbal = {v.start for v in verbs if not v.nominal}
    for hit in view.hits:
        for sense in hit.payload:
            if isinstance(sense, Noun) and hit.start not in verbal:
                yield Predicate(hit.start, hit.end, hit.start, sense.measure, "measure", "impose", weak=sense.weak)
            elif isinstance(sense, Phrase):
                yield Predicate(hit.start, hit.end, hit.start, sense.measure, "phrase", "impose")


def _anaphors(view: View, verbs: list[VerbAt], found: list[Predicate]) -> list[Predicate]:
    """ "The ban was lifted": a noun of doing without an object stands for a measure told before."""
    used = {p.verb.start for p in found if p.verb is not None}
    return [
        Predicate(v.start, v.end, v.start, SAME, "measure", "impose", weak=True)
        for v in verbs
        if v.nominal and v.start not in used and v.classes & ANAPHORS
    ]


def _govern(view: View, lexicon: Lexicon, p: Predicate, verbs: list[VerbAt]) -> None:
    contact = _contact_relative(view, p, verbs)
    if contact is not None:
        p.governor, p.action = contact, "impose"
        return
    left = _governor_left(view, p, verbs)
    right = _governor_right(view, p, verbs)
    governor = left if left is not None and "other" not in left.classes else right if right is not None and "other" not in right.classes else None
    if governor is None:
        p.bare, p.idle = True, left is not None or right is not None
        return
    p.governor = governor
    if governor.nominal and _governor_left(view, Predicate(governor.start, governor.end, governor.start, p.measure, "nominal", ""), verbs) is None:
        p.bare = governor.start < p.start  # "following the lifting of sanctions": nobody is said to lift them
    actions = {lexicon.on_measure[c] for c in governor.classes if c in lexicon.on_measure}
    p.action = _action_of(governor, actions)
    if p.measure.relief:
        p.action = "impose" if p.action == "lift" else "ease"


def _contact_relative(view: View, p: Predicate, verbs: list[VerbAt]) -> VerbAt | None:
    """ "The embargo the United Nations has imposed": the imposer and its verb follow the noun without a relative word."""
    for verb in verbs:
        if verb.start >= p.end and "impose" in verb.classes and verb.form in ("past", "pp") and not verb.passive:
            between = [a for a in view.actors if p.end <= a.start and a.end <= verb.start]
            gap = view.between(p.end, verb.start)
            if between and len(gap) <= 9 and between[0].start - p.end <= 6 and not {",", "and", "already"} & set(gap):
                return verb
    return None


def _action_of(governor: VerbAt, actions: set[str]) -> str:
    # A verb of several classes does to a measure what its strongest reading says: "suspend" eases, "remove" lifts, "impose" imposes.
    for action in ("lift", "ease", "extend", "expand", "impose"):
        if action in actions and not (action == "lift" and "ease" in actions and governor.lemma in ("suspend", "suspension")):
            return action
    return "impose"


def _governor_left(view: View, p: Predicate, verbs: list[VerbAt]) -> VerbAt | None:
    for verb in reversed([v for v in verbs if v.end <= p.start and v.form != "modal"]):
        gap = view.between(verb.end, p.start)
        if len(gap) > (60 if {",", "and"} & set(gap[-3:]) else REACH) or any(w in BARRIERS for w in gap):
            return None
        if verb.lemma == "include":
            continue  # "sanctions, including flight bans": the list shares the verb of what it spells out
        if verb.nominal and (not any(w in ("of", "to", "on", "in") for w in gap[:4]) or {",", "and"} & set(gap[-3:])):
            continue
        return verb
    return None


def _governor_right(view: View, p: Predicate, verbs: list[VerbAt]) -> VerbAt | None:
    for verb in [v for v in verbs if v.start >= p.end and not v.nominal]:
        gap = view.between(p.end, verb.start)
        if len(gap) > 22 or ";" in gap:
            return None
        if verb.passive or verb.lemma in INTRANSITIVE or (verb.form in ("pp", "past") and verb.passive is None and _takes_left(view, verb) and len(gap) <= 12):
            return verb
        return None
    return None


def _distinct(predicates: list[Predicate]) -> list[Predicate]:
    kept: list[Predicate] = []
    for p in predicates:
        if not any(q.measure is p.measure and q.start < p.end and p.start < q.end for q in kept):
            kept.append(p)
    return kept
