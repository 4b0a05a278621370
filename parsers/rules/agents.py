"""Who imposes: the subject of an active verb, the agent after "by", the adjective or genitive before the noun, else who was acting."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.discourse import Memory
from parsers.view import View

PREPOSITIONS = frozenset({"of", "in", "with", "against", "to", "from", "on", "for", "into", "than", "between", "toward", "towards", "via", "over", "at", "near", "about", "after", "following", "like", "despite", "including", "through", "under", "among", "within", "across", "outside", "behind", "before", "without", "alongside", "around", "inside", "per", "versus", "near"})  # fmt: skip
LINKS = frozenset({",", "and", "or", "the", "both", "as", "well", "then", "along", "with", "&", "/", "-", "plus", "also"})
MODIFIERS = frozenset({"the", "a", "an", "own", "new", "its", "their", "this", "such"})


@dataclass(frozen=True, slots=True)
class Agent:
    """An imposer found for a predicate: code, the words that name it, and the rule that took it."""

    code: str
    rule: str
    actor: Actor | None = None


def find_agents(view: View, p: Predicate, floor: int, memory: Memory) -> list[Agent]:
    """The imposers of a predicate; ``floor`` is where the clause chain before it begins. Empty where nobody is known."""
    for rule, find in _order(p):
        agents = [Agent(code, rule, a) for a in find(view, p) for code in memory.resolve(a)]
        if rule == "before the noun" and p.main is not None and [a.code for a in agents] == list(memory.targets[:1]):
            continue
        if agents:
            return _unique(agents)
    if p.main is not None and view.before(p.main.start, 3)[:1] == ["for"] and view.before(p.main.start)[-1:] == ["to"]:
        return []  # "not useful for them to break off relations": nobody is said to do it
    hit = _hit_codes(view, p, memory)
    lead = (memory.lead, "who acts in this document") if view.unit.block != memory.told_block else ((), "")
    for codes, rule in (lead, (memory.imposers, "who was acting"), (memory.subject, "subject of the sentence before"), (memory.title_imposers[:1], "named in the title"), (memory.home, "who publishes it")):
        if codes and not set(codes) & hit:
            return [Agent(code, rule) for code in codes]
    return []


def _hit_codes(view: View, p: Predicate, memory: Memory) -> set[str]:
    """The states that the predicate's own words show as hit, so that none of them is taken for the imposer."""
    near = [a for a in view.actors if p.start - 80 <= a.start and a.end <= p.end + 60]
    people = {code for a in near if a.form == "people" or _aimed_at(view, a) for code in memory.resolve(a)}
    described = {code for a in near if a.form == "adjective" and a.kind != "office" for code in memory.resolve(a)}
    return people | (described - set(memory.imposers) - set(memory.lead))


def _aimed_at(view: View, actor: Actor) -> bool:
    before = view.before(actor.start, 2)
    return before[-1:] in (["against"], ["on"], ["from"], ["to"]) and before[:1] != ["according"]


def unit_subject(view: View, memory: Memory) -> tuple[str, ...]:
    """The actor that a unit opens with as its subject, for the passive sentences behind it."""
    for actor in view.actors[:2]:
        if view.at(actor.start) - view.at(view.unit.start) <= 9 and can_act(view, actor):
            return tuple(code for a in with_list(view, actor, forward=True) for code in memory.resolve(a))
    return ()


def _order(p: Predicate) -> tuple[tuple[str, Callable[[View, Predicate], list[Actor]]], ...]:
    modal = p.verb is not None and p.verb.form == "modal"
    subject = ("subject", _subject)
    return (
        ("agent after by", _after_by),
        ("same act by", _imitator),
        ("contact relative", _contact),
        ("before the noun", _before_noun),
        ("its own cell", _cell),
        ("before the relative", _antecedent),
        ("people who may not", _own_people) if modal else subject,
        ("owner of what is closed", _owner),
        ("market", _market),
        subject,
        ("country entered", _entered),
        ("who decided", _decider),
    )


ADOPTING = frozenset({"adopt", "apply", "join", "copy", "mirror", "match", "align", "take over", "implement", "enforce", "follow", "lift into"})
# Verbs whose subject is the one that is hit: "Russian goods face a 35 percent duty".
HIT_SUBJECT = frozenset({"lose", "face", "fall under", "come under", "attract", "forfeit", "go off", "suffer"})
VERBAL = frozenset({"is", "are", "was", "were", "has", "have", "had", "said", "says", "will", "would", "who", "which", "that", "its", "their", "not", "but", "while", "when"})
INTENT = frozenset({"decision", "move", "plan", "plans", "proposal", "threat", "intention", "pledge", "promise", "bid", "efforts", "effort", "refusal", "order", "vow", "call"})
SAYING = frozenset({"said", "says", "warned", "warns", "threatened", "declared"})
DECIDING = frozenset({"decided", "announced", "ordered", "ruled", "decreed", "agreed", "confirmed"})


