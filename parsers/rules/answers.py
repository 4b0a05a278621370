"""What a measure answers: the jurisdictions whose measure the text itself calls its cause."""

from __future__ import annotations

import re

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.lexicon import Noun
from parsers.rules.actors_in_place import with_list
from parsers.rules.agents import unit_subject
from parsers.rules.follow_up import told_near
from parsers.rules.subjects import subject_before
from parsers.view import View
from parsers.words import wordset

ANSWER = re.compile(
    r"\b(?:in (?:\w+ )?(?:response"
    r"|retaliation|reply|answer|reaction)|in kind|in turn"
    r"|retaliat\w*|tit[- ]for[- ]tat|reciproc\w+\b(?! tariff)"
    r"|mirror(?:ed|ing| image| measures?)"
    r"|counter-?(?:measures?|sanctions|steps)|answering measures?"
    r"|(?:hit|hits|struck|strike|strikes|fired|fires|lashed|lashes|lash) back|answered|respond(?:ed|s|ing)?"
    r"|(?:response|answer|reply|riposte|repl(?:y|ies|ied)) (?=to)|matched (?:that|it|them)|as payback|symmetrical"
    r"|'s (?:answer|response|reply|riposte|counter-?move)\b)"
)
LED = re.compile(r" ?(?:to|for|against|at|over|on) ")
CUT = re.compile(r"[.;:]|, ")
BACK = re.compile(
    r"(?:it|this|that|these|those|both|such"
    r"|the (?:\w+ )?(?:decisions?|moves?|measures?|steps?|bans?|list|actions?|orders?|sanctions|restrictions))\b"
)
CALLS_IT = re.compile(
    r"\b(?:call|calls|called|name|names|named|describe|describes|described|describing|calling|term|terms|termed) (?:it|this|them|the \w+)\b"
)
COPULA = frozenset({"is", "was", "are", "were", "come", "comes", "came", "taken", "made"})
BACK_WORDS = frozenset({"steps", "measures", "move", "moves", "decision", "decisions"})
VERBS = frozenset({"respond", "responds", "responded", "responding", "answered"})
DENIED = frozenset({"nobody", "no", "not", "never", "without", "denied", "denies"})
RELIEF = frozenset({"lift", "ease"})
CAUSES = frozenset({"if", "after", "when", "because", "since", "as", "once"})
ENDINGS: tuple[list[str], ...] = (
    [],
    ["'"],
    ['"'],
    ["by"],
    ["taken"],
    ["issued"],
    ["announced"],
    ["adopted"],
    ["which"],
    ["that"],
    ["last"],
    ["from"],
)
AT_SOMEBODY: tuple[list[str], ...] = (["with"], ["by"], ["over"], ["when"], ["after"])
FILLING = frozenset({"the", "'s", "its", "their", "a", "an", "'", '"', "“", "”", "both", "and", ","})


def answers(view: View, p: Predicate, imposer: str, targets: tuple[str, ...], memory: Memory) -> tuple[tuple[str, ...], str]:
    """(codes, phrase) of what a predicate answers; also for the sentences of the paragraph that go on with the same answer."""
    for match in ANSWER.finditer(view.folded, view.unit.start, view.unit.end):
        if _of_another(view, match, p, imposer, memory):
            continue
        codes = _answered(view, match.end(), imposer, memory)
        if p.action in RELIEF and not LED.match(view.folded, match.end()):
            return (), ""  # "in response, the Treasury unfroze the assets": to a change of heart, no measure
        if codes is not None and (codes := codes or targets):
            memory.answer_block, memory.answer_to, memory.answer_by = view.unit.block, codes, (imposer,)
            return codes, match.group().strip()
        return (), ""
    goes_on = view.unit.kind == "sentence" and memory.answer_block == view.unit.block
    if goes_on and imposer in memory.answer_by and p.action not in RELIEF:
        return memory.answer_to or targets, ""
    return (), ""


def answer_back(view: View, told: list[Draft], memory: Memory, *, own: bool) -> None:
    """ "The regulator calls it a response to the EU's bans": a sentence, perhaps with an ``own`` act, says what those before it answer."""
    match = ANSWER.search(view.folded, view.unit.start, view.unit.end) if told else None
    if match is None or not _looks_back(view, match, own=own) or _denied(view, match):
        return
    near = told_near(view, told, blocks=2, firm=False)
    for draft in near:
        if draft.imposer not in {d.imposer for d in near if d.unit == near[-1].unit} or draft.response_to or draft.action in RELIEF:
            continue
        codes = _answered(view, match.end(), draft.imposer, memory)
        if codes is not None and (codes := codes or draft.targets):
            draft.response_to = codes
            draft.because("response_to", "told by the next sentence", match.group().strip(), match.start())


