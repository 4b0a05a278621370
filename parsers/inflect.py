"""English inflection for the lexicon: from a lemma to the forms that stand in a text, each with its grammatical name."""

from __future__ import annotations

import re

from parsers.pack import load_pack

DOUBLING = re.compile(r"(?:[^aeiou]|qu)[aeiou][bdgklmnprt]\Z")


def verb_forms(lemma: str) -> dict[str, str]:
    """The forms of a verb by name: base, s, past, pp, ing. Of "cut off" the first word is inflected."""
    head, _, rest = lemma.partition(" ")
    past, participle = load_pack("en/inflection")["forms"].get(head) or (_with_ed(head), _with_ed(head))
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
    return head + head[-1] if head in load_pack("en/inflection")["doubling"]["verbs"] and DOUBLING.search(head) else head