def _contact(view: View, p: Predicate) -> list[Actor]:
    governor = p.governor
    if p.kind == "verbal" or governor is None or governor.start < p.end or governor.passive or governor.form not in ("past", "pp"):
        return []
    return [a for a in view.actors if p.end <= a.start <= p.end + 6 and a.end <= governor.start][:1]


def _entered(view: View, p: Predicate) -> list[Actor]:
    """ "Barred from entering Russia": who is entered is who keeps them out."""
    if p.measure.instrument != "travel_ban":
        return []
    for actor in view.actors:
        gap = view.between(p.end, actor.start)
        if actor.start >= p.end and actor.form == "noun" and all(w in ("to", "into", "the", "in") for w in gap):
            return [actor]
    return []


def _decider(view: View, p: Predicate) -> list[Actor]:
    """ "..., the Council decided today": who decided, behind the report."""
    for actor in view.actors:
        if view.before(actor.start, 2) == ["according", "to"] and actor.kind in ("office", "agency", "seat", "bloc"):
            return [actor]
        official = actor.kind in ("office", "agency", "person", "seat") or (p.main is not None and p.main.lemma in HIT_SUBJECT)
        speaks = view.after(actor.end)[:1] and view.after(actor.end)[0] in (DECIDING | SAYING if official else DECIDING)
        if actor.start >= p.end and speaks and "," in view.between(p.end, actor.start):
            return [actor]
    return []


def _imitator(view: View, p: Predicate) -> list[Actor]:
    if p.measure.name != "same as before":
        return []
    near = [a for a in view.actors if a.end <= p.start and a.form == "noun" and len(view.between(a.end, p.start)) <= 4]
    return with_list(view, near[-1], forward=False) if near else []


OWN_PEOPLE = re.compile(r"(?:persons?|operators?|companies|company|firms?|citizens|banks?|institutions?|nationals|businesses|insurers|lawyers|financial|exporters|importers|investors|entities|residents|organi[sz]ations?|individuals|employers|carriers|traders)\b")
OUTWARD = frozenset({"services_ban", "investment_ban", "transaction_ban", "capital_market_ban", "export_restriction", "reserves_freeze", "asset_freeze", "import_restriction"})  # fmt: skip


def _own_people(view: View, p: Predicate) -> list[Actor]:
    """ "US persons may not invest": who is bound by a ban is a subject of the one that laid it."""
    if p.measure.instrument not in OUTWARD or (p.verb is not None and p.verb.passive):
        return []
    for actor in [a for a in view.actors if a.end <= p.start]:
        follows = OWN_PEOPLE.match(view.folded, min(actor.end + 1, len(view.folded)))
        if follows or (actor.form == "people" and view.before(actor.start, 2)[-1:] not in (["of"], ["to"], ["with"])):
            return [actor]
    return []


def _market(view: View, p: Predicate) -> list[Actor]:
    """ "May not be imported into the United Kingdom", "blocked in Turkey": the market that is closed is the imposer's."""
    if p.measure.instrument in ("broadcast_ban", "tariff", "mfn_revocation") and p.verb is not None and p.verb.passive:
        return [a for a in view.actors if a.start >= p.end and view.before(a.start)[-1:] == ["in"] and len(view.between(p.end, a.start)) <= 4][:1]
    if p.measure.instrument != "import_restriction" or p.verb is None or not (p.verb.passive or p.verb.nominal or p.verb.form == "modal"):
        return []
    into = [a for a in view.actors if a.start >= p.start and [w for w in view.before(a.start, 3) if w not in MODIFIERS][-1:] == ["into"]]
    from_elsewhere = any(view.before(a.start)[-1:] == ["from"] or a.form == "adjective" for a in view.actors if a not in into)
    return into[:1] if from_elsewhere else []


def _unique(agents: list[Agent]) -> list[Agent]:
    seen: dict[str, Agent] = {}
    for agent in agents:
        seen.setdefault(agent.code, agent)
    return list(seen.values())


def _after_by(view: View, p: Predicate) -> list[Actor]:
    verb = p.main or p.verb
    passive = p.kind in ("nominal", "measure") or (verb is not None and (verb.passive or verb.form in ("pp", "past")))
    if not passive:
        return []
    end = max(p.end, verb.end if verb is not None else 0)
    for actor in view.actors:
        before = view.before(actor.start, 3)
        gap = view.between(end, actor.start)
        if actor.start >= end and "by" in before[-2:] and len(gap) <= 12 and actor.form != "people" and not {"following", "after", ";"} & set(gap):
            return with_list(view, actor, forward=True)
    return []


