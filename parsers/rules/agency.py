"""Other places where the imposer stands: after "by", before a noun, in a table cell, behind the report."""

from __future__ import annotations

import re

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.rules.actors_in_place import genitive, with_list
from parsers.rules.subjects import HIT_SUBJECT
from parsers.view import View
from parsers.words import wordset

SAYING = frozenset({"said", "says", "warned", "warns", "threatened", "declared"})
DECIDING = frozenset({"decided", "announced", "ordered", "ruled", "decreed", "agreed", "confirmed"})


def contact(view: View, p: Predicate) -> list[Actor]:
    governor = p.governor
    if p.kind == "verbal" or governor is None or governor.start < p.end or governor.passive or governor.form not in ("past", "pp"):
        return []
    between = [a for a in view.actors if p.end <= a.start and a.end <= governor.start]
    led = [a for a in between if view.between(p.end, a.start) in ([], ["the"])]
    behind_that = [a for a in between[-1:] if "that" in view.before(a.start, 2) and a.end == governor.start - 1]
    return led[:1] or behind_that


def entered(view: View, p: Predicate) -> list[Actor]:
    """ "Barred from entering Russia": who is entered is who keeps them out."""
    if p.measure.instrument != "travel_ban":
        return []
    for actor in view.actors:
        gap = view.between(p.end, actor.start)
        if actor.start >= p.end and actor.form == "noun" and all(w in ("to", "into", "the", "in") for w in gap):
            return [actor]
    return []


LEFT = re.compile(r"(?:leave|leaving|left|quit|exit|out of|from|depart|departed) (?:the )?\Z")


def left(view: View, p: Predicate) -> list[Actor]:
    """ "Told to leave Denmark", "expelled from Moscow": the country that envoys have to leave sends them out."""
    if p.measure.instrument != "expulsion":
        return []
    near = [a for a in view.actors if p.start <= a.start <= p.end + 90 and a.form == "noun" and a.kind in ("state", "capital")]
    return [a for a in near if LEFT.search(view.folded, max(view.unit.start, a.start - 16), a.start)][:1]


SPEAKERS = re.compile(
    r"(?:'s)? (?:(?:senior|government|administration|top|foreign|trade|defen[cs]e|two|three|several) )*"
    r"(?:officials?|diplomats?|authorities|ministers)"
    r"(?: on \w+day| \w+day)? (?:have |has )?(?:said|says?|warned|announced|confirmed|told|indicated|stated)\b"
)


def speaking(view: View) -> list[Actor]:
    """ "US officials said Iran faces new sanctions": whose officials announce what nobody is said to do."""
    return [a for a in view.actors if a.form != "people" and SPEAKERS.match(view.folded, a.end)][:1]


def according_to(view: View, actor: Actor) -> bool:
    before = [w for w in view.before(actor.start, 3) if w != "the"]
    return before[-2:] == ["according", "to"]


def decider(view: View, p: Predicate) -> list[Actor]:
    """ "..., the Council decided today": who decided, behind the report."""
    for actor in view.actors:
        if according_to(view, actor) and actor.kind in ("office", "agency", "seat", "bloc"):
            return [actor]
        main = p.main or p.verb
        official = actor.kind in ("office", "agency", "person", "seat") or (
            main is not None and (main.lemma in HIT_SUBJECT or bool(main.passive))
        )
        speaks = view.after(actor.end)[:1] and view.after(actor.end)[0] in (DECIDING | SAYING if official else DECIDING)
        if actor.start >= p.end and speaks and "," in view.between(p.end, actor.start):
            return [actor]
    return []


def imitator(view: View, p: Predicate) -> list[Actor]:
    if p.measure.name != "same as before":
        return []
    near = [a for a in view.actors if a.end <= p.start and a.form == "noun" and len(view.between(a.end, p.start)) <= 4]
    return with_list(view, near[-1], forward=False) if near else []


def _led_by_verb(p: Predicate) -> bool:
    """ "Bern adopted the sanctions imposed by the EU": the measure is the object of a verb with a subject of its own."""
    governor = p.governor
    before = governor is not None and governor.end <= p.start and not governor.passive
    return before and governor is not None and governor.form in ("past", "s", "base", "ing")


