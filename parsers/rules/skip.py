"""What speaks of sanctions and is no event, with the reason."""

from __future__ import annotations

from parsers.clauses import SAME, Predicate
from parsers.discourse import Memory
from parsers.rules.agents import Agent
from parsers.rules.firmness import Firmness
from parsers.rules.imitation import BEFORE_IT
from parsers.rules.times import role_of
from parsers.verbs import VerbAt
from parsers.view import View
from parsers.words import wordset

STATE_VERBS = frozenset({"remain", "remains", "remained", "stay", "stays", "stayed"})
LABELS = frozenset({"sanctions_package", "designation", "travel_ban", "expulsion"})
DEFINITE = frozenset({"the", "these", "those", "its", "their", "all", "such"})
EXISTING = frozenset({"begin", "start", "commence", "run", "date", "go back", "be valid", "last", "come", "die", "stay", "fall"})
BACKING = frozenset({"support", "help"})  # "refused to support an embargo"
VERBLESS_KINDS = frozenset({"item", "row", "heading"})


def why_skip(view: View, p: Predicate, firm: Firmness, agents: list[Agent], memory: Memory) -> tuple[str, str] | None:
    """(rule, reason) where a predicate is no event; None where it is one."""
    for rule, reason, holds in (
        ("caption", "a caption or a heading, not a report", view.unit.kind in ("caption", "heading")),
        ("background", f"speaks of sanctions that exist ({firm.phrase!r})", firm.status == "background"),
        ("negated", f"says that it was not done ({firm.phrase!r})", firm.status == "negated"),
        (
            "imitation",
            "tells who acted before, the act itself follows",
            p.measure.name == "same as before" and bool(BEFORE_IT.match(view.folded, view.unit.start)),
        ),
        ("no act", "speaks about a measure and tells no act", _idle(p, firm) and not _dated(view, p, agents)),
        ("no act", "names a measure and no act", _no_act(view, p, firm, memory) and not _dated(view, p, agents)),
        ("background", "something that followed, no report of the act", _aftermath(view, p)),
        ("licence", "names a licence and nobody grants or ends it", p.measure.relief and not _granted(p)),
        ("hypothetical", "tells what an act would bring about", _hypothetical(view, p)),
        ("no sanction", "a border or a sky closed for health, weather or migration", _no_sanction(view, p)),
        ("no price", "a ceiling on quantities, no price", _quantity(view, p)),
        ("running total", "counts all that were listed so far, no act of the day", _running_total(view, p)),
        ("home market", "exports kept back for the home market, aimed at nobody", _home_market(view, p, agents)),
        ("lasting state", "tells a state that lasts, no new act", _lasting(view, p)),
        ("title of an act", "the name of an act or a work, in quotes", _titled(view, p)),
        (
            "sport",
            "a sanction of a sports body, no state's",
            bool(wordset("sport") & set(view.between(view.unit.start, view.unit.end))) and p.measure.instrument in LABELS,
        ),
        ("question", "asks and tells no act", view.folded[view.unit.end - 1] == "?" and firm.rule.startswith("told as done")),
        ("hypothetical", "tells what would follow if it were done", firm.phrase.lower() == "if"),
        ("no bloc", "a state puts no other out of a bloc", p.measure.name == "member put out by its bloc" and _states(agents)),
        ("a wish", "a wish of the one who is hit, addressed to nobody", _own_wish(view, p, firm, agents, memory)),
        ("no imposer", "nobody is named who acts", not agents),
        ("weak word", "a general word without a sign of a foreign target", p.weak and not _foreign(view, p, memory)),
    ):
        if holds:
            return rule, reason
    return None


def _idle(p: Predicate, firm: Firmness) -> bool:
    """Whether a verb governs the noun that does nothing to it, and no cue at that verb says how firm the measure is."""
    if p.idle is None or p.kind == "verbal":
        return False
    if firm.rule != "governing words" or firm.status not in ("proposed", "rejected") or firm.start is None:
        return True
    covered = p.idle.lemma not in BACKING and firm.start <= p.idle.start < firm.start + len(firm.phrase)  # "is working on a ban"
    return not covered and not (p.idle.lemma in BACKING and firm.start < p.idle.start)


def _dated(view: View, p: Predicate, agents: list[Agent]) -> bool:
    """ "The easing of sanctions by the EC last December": a noun with its imposer and its day tells an act."""
    named = bool(agents) and agents[0].rule in ("before the noun", "agent after by")
    return named and any(p.end <= t.start <= p.end + 60 and role_of(view, t) in ("announced", "effective") for t in view.timexes)


def _no_act(view: View, p: Predicate, firm: Firmness, memory: Memory) -> bool:
    if p.governor is not None and p.governor.lemma in EXISTING and not any(role_of(view, t) for t in view.timexes):
        return True  # "the sanctions began to hurt": without a day it tells no act
    verbless = p.bare if p.kind in ("measure", "nominal") else p.verb is not None and _none_of(view, p.verb)
    if not verbless:
        return False
    return firm.rule == "told as done" and (not in_list(view, memory) or _acts_itself(view, p))


def _acts_itself(view: View, p: Predicate) -> bool:
    """ "The tariff sets a fair price": the measure is what acts, nobody lays it."""
    return any(v.start >= p.end and len(view.between(p.end, v.start)) <= 1 and _finite(v) for v in view.verbs if isinstance(v, VerbAt))


def _finite(verb: VerbAt) -> bool:
    return verb.form == "s" or (verb.form == "past" and verb.passive is False)


def _none_of(view: View, verb: VerbAt) -> bool:
    """ "No imports from Iraq" is no sentence; "No more Russian oil for America" says it as one, at its head."""
    return verb.lemma == "no" or (verb.lemma == "no more" and verb.start > view.unit.start + 1)


