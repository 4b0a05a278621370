"""What a mention shows of itself: the words quoted, and the words behind target, action and scope."""

from __future__ import annotations

import re

from parsers.draft import Draft
from parsers.view import Spanned, View

LOOSE_END = re.compile(
    r"[\s,;:(\"“-]+(?:and|or|but|the|a|an|is|are|was|were|be|to|by|of|on|in|for|its|their|has|have|had|been|that|which|who|while"
    r"|with|from|will|would|also|as well as|including|as)?[\s,;:(\"“-]*\Z"
)


LOOSE_START = re.compile(r"[\s,;:.)\"”'’-]*(?:(?:and|or|but|while|that|which|so|also)\b[\s,]*)*")


def subject_start(text: str, low: int, start: int) -> int:
    """Where the quote of a passive begins: with what it is said of, where that stands in the same clause."""
    marks = [at + len(mark) for mark in ("; ", " | ", ". ") if (at := text.rfind(mark, low, start)) >= 0]
    low = max([low, *marks])
    match = LOOSE_START.match(text, low)
    begin = match.end() if match else low
    return begin if begin < start <= begin + 160 else start


def trim_quote(text: str, start: int, end: int, floor: int) -> int:
    """Where the quote ends, without words that belong to what follows ("..., and the"); never before ``floor``."""
    while (match := LOOSE_END.search(text, max(start, end - 24), end)) and floor <= match.start() < end:
        end = match.start()
    return end


def show_reasons(view: View, draft: Draft, span: tuple[int, int]) -> None:
    """Keep why targets, action and scope are what they are."""
    actor = next((a for a in view.actors if a.code in draft.targets and span[0] <= a.start < span[1]), None)
    draft.because("targets", draft.target_rule, *_words(view, actor))
    verb = draft.predicate.main or draft.predicate.verb
    draft.because("action", f"{draft.action} by its verb and object" if verb else "named without a verb", *_words(view, verb))
    for scope in view.scopes:
        if set(scope.codes) & set(draft.scope) and span[0] <= scope.start < span[1]:
            draft.because("scope", "named in its clause", *_words(view, scope))
    if draft.scope and not any(r["field"] == "scope" for r in draft.reasons):
        draft.because("scope", f"implied by {draft.predicate.measure.name}")


def _words(view: View, place: Spanned | None) -> tuple[str, int | None]:
    return ("", None) if place is None else (view.text[place.start : place.end], place.start)
