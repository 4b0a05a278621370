"""What a measure answers: the jurisdictions whose act the text itself calls its cause."""

from __future__ import annotations

import re

from parsers.clauses import Predicate
from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.view import View
from parsers.words import wordset

ANSWER = re.compile(
    r"\b(?:in (?:response|retaliation|reply|answer|kind|turn)|retaliat\w*|tit[- ]for[- ]tat|reciproc\w+(?! tariff)"
    r"|mirror(?:ed|ing| image| measures?)|counter-?measures?|counter-?sanctions|hit back|hits back|struck back|strikes back|fired back"
    r"|answered|responded|responds|responding|response to|matched that|as payback|symmetrical)\b"
)


def answers(view: View, p: Predicate, imposer: str, targets: tuple[str, ...], memory: Memory) -> tuple[tuple[str, ...], str]:
    """(codes, phrase) of what a predicate answers; also for the sentences of the paragraph that go on with the same answer."""
    match = ANSWER.search(view.folded, view.unit.start, view.unit.end)
    if match and not _other_clause(view, match, p):
        codes = _answered(view, match.end(), imposer, memory) or targets
        memory.answer_block, memory.answer_to, memory.answer_by = view.unit.block, codes, (imposer,)
        return codes, match.group()
    if view.unit.kind == "sentence" and memory.answer_block == view.unit.block and imposer in memory.answer_by:
        return memory.answer_to, ""
    return (), ""


BACK = frozenset(
    {"it", "this", "that", "decision", "decisions", "move", "moves", "measure", "measures", "step", "steps", "ban", "list", "action"}
)


def answer_back(view: View, drafts: list[Draft], memory: Memory) -> None:
    """ "The regulator calls it a response to the EU's bans": a sentence of its own says what the acts before it answer."""
    near = [d for d in drafts if view.unit.block - d.block <= 1 and not d.response_to and d.status in ("in_force", "announced")]
    match = ANSWER.search(view.folded, view.unit.start, view.unit.end) if near else None
    if match is None or not wordset("back_reference") & set(view.between(view.unit.start, match.start())):
        return
    for draft in near:
        if codes := _answered(view, match.end(), draft.imposer, memory) or draft.targets:
            draft.response_to = codes
            draft.because("response_to", "told by the next sentence", match.group(), match.start())


def _other_clause(view: View, match: re.Match[str], p: Predicate) -> bool:
    low, high = sorted((match.start(), p.start))
    return ";" in view.between(low, high)


def _answered(view: View, position: int, imposer: str, memory: Memory) -> tuple[str, ...]:
    for actor in view.actors:
        if actor.start >= position and len(view.between(position, actor.start)) <= 6:
            codes = tuple(c for c in memory.resolve(actor) if c != imposer)
            if codes:
                return codes
    return ()