def after_by(view: View, p: Predicate) -> list[Actor]:
    verb = p.main or p.verb
    passive = p.kind in ("nominal", "measure") or (verb is not None and (verb.passive or verb.form in ("pp", "past")))
    if not passive or _led_by_verb(p):
        return []
    end = max(p.end, verb.end if verb is not None else 0)
    for actor in view.actors:
        before = view.before(actor.start, 3)
        gap = view.between(end if actor.start >= end else p.end, actor.start)  # "a ban by Norway took effect"
        if (
            actor.start >= p.end
            and "by" in before
            and len(gap) <= 12
            and actor.form != "people"
            and not {"following", "after", ";"} & set(gap)
            and not _of_another(view, actor)
        ):
            return with_list(view, actor, forward=True)
    return []


def _of_another(view: View, actor: Actor) -> bool:
    """ "Sanctions over the votes held by Russia": the agent of a participle that tells no measure."""
    words = view.words[max(0, view.at(actor.start) - 4) : view.at(actor.start)]
    by = next((i for i in range(len(words) - 1, 0, -1) if words[i].text == "by"), None)
    if by is None:
        return False
    doing = words[by - 1]
    if any(v.start <= doing.start < v.end for v in view.verbs):
        return any(v.start <= doing.start < v.end and v.classes <= {"other"} for v in view.verbs)
    return doing.text in wordset("done_by") or (doing.text.endswith("ed") and doing.text not in wordset("laid_by"))


def before_noun(view: View, p: Predicate) -> list[Actor]:
    if (
        p.kind in ("verbal", "phrase")
        or view.folded[p.head - 1 : p.head] == "-"
        or (p.main is not None and p.main.start < p.head and p.main.lemma in wordset("adopting"))
    ):
        return []
    for actor in reversed([a for a in view.actors if a.end <= p.head]):
        gap = view.between(actor.end, p.head)
        if (
            any(actor.end <= v.start < p.head for v in view.verbs)
            or len(gap) > 3
            or any(w in wordset("prepositions") or w in (",", "and", ";") for w in gap)
        ):
            return []
        if (
            actor.form == "people"
            or view.before(actor.start)[-1:] in (["on"], ["against"], ["to"])
            or view.folded.endswith("anti-", 0, actor.start)
        ):
            return []
        aimed = view.after(p.end)[:1] in (["on"], ["against"])  # "US sanctions on Iran"
        plain = actor.form == "noun" and actor.kind == "state" and not genitive(view, actor) and not aimed and not _initials(view, actor)
        if plain and p.measure.instrument in ("sanctions_package", "designation"):
            return []  # "Russia sanctions": the bare name is the target
        return with_list(view, actor, forward=False)
    return []


def _initials(view: View, actor: Actor) -> bool:
    """ "US sanctions", "U.K. sanctions": only those who impose a lot are called by their initials."""
    return view.text[actor.start : actor.end].replace(".", "").isupper()


def own_cell(view: View, p: Predicate) -> list[Actor]:
    """The actor that opens a row, an item or a dated entry: "21 Feb | White House | ...", "• US: ...", "2025-02-01 US ..."."""
    if view.unit.kind == "sentence" and not any(t.start == view.unit.start for t in view.timexes):
        return []
    for actor in view.actors:
        opens = view.between(view.unit.start, actor.start)
        dated = [t for t in view.timexes if t.end <= actor.start]
        left = (
            view.before(actor.start)[-1:] in (["|"], [], ["*"], ["-"], ["/"], ["["], ["("])
            or len(opens) <= 1
            or bool(dated and not view.between(dated[-1].end, actor.start))
        )
        right = view.after(actor.end)[:1] in (["|"], ["/"], [":"], ["-"], ["]"], [")"])
        if actor.end <= p.start and left and (right or (dated and view.unit.kind in ("row", "item") and actor.form == "noun")):
            return [actor]
    return []


def antecedent(view: View, p: Predicate) -> list[Actor]:
    """ "... of the United Kingdom, which sanctioned both": a relative clause acts for the actor right before it."""
    verb = p.main
    if verb is None or verb.passive:
        return []
    words = view.words[: view.at(verb.start)]
    for index in range(len(words) - 1, max(-1, len(words) - 7), -1):
        if words[index].text in ("which", "who"):
            near = [
                a
                for a in view.actors
                if a.end <= words[index].start
                and len(view.between(a.end, words[index].start)) <= 3 + (words[index - 1].text in wordset("prepositions"))
            ]
            return with_list(view, near[-1], forward=False) if near and near[-1].form != "people" else []
    return []
