"""Days that stand beside an act and date something else: its reason, a treaty, an old war, another clause."""

from __future__ import annotations

import re

from parsers.clauses import Predicate
from parsers.dates import Timex
from parsers.view import View, Word
from parsers.words import wordset

IGNORED = frozenset({"year_in_name", "dateline", "year_of_law", "age"})
CLAUSE_MARKS = frozenset({",", ";", ":", "|", "-", "(", ")"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where"})
AUXILIARY = frozenset({"will", "would", "is", "are", "was", "were", "has", "have", "had", "did", "does"})
ANSWERING = frozenset({"response", "retaliation", "reply", "reaction", "wake", "protest"})
OPENERS = frozenset({"after", "following", "follows", "follow", "followed", "since", "before", "when", "amid", "because"}) | ANSWERING
REACH = 16  # words looked back for what opens a reason
REFERS = frozenset({"implement", "implementing", "implements", "implemented", "amend", "amending", "amends"})
POSSESSIVE = frozenset({"its", "their", "his", "her"})
OWNED = frozenset({"the", "its", "their", "his", "her", "'s", "a", "an", "that", "this"})


def dates_a_thing(view: View, timex: Timex, before: list[str]) -> bool:
    """The year of a treaty ("the agreement of 1991"), "Tuesday's attack", or "a week after ..." whose event follows."""
    own = view.folded[timex.start : timex.end]
    if timex.rule in IGNORED or any(w in wordset("history") for w in before[-2:]):
        return True
    if own.endswith((" after", " before")) or before[-1:] in (["for"], ["after"], ["before"]):
        return True  # "the summit planned for June"; "after 12 March" only bounds
    if timex.rule == "bare_year" and _names_an_act(view, timex, before):
        return True
    if REFERS & set(before):
        return True  # "regulations to implement an October order"
    return _of_a_thing(before) or _thing_follows(view, timex, before)


def _names_an_act(view: View, timex: Timex, before: list[str]) -> bool:
    """ "The 2014 Ordinance", "under the Act of 1949"."""
    if before[-1:] in (["of"], ["the"], ["its"], ["under"]):
        return True
    return before[-1:] != ["in"] and view.text[timex.end : timex.end + 2].strip().isupper()


def _of_a_thing(before: list[str]) -> bool:
    """ "The accord of 30 May": behind "of" a day belongs to the noun before it, unless that is an act or a part of time."""
    if len(before) < 2 or before[-1] != "of":
        return False
    return _is_thing(before[-2])


def _thing_follows(view: View, timex: Timex, before: list[str]) -> bool:
    """ "Tuesday's attack", "the May 23 diversion", "its January 6 test": a day that describes a noun which is no act."""
    rest = view.folded[timex.end : timex.end + 40]
    owner = rest.startswith("'s ")
    described = before[-1:] and before[-1] in OWNED and not view.folded.startswith("the ", timex.start)
    if not owner and not described:
        return False
    if described and before[-1] in POSSESSIVE and rest[1:2].isalpha():
        return True  # "its October export controls" are those of then
    nouns = re.findall(r"[a-z-]+|[^\sa-z]", rest.removeprefix("'s"))[:3]
    return any(_is_thing(w) for w in nouns)


def _is_thing(noun: str) -> bool:
    return noun in wordset("dated_things") or noun.rstrip("s") in wordset("dated_things")


def in_another_clause(view: View, predicates: list[Predicate], timex: Timex) -> bool:
    """Whether a day belongs to a reason or to a clause beside the predicates: "after the vote in May", "and will meet in June"."""
    earlier = [p for p in predicates if p.start < timex.start]
    floor = max((p.end for p in earlier), default=view.unit.start)
    words = view.words[view.at(min(floor, timex.start)) : view.at(timex.start)][-REACH:]
    if _in_reason(words):
        closed = next((w.start for w in view.words[view.at(timex.end) :] if w.text in CLAUSE_MARKS), view.unit.end)
        return not any(timex.end <= p.start < closed for p in predicates)  # "after the June sanctions came into force"
    return _in_next_clause(words, first=not earlier)


def _in_reason(words: list[Word]) -> bool:
    """ "After the test in January": from the word that opens the reason no mark leads out of it again; a meeting is none."""
    for place in range(len(words) - 1, -1, -1):
        text = words[place].text
        if text in CLAUSE_MARKS:
            return False
        told = [w.text for w in words[place + 1 :]]
        if text in OPENERS and told:
            return text in ANSWERING or not wordset("deciding") & set(told)
        if text == "as" and told and told[0].endswith("ed"):
            return True  # "as directed by the president last week"
    return False


def _in_next_clause(words: list[Word], *, first: bool) -> bool:
    """ "..., and will meet in June", "whom a court jailed in May": another verb of no measure has the day."""
    texts = [w.text for w in words]
    last = max((place for place, text in enumerate(texts) if text in ("(", ";", "|", ":")), default=-1)
    texts = texts[last + 1 :]
    for place, text in enumerate(texts):
        rest = texts[place + 1 :]
        if text == "and" and not first and rest[:1] and rest[0] in AUXILIARY:
            return not wordset("effect") & set(rest)
        if text in RELATIVE and len(rest) >= (3 if first else 1) and not (first and CLAUSE_MARKS & set(rest)):
            return not (wordset("effect") | wordset("decided")) & set(rest)
    return False