def _before_noun(view: View, p: Predicate) -> list[Actor]:
    if p.kind in ("verbal", "phrase") or view.folded[p.head - 1 : p.head] == "-" or (p.main is not None and p.main.lemma in ADOPTING):
        return []
    for actor in reversed([a for a in view.actors if a.end <= p.head]):
        gap = view.between(actor.end, p.head)
        if len(gap) > 3 or any(w in PREPOSITIONS or w in (",", "and", ";") for w in gap):
            return []
        if actor.form == "people" or view.before(actor.start)[-1:] in (["on"], ["against"], ["to"]) or view.folded[: actor.start].endswith("anti-"):
            return []
        plain = actor.form == "noun" and actor.kind == "state" and not _genitive(view, actor)
        if plain and p.measure.instrument in ("sanctions_package", "designation"):
            return []  # "Russia sanctions": the bare name is the target
        return [actor]
    return []


def _genitive(view: View, actor: Actor) -> bool:
    after = view.after(actor.end)
    return bool(after) and after[0] in ("'s", "'") or view.folded[actor.end : actor.end + 2] == "'s" or view.folded[actor.end - 2 : actor.end] == "'s"


def _cell(view: View, p: Predicate) -> list[Actor]:
    """The actor that opens a row, an item or a dated entry: "21 Feb | White House | ...", "• US: ...", "2025-02-01 US ..."."""
    if view.unit.kind == "sentence" and not any(t.start == view.unit.start for t in view.timexes):
        return []
    for actor in view.actors:
        opens = view.between(view.unit.start, actor.start)
        dated = [t for t in view.timexes if t.end <= actor.start]
        left = view.before(actor.start)[-1:] in (["|"], [], ["*"], ["-"], ["/"], ["["], ["("]) or len(opens) <= 1 or bool(dated and not view.between(dated[-1].end, actor.start))
        right = view.after(actor.end)[:1] in (["|"], ["/"], [":"], ["-"], ["]"], [")"])
        if actor.end <= p.start and left and (right or (dated and view.unit.kind in ("row", "item") and actor.form == "noun")):
            return [actor]
    return []


OWN = re.compile(r"\.?(?:'s|')?\s+(?:new |own |internal |land |sea |consolidated )?(?:airspace|skies|sky|ports?|waters|borders?|territory|soil|markets?|capital markets|tenders|harbours|crossings?|list|sanctions list|blacklist|entity list|stop list|sanctions blacklist)\b")


def _owner(view: View, p: Predicate) -> list[Actor]:
    """The state whose ports, airspace or list it is: "barred from Canadian ports"."""
    low, high = max(view.unit.start, p.start - 40), p.end + 40
    for actor in view.actors:
        if low <= actor.start < high and actor.form != "people" and OWN.match(view.folded, actor.end):
            return [actor]
    return []


def _antecedent(view: View, p: Predicate) -> list[Actor]:
    """ "... of the United Kingdom, which sanctioned both": a relative clause acts for the actor right before it."""
    verb = p.main
    if verb is None or verb.passive:
        return []
    words = view.words[: view.at(verb.start)]
    for index in range(len(words) - 1, max(-1, len(words) - 7), -1):
        if words[index].text in ("which", "who"):
            near = [a for a in view.actors if a.end <= words[index].start and len(view.between(a.end, words[index].start)) <= 3 + (words[index - 1].text in PREPOSITIONS)]
            return with_list(view, near[-1], forward=False) if near and near[-1].form != "people" else []
    return []


def _subject(view: View, p: Predicate) -> list[Actor]:
    verb = p.main
    if p.kind == "phrase" and set(view.before(p.head, 3)) & {"was", "were", "been", "be", "is", "are", "being"}:
        return []
    if p.kind == "phrase" or verb is None:
        verb_start = p.head
    elif verb.passive or verb.lemma in HIT_SUBJECT or (p.governor is not None and verb.start > p.start):
        return []
    else:
        verb_start = verb.start
    return subject_before(view, verb_start, view.unit.start, p)


def subject_before(view: View, position: int, floor: int, p: Predicate | None = None) -> list[Actor]:
    """The nearest actor before ``position`` that can be a subject, with the list that it closes."""
    left = p is not None and p.objects and p.objects[0][0] < position
    limit = p.objects[0][0] if left and p is not None else position
    for actor in reversed([a for a in view.actors if floor <= a.start and a.end <= limit]):
        if _told_to(view, actor) or _object(view, actor) or _inside_relative(view, actor, position):
            continue
        if _genitive(view, actor) and set(view.after(actor.end, 4)) & INTENT and "to" in view.between(actor.end, position)[:6]:
            return [actor]  # "Tokyo's decision to impose"
        if can_act(view, actor) or _opens_clause(view, actor, limit):
            return with_list(view, actor, forward=False)
    return []


