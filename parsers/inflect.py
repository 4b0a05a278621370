"""English inflection for the lexicon: from a lemma to the forms that stand in a text, each with its grammatical name."""

from __future__ import annotations

import re

# Lemma: (past, past participle). Only verbs that the packs use.
IRREGULAR = {
    "be": ("was", "been"), "break": ("broke", "broken"), "bring": ("brought", "brought"), "buy": ("bought", "bought"),
    "come": ("came", "come"), "cut": ("cut", "cut"), "do": ("did", "done"), "draw": ("drew", "drawn"), "fall": ("fell", "fallen"),
    "fly": ("flew", "flown"), "forbid": ("forbade", "forbidden"), "freeze": ("froze", "frozen"), "give": ("gave", "given"),
    "go": ("went", "gone"), "hit": ("hit", "hit"), "hold": ("held", "held"), "keep": ("kept", "kept"), "lay": ("laid", "laid"),
    "leave": ("left", "left"), "lend": ("lent", "lent"), "let": ("let", "let"), "pay": ("paid", "paid"), "put": ("put", "put"),
    "run": ("ran", "run"), "say": ("said", "said"), "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"),
    "set": ("set", "set"), "show": ("showed", "shown"), "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"),
    "strike": ("struck", "struck"), "take": ("took", "taken"), "tear": ("tore", "torn"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "throw": ("threw", "thrown"), "undo": ("undid", "undone"), "wind": ("wound", "wound"), "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"), "unfreeze": ("unfroze", "unfrozen"), "unwind": ("unwound", "unwound"), "unveil": ("unveiled", "unveiled"),
    "spend": ("spent", "spent"), "make": ("made", "made"), "quit": ("quit", "quit"), "stay": ("stayed", "stayed"), "meet": ("met", "met"),
    "stand": ("stood", "stood"), "find": ("found", "found"), "bid": ("bid", "bid"), "lose": ("lost", "lost"), "split": ("split", "split"),
}  # fmt: skip
DOUBLING = re.compile(r"(?:[^aeiou]|qu)[aeiou][bdgklmnprt]\Z")
LAST_STRESSED = {"ban", "bar", "cap", "cut", "drop", "let", "permit", "ship", "slap", "stop", "strip", "trim", "shut", "hit", "set", "put", "commit",
                 "expel", "snap", "quit", "compel", "plug", "unplug", "lag", "dub", "rebut", "curb", "debar", "step", "scrap", "begin", "refer", "cancel", "label", "travel"}  # fmt: skip


def verb_forms(lemma: str) -> dict[str, str]:
    """The forms of a verb by name: base, s, past, pp, ing. Of "cut off" the first word is inflected."""
    head, _, rest = lemma.partition(" ")
    past, participle = IRREGULAR.get(head) or (_with_ed(head), _with_ed(head))
    forms = {"base": head, "s": plural(head), "past": past, "pp": participle, "ing": _stem(head, drop_e=True) + "ing"}
    return {name: f"{form} {rest}" if rest else form for name, form in forms.items()}


def plural(noun: str) -> str:
    """The plural of a noun, or the third person of a verb: "embassy" gives "embassies"."""
    if re.search(r"[^aeiou]y\Z", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh|[^aeiou]o)\Z", noun) else "s")


def _with_ed(head: str) -> str:
    if re.search(r"[^aeiou]y\Z", head):
        return head[:-1] + "ied"
    return head + "d" if head.endswith("e") else _stem(head, drop_e=False) + "ed"


def _stem(head: str, *, drop_e: bool) -> str:
    if drop_e and head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        return head[:-1]
    return head + head[-1] if head in LAST_STRESSED and DOUBLING.search(head) else head
