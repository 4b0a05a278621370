"""Whose act an imposer takes over by its articles' own words: "in line with the EU", "adopted the lists of the European Union"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.event import Event

CUE = re.compile(
    r"\b(in line with|align(?:s|ed|ing)?(?: itself| themselves)? with|follow(?:s|ed|ing)?|join(?:s|ed|ing)?|adopt(?:s|ed|ing)?"
    r"|tak(?:es?|en|ing) over|took over|mirror(?:s|ed|ing)?|match(?:es|ed|ing)?|cop(?:y|ies|ied))\b",
    re.IGNORECASE,
)
# What may stand between the cue and those whose act is taken over: nothing that would make them more than its owners.
BETWEEN = re.compile(
    r"\W*(?:(?:the|these|those|all|of|by|from|in|with|up|lead|suit|example|sanctions?|lists?|measures?|restrictions?|steps?|decisions?|bans?"
    r"|package|new|latest|sixth|similar|adopted|imposed)\W+)*",
    re.IGNORECASE,
)
LIST = re.compile(r"(?:['’]s?)?\W*(?:(?:and|the|with)\W+)*")


def aligned_with(event: Event) -> dict[str, str]:
    """The codes of those whose act the event takes over, each with the words that say so."""
    found: dict[str, str] = {}
    for one in event.mentions:
        for reason in one.reasons:
            if reason.field == "aligns_with":
                found |= {code: reason.phrase for code in reason.note.split() if code not in found}
        for code, words in _in_words(one.quote):
            found.setdefault(code, words)
    return {code: found[code] for code in sorted(found) if code != event.imposer and code not in event.targets}


def _in_words(quote: str) -> Iterator[tuple[str, str]]:
    for cue in CUE.finditer(quote):
        yield from ((code, cue[0]) for code in _listed(quote, cue.end()))


def _listed(quote: str, start: int) -> list[str]:
    """The codes of the jurisdictions that are named next, alone or as a list."""
    from parsers.actors import find_actors
    from parsers.fold import fold

    codes: list[str] = []
    gap = BETWEEN
    for actor in find_actors(quote, fold(quote)):
        if actor.start < start:
            continue
        if not actor.code or actor.form == "people" or not gap.fullmatch(quote, start, actor.start):
            break
        codes.append(actor.code)
        start, gap = actor.end, LIST
    return codes
