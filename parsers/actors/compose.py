"""State, office and name that stand together become one actor."""

from __future__ import annotations

import re
from functools import cache

from parsers.actors.actor import Actor
from parsers.actors.atoms import Atom
from parsers.actors.lexicon import DETERMINERS, lexicon

PLACES = frozenset(("state", "bloc", "region", "capital", "seat", "agency", "person"))
PERSONAL = frozenset(("president", "prime_minister", "minister"))
OF = re.compile(r" (?:of|in|for|from) (?:the )?\Z")
BETWEEN_NAMES = re.compile(r"(?:'s|')? \(?\Z")
NAME = re.compile(
    r",? (?:Mr |Ms |Mrs |Sir |Dr |Dame |Gen\. |General |Sheikh |Baroness |Lord )?"
    r"([A-Z][\w'’.-]*[\w](?: (?:(?:bin|al|van|von|der|de|den|da|di|del|la|Al) ){0,2}[A-Z][\w'’.-]*\w){0,3})"
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "both": 2, "trio": 3, "quartet": 4, "pair": 2, "duo": 2, "quad": 4}
SWITCH = frozenset((" and", " wer", " was", " hav", " are", " who", " in ", " fro", " had", " res"))


def compose(text: str, folded: str, atoms: list[Atom]) -> list[Actor]:
    """Actors in text order, each made of as many neighbouring atoms as belong together."""
    actors: list[Actor] = []
    index = 0
    while index < len(atoms):
        group = _group(folded, atoms, index)
        actor = _actor(text, folded, group)
        if actor is not None:
            actors.append(actor)
        index += len(group)
        while actor is not None and index < len(atoms) and atoms[index].start < actor.end:
            index += 1
    return actors


def _group(folded: str, atoms: list[Atom], index: int) -> list[Atom]:
    group = [atoms[index]]
    for after in atoms[index + 1 :]:
        if not _belongs(group, after, folded[group[-1].end : after.start]):
            break
        group.append(after)
    return group


def _belongs(group: list[Atom], after: Atom, gap: str) -> bool:
    last = group[-1].word
    if len(gap) > 40 or last.kind == "reference" or after.word.kind == "reference":
        return False
    placed = any(atom.word.code for atom in group)
    if after.word.kind == "office":
        return last.kind in PLACES and last.form != "people" and _modifiers().match(gap) is not None
    if last.kind == "office":
        if after.word.kind == "person":
            return gap in (" ", ", ")
        return not placed and after.word.kind in PLACES and OF.match(gap) is not None
    if after.word.kind == "person":
        return False
    return after.word.kind == "agency" and BETWEEN_NAMES.match(gap) is not None and _one_state(group, after)


def _one_state(group: list[Atom], after: Atom) -> bool:
    codes = {atom.word.code for atom in group}
    return codes == {after.word.code} or (after.word.default and group[-1].word.kind in ("state", "bloc", "capital"))


@cache
def _modifiers() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(lexicon().modifiers, key=len, reverse=True))
    return re.compile(rf"(?:'s|')?(?: |-)(?:(?:{words})[ -])*\Z")


def _actor(text: str, folded: str, group: list[Atom]) -> Actor | None:
    first = group[0]
    offices = [atom for atom in group if atom.word.kind == "office"]
    if offices:
        return _office(text, folded, group, offices)
    if first.word.kind == "reference":
        return _reference(folded, first)
    return _plain(text, folded, group)


def _plain(text: str, folded: str, group: list[Atom]) -> Actor:
    first, last = group[0], group[-1]
    kind = "people" if first.word.form == "people" else last.word.kind
    end = last.end + 1 if text[last.end : last.end + 1] == ")" and len(group) > 1 else last.end
    authority = text[last.start : last.end] if last.word.kind in ("agency", "person", "seat") else None
    form = _form(folded, first) if len(group) == 1 else "noun"
    return Actor(first.start, end, first.word.code, kind, form, authority)


def _form(folded: str, atom: Atom) -> str:
    # "Japanese" and "Swiss" are people too: nothing follows that they could describe.
    form = atom.word.form
    if form != "adjective":
        return form
    after = folded[atom.end : atom.end + 4]
    return "people" if (not after.startswith((" ", "-")) or after in SWITCH) and folded[atom.end - 1] in "eshk" else form


def _determined(folded: str, start: int) -> bool:
    before = folded[max(0, start - 6) : start].split()
    return bool(before) and before[-1] in DETERMINERS and folded[start - 1] == " "


def _reference(folded: str, atom: Atom) -> Actor | None:
    if atom.word.determined and not _determined(folded, atom.start):
        return None
    words = folded[atom.start : atom.end].split()
    count = next((NUMBERS[word] for word in words if word in NUMBERS), None)
    return Actor(atom.start, atom.end, None, "reference", "noun", None, atom.word.refers, count)


def _office(text: str, folded: str, group: list[Atom], offices: list[Atom]) -> Actor | None:
    placed = [atom for atom in group if atom.word.code]
    person = next((atom for atom in group if atom.word.kind == "person"), None)
    end = group[-1].end
    if person:
        return Actor(group[0].start, end, placed[0].word.code, "office", "noun", text[person.start : person.end], offices[0].word.refers)
    name = NAME.match(text, end) if offices[-1].word.refers in PERSONAL else None
    if name:
        return _named(group, offices, name)
    if placed:
        return Actor(group[0].start, end, placed[0].word.code, "office", "noun", text[offices[0].start : offices[-1].end], offices[0].word.refers)
    return _bare(text, folded, group[0])


def _named(group: list[Atom], offices: list[Atom], name: re.Match[str]) -> Actor:
    code = next((atom.word.code for atom in group if atom.word.code), None)
    code = code or lexicon().surnames.get(name[1].split()[-1].lower())
    return Actor(group[0].start, name.end(), code, "office", "noun", name[1], offices[-1].word.refers)


def _bare(text: str, folded: str, atom: Atom) -> Actor | None:
    words = folded[atom.start : atom.end]
    if words in lexicon().dependent or not (text[atom.start].isupper() or _determined(folded, atom.start)):
        return None
    return Actor(atom.start, atom.end, None, "reference", "noun", text[atom.start : atom.end], atom.word.refers)
