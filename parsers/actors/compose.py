"""From runs of words to actors: the code of the run, and who or what body acts for it."""

from __future__ import annotations

import re

from parsers.actors.actor import Actor
from parsers.actors.atoms import Atom
from parsers.actors.groups import HOSTS, groups
from parsers.actors.lexicon import DETERMINERS, lexicon
from parsers.fold import fold
from parsers.vocabulary import vocabulary

PERSONAL = frozenset(("president", "prime_minister", "minister", "envoy", "spokesman"))
NAME = re.compile(
    r",? (?:(?:Mr|Ms|Mrs|Sir|Dr|Dame|Gen\.|General|Sheikh|Baroness|Lord|the Honourable) )?"
    r"([A-Z][\w'’.-]*\w(?<!['’]s)(?: (?:(?:bin|al|van|von|der|de|den|da|di|del|la) )?[A-Z][\w'’.-]*\w(?<!['’]s)){0,3})"
)
NAME_LIMIT = 70
PLAIN_WORD = re.compile(r"\b[a-z]{4,}")
NUMBERS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "troika": 3, "four": 4, "quartet": 4, "quad": 4}
NUMBERS |= {"foursome": 4, "five": 5, "six": 6, "seven": 7}
# A capitalised word before makes it somebody's proper name: "Atlantic Council".
NAMED_BODY = re.compile(r"[a-z,] [A-Z][\w-]* \Z")
KOREAS = {"north": "KP", "south": "KR"}
BARE = frozenset(("three", "four", "five", "six", "seven", "27", "28", "25", "15", "12", "twenty-seven"))
AFTER_BARE = re.compile(
    r"\s*(?:[.,;:)!?\"']|\Z| (?:and|have|had|has|said|say|also|will|would|are|were|is|was|in|on|to|who|which|cut|want(?:ed)?|agree[ds]?"
    r"|accuse[ds]?|demand(?:ed)?|announced?|impose[ds]?|closed?|then|but|did|do|could|may|must|can|at|by|with|against|since|as|decided?"
    r"|adopt(?:ed)?)\b)"
)
DESCRIBED = frozenset((" wer", " was", " hav", " are", " who", " in ", " fro", " had", " wil", " may"))


class Told:
    """What the text said so far that later words lean on."""

    __slots__ = ("folded", "hosts", "korean", "last")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.hosts: dict[str, str] = {}
        self.last: dict[str, str] = {}
        self.korean: bool | None = None

    def about_korea(self) -> bool:
        """Whether the text is about Korea, looked up once and only when asked."""
        if self.korean is None:
            self.korean = "korea" in self.folded or "pyongyang" in self.folded
        return self.korean

    def see(self, code: str | None) -> None:
        """Remember a jurisdiction as the last of its sorts: Norway as a kingdom."""
        for sort in lexicon().sorts.get(code, ()) if code else ():
            self.last[sort] = code or ""


def compose(text: str, folded: str, atoms: list[Atom]) -> list[Actor]:
    """Actors in text order. "The Treasury" takes the state that the text last gave it, "the kingdom" the last kingdom."""
    actors: list[Actor] = []
    told = Told(folded)
    free = 0
    for run in groups(folded, atoms):
        if run[0].start < free:
            continue
        actor = _actor(text, folded, run, told)
        if actor is not None:
            actors.append(actor)
            free = actor.end
            told.see(actor.code)
    return actors


def _actor(text: str, folded: str, run: list[Atom], told: Told) -> Actor | None:
    first = run[0].word
    if len(run) == 1 and first.kind in ("state", "capital", "bloc", "region"):
        return _place(folded, run[0])
    if first.kind == "reference":
        return _reference(text, folded, run[0], told)
    code = _code(folded, run, told)
    if any(atom.word.kind == "office" for atom in run):
        return _office(text, folded, run, code)
    end = run[-1].end + (len(run) > 1 and text.startswith(")", run[-1].end))
    body = run[-1] if run[-1].word.kind not in HOSTS else run[0]
    return Actor(run[0].start, end, code, body.word.kind, "noun", text[body.start : body.end])


