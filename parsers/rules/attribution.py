"""Who says so, where a sentence is told as somebody's statement: "the ministry said", "according to OFAC", "agencies reported"."""

from __future__ import annotations

import re

from parsers.draft import Draft
from parsers.rules.agency import according_to
from parsers.view import View
from parsers.words import wordset

OWN_WORD = frozenset({"announced", "declared", "confirmed"})  # an act of the imposer's own, nobody's report of it
SAID = r"(?:said|says|reported|reports|stated|noted|added|told reporters|wrote|quoted|confirmed)"
SPEAKER = re.compile(
    rf"[,”\"'’] ?(?:as )?(?P<behind>(?:[A-Z]|the |an? |its |his |local |state |two |three )[^,.;:“”\"()]{{2,60}}?) {SAID}\b"
    rf"|[,”\"'’] {SAID} (?P<after>(?:[A-Z]|the |an? )[^,.;:“”\"()]{{2,60}}?)(?=[,.;]|$)"
    r"|\b[Aa]ccording to (?P<source>(?:[A-Z]|the |an? |two |three |people |sources |officials )[^,.;:“”\"()]{2,70}?)(?=[,.;]|$)"
)


def fill_attribution(view: View, draft: Draft) -> None:
    """Keep the speaker: an actor known by name, else whoever the sentence says it of."""
    for actor in view.actors:
        word = view.after(actor.end)[:1]
        own = actor.code == draft.imposer and word and word[0] in OWN_WORD
        if (word and word[0] in wordset("reporting") and not own) or according_to(view, actor):
            _keep(draft, view, actor.start, actor.end)
            return
    match = SPEAKER.search(view.text, view.unit.start, view.unit.end)
    if match is not None:
        group = match.lastgroup or "source"
        _keep(draft, view, match.start(group), match.end(group))


def _keep(draft: Draft, view: View, start: int, end: int) -> None:
    draft.attribution = " ".join(view.text[start:end].split())
    draft.because("attribution", "reported speech", view.text[start:end], start)