def in_list(view: View, memory: Memory) -> bool:
    """Whether a unit is an entry of a list, a table or a chronology, where a noun alone reports an act."""
    return view.unit.kind in VERBLESS_KINDS or (memory.announced is not None and memory.announced_scope in ("heading", "line"))


def _lasting(view: View, p: Predicate) -> bool:
    verb = p.main or p.verb
    if p.kind == "measure" and p.bare and STATE_VERBS & set(view.after(p.end, 2)):
        return True
    return verb is not None and any(w in STATE_VERBS or w == "still" for w in view.before(verb.start, 2))


def _aftermath(view: View, p: Predicate) -> bool:
    head = min(p.head, p.governor.start) if p.governor is not None else p.head
    return p.bare and bool(set(view.before(head, 2)) & {"following", "after", "since", "despite", "amid", "until"})


def _states(agents: list[Agent]) -> bool:
    return all(len(a.code) == 2 and a.code not in ("EU", "AU", "UN", "G7") for a in agents)


WISHES = ("call", "urg", "demand", "press", "push", "appeal", "lobb", "want", "argu")


def _own_wish(view: View, p: Predicate, firm: Firmness, agents: list[Agent], memory: Memory) -> bool:
    """ "Putin called for lifting the sanctions": the one who wishes is not the one who would act."""
    if firm.status != "proposed" or firm.start is None or not firm.phrase.lower().startswith(WISHES):
        return False
    callers = [a for a in agents if a.rule == "subject" and a.actor is not None and a.actor.end <= firm.start]
    return bool(callers) and (p.action in ("lift", "ease") or callers[0].code in (*memory.ranking[:1], *memory.targets))


def _granted(p: Predicate) -> bool:
    return p.kind != "measure" or (p.main is not None and p.main.lemma in wordset("granting"))


def _hypothetical(view: View, p: Predicate) -> bool:
    """ "Ending the sanctions would help": a gerund as the subject of what would follow tells no act, nor does an "if"."""
    verb = p.main or p.verb
    if (
        verb is not None
        and verb.form in ("s", "base")
        and view.after(view.unit.start) == ["if"]
        and "," not in view.between(view.unit.start, p.end)
    ):
        return True  # "If the EU imposes an embargo, prices will rise"
    if verb is None or verb.form != "ing" or view.before(verb.start, 1) not in ([], ["that"], [","], ["if"], ["but"], ["and"]):
        return False
    return bool({"could", "would", "might"} & set(view.between(p.end, p.end + 90)[:14]))


def _no_sanction(view: View, p: Predicate) -> bool:
    closes = p.measure.instrument in (
        "transport_ban",
        "airspace_closure",
        "travel_ban",
        "import_restriction",
        "port_ban",
        "visa_restriction",
    )
    return closes and bool(wordset("no_sanction") & set(view.between(view.unit.start, view.unit.end)))


def _quantity(view: View, p: Predicate) -> bool:
    """ "A ceiling of 500,000 barrels a year" caps no price."""
    words = set(view.between(view.unit.start, view.unit.end))
    return (
        p.measure.instrument == "price_cap" and not words.isdisjoint(wordset("quantities")) and words.isdisjoint({"price", "prices", "$"})
    )


def _running_total(view: View, p: Predicate) -> bool:
    """ "More than 450 people have now been sanctioned": a number of all listings tells no new one."""
    verb = p.main or p.verb
    if p.measure.instrument not in LABELS or verb is None or any(role_of(view, t) == "announced" for t in view.timexes):
        return False
    near = {*view.before(p.start, 6), *view.before(verb.start, 4), *view.after(p.end, 3)}
    counted = {"more", "over", "total", "nearly", "almost", "some"} & set(view.between(view.unit.start, p.end))
    return bool(counted) and ({"so", "far"} <= near or {"to", "date"} <= near or {"have", "now", "been"} <= near or {"has", "now"} <= near)


def _home_market(view: View, p: Predicate, agents: list[Agent]) -> bool:
    own = {a.code for a in agents}
    if p.measure.instrument != "export_restriction" or any(a.code not in own for a in view.actors):
        return False
    return bool(wordset("home_market") & set(view.between(view.unit.start, view.unit.end)))


def _titled(view: View, p: Predicate) -> bool:
    return p.start > view.unit.start and view.text[p.start].isupper() and view.text[p.start - 1] in "“\"‘'"


def _foreign(view: View, p: Predicate, memory: Memory) -> bool:
    """Whether a general word ("measures", "duty") is said of another state: aimed at one, a rate, an answer, a change."""
    if p.action != "impose" and view.folded.startswith("sanctions", p.start):
        return True  # "terminated the sanctions programme"
    if p.action != "impose" and memory.told is not None:
        return p.measure.instrument != "sanctions_package" or bool(set(view.before(p.start, 2)) & DEFINITE)
    if p.measure is SAME and memory.told is not None and {"own", "similar"} & set(view.between(p.start - 20, p.end + 15)):
        return True  # "Poland announced a ban of its own"
    if view.folded.startswith("retaliation", p.start) and view.after(p.end) == ["for"]:
        return False  # "faced retaliation for their protest"
    near = [a for a in view.actors if p.end <= a.start <= p.end + 60]
    if p.measure.instrument != "sanctions_package" and any(d.instrument == p.measure.instrument for d in memory.told_by.values()):
        return True
    if p.measure.instrument != "tariff" and view.after(p.end)[:1] in (["on"], ["against"]):
        return True
    if any(set(view.between(p.end, a.start)[:3]) & {"against", "on", "targeting"} for a in near):
        return True
    around = set(view.between(max(view.unit.start, p.start - 30), p.end + 25))
    return view.unit.kind in ("row", "item") or bool(around & wordset("signs"))
