"""Whom an imposer joins or follows: "Australia joined the US and Britain in banning ..."."""

from __future__ import annotations

import re

from parsers.actors import Actor
from parsers.rules.actors_in_place import genitive
from parsers.view import View
from parsers.words import wordset

JOINED = re.compile(
    r"\b(?:join(?:s|ed|ing)?|follow(?:s|ed|ing)?|cop(?:ies|ied|ying)|mirror(?:s|ed|ing)?)"
    r" (?P<who>(?:u\.[skn]\.|[^.;:()]){1,120}?) (?:in|by) (?:\w+ly )?\w+ing\b"
)
# "Days after Britain did", "as the EU had done a week before".
AFTER_IT = re.compile(
    r"\b(?:after|as|like) (?P<who>(?:u\.[skn]\.|[^.;:()]){1,90}?),? (?:did|had|has|have)(?: (?:already|both|all|also))?(?: done| acted)?"
    r"(?= (?:on|in|last|earlier|two|three|four|five|a|the (?:day|week|month)|this|before|yesterday|\d)\b|[.,;)]|\Z)"
)
# "After similar steps by Latvia and Estonia".
SIMILAR = re.compile(
    r"\b(?:after|following|matching|echoing|mirroring|joining) (?:a )?(?:similar|the same|like|parallel|identical)"
    r" (?:moves?|steps?|measures?|bans?|actions?|sanctions|decisions?|announcements?|curbs?|expulsions?|restrictions?)"
    r"(?: taken| imposed| announced| made| adopted)? (?:by|from|in|of) (?P<who>[^.;:]{2,90})"
)


def joined(view: View) -> list[Actor]:
    """Those whom a subject of the unit joins in doing something; who is joined is no subject, its own act is told beside."""
    return _found(view, JOINED, whole=True)


def likened(view: View) -> list[Actor]:
    """Those who are said to have done before what the unit tells."""
    return _found(view, AFTER_IT, whole=True) or _found(view, SIMILAR, whole=False)


def _found(view: View, pattern: re.Pattern[str], *, whole: bool) -> list[Actor]:
    lines = (_names(view, m.start("who"), m.end("who"), whole) for m in pattern.finditer(view.folded, view.unit.start, view.unit.end))
    return next((line for line in lines if line), [])


def _names(view: View, start: int, end: int, whole: bool) -> list[Actor]:
    """The actors at the head of a stretch with nothing but links between them: "the US, Canada and Britain"; ``whole``: and behind them."""
    line: list[Actor] = []
    at = start
    for actor in view.actors:
        if actor.start < at or actor.end > end or actor.form != "noun" or genitive(view, actor):
            continue
        if _words(view, at, actor.start):
            return line
        line.append(actor)
        at = actor.end
    return [] if whole and _words(view, at, end) else line


def _words(view: View, start: int, end: int) -> bool:
    return any(w not in wordset("links") and w not in wordset("fellows") for w in view.between(start, end))