def note_answer(view: View, memory: Memory) -> None:
    """ "Kyiv threatened to strike back. It will stop buying ...": an answer that the next sentence spells out."""
    match = ANSWER.search(view.folded, view.unit.start, view.unit.end)
    subject = unit_subject(view, memory) if match else ()
    if match is None or len(subject) != 1 or _denied(view, match):
        return
    codes = _answered(view, match.end(), subject[0], memory)
    if codes or (codes is not None and match.group().endswith(" back")):
        memory.answer_block, memory.answer_to, memory.answer_by = view.unit.block, codes, subject


def _looks_back(view: View, match: re.Match[str], *, own: bool) -> bool:
    """Whether a sentence speaks of what was told before it: "this was in reply to", and without an ``own`` act "calls it an answer"."""
    if match.group() in VERBS and not LED.match(view.folded, match.end()):
        return False
    opens = BACK.match(view.folded, view.unit.start)
    gap = view.between(opens.end(), match.start()) if opens else []
    if opens and "," not in gap and (len(gap) <= 8 or gap[-1] in COPULA):
        return True
    if BACK_WORDS & set(view.before(match.start(), 4)):
        return True
    return not own and bool(CALLS_IT.search(view.folded, view.unit.start, match.start()))


def _denied(view: View, match: re.Match[str]) -> bool:
    """ "Nobody calls it retaliation"."""
    return bool(DENIED & set(view.before(match.start(), 6)))


def _of_another(view: View, match: re.Match[str], p: Predicate, imposer: str, memory: Memory) -> bool:
    """Whether the words of an answer stand in another clause, with another subject, or are denied."""
    low, high = sorted((match.start(), p.start))
    gap = view.between(low, high)
    governs = p.main is not None and p.main.start == match.start()
    if ";" in gap or (_denied(view, match) and not governs and not p.start <= match.start() < p.end):
        return True
    at = match.start()
    owner = [
        a for a in view.actors if a.end in (at, at - 1, at - 3) and (match.group().startswith("'s") or view.folded.endswith("'s ", 0, at))
    ]
    subject = owner or subject_before(view, match.start(), view.unit.start)
    if not subject or imposer in {c for a in subject for c in memory.resolve(a)}:
        return False
    if owner:
        return True
    starts = [v.start for v in view.verbs] + [c.start for c in view.cues]
    doing = any(subject[-1].end <= start < match.start() for start in starts)
    return doing and subject[0].start > p.start if match.start() > p.start else bool(CAUSES & set(gap))


def _answered(view: View, position: int, imposer: str, memory: Memory) -> tuple[str, ...] | None:
    """Whose measure is answered: () where the text does not say whose, None where it is no measure that is answered."""
    led = LED.match(view.folded, position - 1 if view.folded[position - 1] == " " else position)
    if led is None:
        return _trigger(imposer, memory) or _named(view, position, position + 60, imposer, memory)
    end = _end_of_phrase(view, led.end())
    if not _is_measure(view, led.end(), end):
        return None
    return _named(view, led.end(), end, imposer, memory) or _trigger(imposer, memory)


def _end_of_phrase(view: View, start: int) -> int:
    """Where the thing that is answered ends: a mark, but no comma inside a list of actors."""
    for cut in CUT.finditer(view.folded, start, min(view.unit.end, start + 220)):
        if cut.group() != ", " or not any(a.start == cut.end() for a in view.actors):
            return cut.start()
    return min(view.unit.end, start + 220)


def _is_measure(view: View, start: int, end: int) -> bool:
    """ "To the EU's sanctions", "to Washington", "to that move"; no test of a missile, no attack and no war."""
    words = view.between(start, end)
    if wordset("answered") & set(words[:12]) or any(
        start <= h.start < end and any(isinstance(s, Noun) and not s.weak for s in h.payload) for h in view.hits
    ):
        return True
    actors = [a for a in view.actors if start <= a.start < end]
    named = sum(len(view.between(a.start, a.end)) for a in actors)
    if actors and not view.between(start, actors[0].start) and view.after(actors[0].end)[:1] in AT_SOMEBODY:
        return True  # "retaliated against Britain with the same number"
    rest = [w for w in words if w not in FILLING]
    if len(rest) <= named:
        return True
    vague = next((i for i, w in enumerate(words) if w in wordset("vague_answered")), None)
    return vague is not None and words[vague + 1 : vague + 2] in ENDINGS


def _named(view: View, start: int, end: int, imposer: str, memory: Memory) -> tuple[str, ...]:
    """The first jurisdictions named in a stretch, besides the imposer."""
    for actor in view.actors:
        if start <= actor.start < end:
            codes = tuple(dict.fromkeys(c for a in _line(view, actor) for c in memory.resolve(a) if c != imposer))
            if codes:
                return codes
    return ()


def _line(view: View, actor: Actor) -> list[Actor]:
    return [actor] if actor.form == "people" else with_list(view, actor, forward=True)


def _trigger(imposer: str, memory: Memory) -> tuple[str, ...]:
    """Who took the last measure told that hits the imposer."""
    told = memory.told
    if told is None or told.imposer == imposer or imposer not in told.targets:
        return ()
    return tuple(code for code in memory.imposers if code != imposer) or (told.imposer,)
