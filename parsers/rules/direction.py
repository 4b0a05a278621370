"""Which way goods flow: the imposer and the flow decide whether a ban is on exports or on imports, never the word "import" alone."""

from __future__ import annotations

from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.view import View
from parsers.words import wordset

# What the West sells and Russia, China or Iran does not, and the other way round: only where the words give no flow.
SOLD_TO = frozenset({"luxury_goods", "technology", "dual_use", "energy_equipment", "machinery", "chemicals"})


def set_direction(view: View, draft: Draft, span: tuple[int, int], memory: Memory) -> None:
    """Make an import or export restriction what its flow says; other instruments are left alone."""
    if draft.instrument not in ("import_restriction", "export_restriction") or draft.predicate.measure.one_way:
        return
    low, high = max(span[0], draft.predicate.start - 30), min(span[1], draft.predicate.end + 70)
    words = set(view.between(draft.predicate.start, draft.predicate.end))
    flows = _flows(view, draft, (low, high), memory)
    found = _by_who_is_barred(view, draft, memory) or _decide(words, flows, _theirs(view, draft, (low, high), memory), draft)
    if found != draft.instrument:
        draft.instrument = found
        draft.because(
            "instrument",
            "flow of goods",
            note="the goods go to the target" if found == "export_restriction" else "the goods come from the target",
        )


def _by_who_is_barred(view: View, draft: Draft, memory: Memory) -> str | None:
    """ "Banned North Korea from exporting coal" shuts its goods out, "barred Huawei from buying chips" keeps goods from it."""
    p = draft.predicate
    gap = view.between(p.verb.end, p.end) if p.verb is not None and not p.verb.nominal else []
    if "from" not in gap or p.verb is None:
        return None
    at = next(w for w in view.words[view.at(p.verb.end) :] if w.text == "from")
    doing = view.after(at.end)
    barred = [a for a in view.actors if p.verb.end <= a.start and a.end <= at.start]
    theirs = bool(barred) and not any(draft.imposer in memory.resolve(a) for a in barred)
    named = any(p.verb.end <= n.start < at.start and n.code != draft.imposer for n in view.names)
    if not (theirs or named):
        return None
    if not wordset("out_words").isdisjoint(doing):
        return "import_restriction"
    return "export_restriction" if not wordset("in_words").isdisjoint(doing) else None


def _flows(view: View, draft: Draft, span: tuple[int, int], memory: Memory) -> tuple[bool, bool, bool]:
    to_target = from_target = into_own = False
    for actor in view.actors:
        if not (span[0] <= actor.start and actor.end <= span[1]):
            continue
        codes = memory.resolve(actor)
        before = [w for w in view.before(actor.start, 3) if w not in ("the", "all")][-1:]
        own = draft.imposer in codes
        if view.before(actor.start, 3)[:-1] and set(view.before(actor.start, 4)) & wordset("no_flow"):
            continue
        shut = draft.predicate.verb is not None and "close" in draft.predicate.verb.classes  # "closed its market to Russian steel"
        if before in (["to"], ["into"], ["for"]) and not shut and not (before == ["into"] and actor.form == "adjective"):
            into_own, to_target = into_own or own, to_target or not own
        elif not own and (before in (["from"], ["in"]) or actor.form == "adjective" or view.after(actor.end)[:1] == ["'s"]):
            from_target = True
    return to_target, from_target, into_own


def _theirs(view: View, draft: Draft, span: tuple[int, int], memory: Memory) -> bool:
    """ "Iranian exports", "deliveries from Russia": what is sent is sent by the target."""
    for actor in view.actors:
        if span[0] <= actor.start and actor.end <= span[1] and draft.imposer not in memory.resolve(actor):
            follows = [w for w in view.after(actor.end, 3) if w != "'s"]
            if (actor.form == "adjective" and set(follows[:2]) & wordset("out_words")) or view.before(actor.start)[-1:] == ["from"]:
                return True
    return False


def _decide(words: set[str], flows: tuple[bool, bool, bool], theirs: bool, draft: Draft) -> str:
    to_target, from_target, into_own = flows
    if words & wordset("in_words") and words & wordset("out_words"):
        return draft.instrument
    if words & wordset("in_words"):
        return "export_restriction" if to_target and not into_own and not from_target else "import_restriction"
    if words & wordset("out_words"):
        return (
            "import_restriction"
            if (theirs or into_own) and not to_target and not words & {"sell", "selling", "sale", "sales"}
            else "export_restriction"
        )
    if to_target and not into_own:
        return "export_restriction"
    if from_target or into_own:
        return "import_restriction"
    return "export_restriction" if SOLD_TO & set(draft.scope) else draft.instrument