def _place(folded: str, atom: Atom) -> Actor:
    word = atom.word
    if word.form == "adjective" and folded[atom.end - 1] in "eshk" and _undescribed(folded, atom.end):
        return Actor(atom.start, atom.end, word.code, "people", "people")
    return Actor(atom.start, atom.end, word.code, "people" if word.form == "people" else word.kind, word.form)


def _undescribed(folded: str, end: int) -> bool:
    # "Japanese" and "Swiss" are people too, where nothing follows that they could describe; "Chinese and Russian banks" goes on.
    after = folded[end : end + 4]
    return after in DESCRIBED or after == "" or after[0] in ".;:)!?"


def _code(folded: str, run: list[Atom], told: Told) -> str | None:
    named = next((atom.word.code for atom in run if atom.word.code and not atom.word.default), None)
    if run[-1].word.kind == "reference":
        named = told.last.get(run[-1].word.refers or "")
    body = next((atom for atom in run if atom.word.default), None)
    if body is None:
        return named
    words = folded[body.start : body.end]
    if named and body.word.code not in vocabulary().blocs and run[0].word.kind != "person":
        told.hosts[words] = named
    return named or told.hosts.get(words, body.word.code)


def _reference(text: str, folded: str, atom: Atom, told: Told) -> Actor | None:
    words = folded[atom.start : atom.end]
    if atom.word.determined and not _determined(folded, atom.start):
        return None
    if words in BARE and AFTER_BARE.match(folded, atom.end) is None:
        return None
    if atom.word.refers in KOREAS:
        return _korea(text, atom, told)
    count = next((NUMBERS[word] for word in words.split() if word in NUMBERS), None)
    return Actor(atom.start, atom.end, told.last.get(atom.word.refers or ""), "reference", "noun", None, atom.word.refers, count)


def _korea(text: str, atom: Atom, told: Told) -> Actor | None:
    # "The South" is Seoul only in a text about Korea, and never in "the South China Sea" or "the South-East".
    after = text[atom.end : atom.end + 2]
    if after[:1] == "-" or after[1:].isupper() or not told.about_korea():
        return None
    return Actor(atom.start, atom.end, KOREAS[atom.word.refers or ""], "state", "noun")


def _determined(folded: str, start: int) -> bool:
    before = folded[max(0, start - 7) : start].split(" ")
    return len(before) > 1 and before[-1] == "" and before[-2] in DETERMINERS


def _office(text: str, folded: str, run: list[Atom], code: str | None) -> Actor | None:
    start, end = run[0].start, run[-1].end
    offices = [atom for atom in run if atom.word.kind == "office"]
    refers = offices[-1].word.refers
    person = next((atom for atom in run if atom.word.kind == "person"), None)
    if person is not None:
        return Actor(start, end, code, "office", "noun", text[person.start : person.end], refers)
    name = NAME.match(text, end, end + NAME_LIMIT) if refers in PERSONAL and folded[end - 1] != "s" else None
    if name is not None and _is_name(text, name):
        code = code or lexicon().surnames.get(folded[name.start() : name.end()].rsplit(" ", 1)[-1])
        return Actor(start, name.end(), code, "office", "noun", name[1], refers) if code or refers in PERSONAL - {"envoy"} else None
    words = text[offices[0].start : offices[-1].end]
    if code is not None:
        return Actor(start, end, code, "office", "noun", words, refers)
    return Actor(start, end, None, "reference", "noun", words, refers) if _means_somebody(text, folded, run[0]) else None


def _is_name(text: str, name: re.Match[str]) -> bool:
    # In a headline with every word in capitals no name can be told from the verb that follows.
    if " " not in name[1] and fold(name[1]) not in lexicon().surnames:
        return False
    if text[name.start()] == "," and not text.startswith((",", ".", ";", ")"), name.end()) and name.end() < len(text):
        return False
    return PLAIN_WORD.search(text, max(0, name.start() - 60), name.end() + 60) is not None


def _means_somebody(text: str, folded: str, atom: Atom) -> bool:
    if folded[atom.start : atom.end] in lexicon().dependent:
        return False
    if _determined(folded, atom.start):
        return True
    return text[atom.start].isupper() and NAMED_BODY.search(text, max(0, atom.start - 25), atom.start) is None
