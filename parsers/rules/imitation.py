"""Who did it before: "following the United States and the EU, Japan revoked ..." also tells acts of those two, undated."""

from __future__ import annotations

import re
from copy import copy

from parsers.actors import Actor
from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.rules.actors_in_place import genitive, with_list
from parsers.rules.joined import joined, likened
from parsers.rules.times import Times
from parsers.view import View

CUES = (["following"], ["joining"], ["like"], ["with"])
LINE = (["in", "line", "with"], ["along", "with"], ["together", "with"])


BEFORE_IT = re.compile(
    r"(?:after|once|when|as) (?:[^,.;]| ?,)*? (?:had|have|has)(?: already)? (?:done so|done the same|done likewise|acted)\b"
)


def imitated(view: View, draft: Draft, memory: Memory) -> list[Draft]:
    """Drafts for those whom the imposer follows, where its act is told as done; the codes are those of the act that follows."""
    if draft.status != "in_force" or draft.action != "impose" or draft.agent_rule not in ("subject", "before the noun"):
        return []
    known = {draft.imposer, *draft.targets}
    codes = [(code, actor) for actor in _followed(view, draft) for code in memory.resolve(actor) if code not in known]
    copies = [_copy(draft, code, actor) for code, actor in codes]
    if codes:
        start, end = codes[0][1].start, codes[-1][1].end
        note = " ".join(dict.fromkeys(code for code, _ in codes))
        draft.because("aligns_with", "follows those who acted before", view.text[start:end], start, note=note)
    return copies


def _followed(view: View, draft: Draft) -> list[Actor]:
    if told_first := BEFORE_IT.match(view.folded, view.unit.start):
        return [a for a in view.actors if a.end <= told_first.end() and a.form == "noun" and not genitive(view, a)]
    return joined(view) or likened(view) or _led(view, draft)


def _led(view: View, draft: Draft) -> list[Actor]:
    for actor in view.actors:
        if actor.end > draft.predicate.start or actor.form != "noun" or genitive(view, actor):
            continue
        before = [w for w in view.before(actor.start, 4) if w != "the"]
        led = before[-1:] in CUES[:3] or before[-3:] in LINE or before[-2:] in LINE
        line = with_list(view, actor, forward=True)
        line = line[: next((i for i, a in enumerate(line) if a.code == draft.imposer), None)]
        if led and line and "," in view.after(line[-1].end, 1):
            return line
    return []


def _copy(draft: Draft, code: str, actor: Actor) -> Draft:
    other = copy(draft)
    other.imposer, other.authority, other.times, other.response_to = code, actor.authority, Times(), ()
    other.start = min(actor.start, draft.start)
    other.agent_rule = "whom it follows"
    other.reasons = [r for r in draft.reasons if r["field"] in ("instrument", "status")]
    other.because("imposer", "followed by the imposer named", "", actor.start)
    return other