def _told_to(view: View, actor: Actor) -> bool:
    """ "The resolution required member states to ...": who is told to act carries out another's measure."""
    return actor.kind == "reference" and bool(set(view.before(actor.start, 3)) & {"required", "requires", "require", "requiring", "obliged", "obliges", "ordered", "instructed", "directed", "forced", "obliging"})


def _object(view: View, actor: Actor) -> bool:
    """ "Accused Moscow of ...": behind a verb an actor is its object, unless it is told to act itself ("urged the EU to ban")."""
    after_verb = any(v.end <= actor.start and not [w for w in view.between(v.end, actor.start) if w not in MODIFIERS] for v in view.verbs)
    return after_verb and view.after(actor.end)[:1] not in (["to"], ["not"])


def _inside_relative(view: View, actor: Actor, position: int) -> bool:
    """ "The EU, which accuses Moscow of ..., has imposed": what stands between ", which" and its closing comma is not the subject."""
    words = view.words[view.at(view.unit.start) : view.at(actor.start)]
    opened = next((i for i in range(len(words) - 1, 0, -1) if words[i].text in ("which", "who", "whose") and words[i - 1].text == ","), None)
    if opened is None or "," in [w.text for w in words[opened:]]:
        return False
    return "," in view.between(actor.end, position)


def _opens_clause(view: View, actor: Actor, position: int) -> bool:
    """ "A week after the EU put ...": behind a conjunction an actor right before the verb is its subject."""
    before = [w for w in view.before(actor.start, 3) if w not in MODIFIERS]
    conjunction = bool(before) and before[-1] in ("after", "before", "since", "as", "until", "like", "than", "despite", "with")
    return conjunction and actor.form == "noun" and not _genitive(view, actor) and len(view.between(actor.end, position)) <= 3


def can_act(view: View, actor: Actor) -> bool:
    """Whether an actor can be a subject: no people, no bare adjective, no genitive, not behind a preposition."""
    if actor.form == "people" or actor.kind == "region" or _genitive(view, actor) or _bracketed(view, actor):
        return False
    if actor.form == "adjective" and actor.kind in ("state", "bloc", "region"):
        return False
    before = [w for w in view.before(actor.start, 3) if w not in MODIFIERS]
    if before and before[-1] in ("and", ",", "or", "/"):
        return not _closes_phrase(view, actor)
    return not (before and (before[-1] in PREPOSITIONS or before[-1] == "("))


def _bracketed(view: View, actor: Actor) -> bool:
    """ "The members of the G7 (Canada, France, ...)": who stands in brackets explains and does not act."""
    before = view.folded[view.unit.start : actor.start]
    return before.count("(") > before.count(")")


def _closes_phrase(view: View, actor: Actor) -> bool:
    """Whether an actor ends a list that hangs on a preposition: "in Syria, Iran and Vietnam"."""
    line = [a for a in view.actors if a.end <= actor.start]
    for other in reversed(line):
        gap = view.between(other.end, actor.start)
        if not gap or any(w not in LINKS for w in gap):
            return False
        before = [w for w in view.before(other.start, 3) if w not in MODIFIERS]
        if before and before[-1] in PREPOSITIONS:
            return bool({"and", "or", "/"} & set(gap)) or len(gap) == 1
        actor = other
    return False


def with_list(view: View, actor: Actor, *, forward: bool) -> list[Actor]:
    """The actor with those coordinated with it: "the US, Canada and Japan"."""
    line = [a for a in view.actors if (a.start >= actor.start if forward else a.end <= actor.end) and a.form != "people" and not _bracketed(view, a)]
    if not forward:
        line.reverse()
    found = [actor]
    for other in line[1:]:
        low, high = (found[-1].end, other.start) if forward else (other.end, found[-1].start)
        gap = view.between(low, high)
        if not _links(gap):
            break
        found.append(other)
    if not forward:
        found.reverse()
    return found if forward or _joined(view, found) else [actor]


def _links(gap: list[str]) -> bool:
    """Whether what stands between two actors makes them a list; a word or two of description may stand with it."""
    odd = [w for w in gap if w not in LINKS]
    joiner = bool({",", "and", "or", "&", "/"} & set(gap))
    return bool(gap) and joiner and len(gap) <= 6 and len(odd) <= 2 and not any(w in PREPOSITIONS or w in VERBAL for w in odd)


def _joined(view: View, found: list[Actor]) -> bool:
    # "In Moscow, Putin ...": a comma alone joins only what another "and" closes, and a list behind a preposition is none.
    if len(found) == 1:
        return True
    tail = view.between(found[-2].end, found[-1].start)
    if not ({"and", "or", "&", "/"} & set(tail)):
        return False
    before = [w for w in view.before(found[0].start, 3) if w not in MODIFIERS]
    return not (before and before[-1] in PREPOSITIONS)
