"""Which neighbouring words make one actor: state + office + person, office + "of" + state, agency + its bureau."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.actors.atoms import Atom
from parsers.actors.lexicon import Word, lexicon

PLACES = frozenset(("state", "bloc", "region", "capital", "seat", "agency", "person"))
HOSTS = frozenset(("state", "bloc", "capital"))
AWAY = frozenset(("envoy", "embassy"))
STATES = frozenset(("kingdom", "republic", "emirate", "confederation", "islamic_republic", "sultanate", "country", "island"))
WIDEST, LONGEST = 40, 6
BELONGS_TO = re.compile(r" (?:of|in|for|from) (?:the )?\Z")
PART_OF = re.compile(r"(?:'s|')? \(?\Z")
CALLED = re.compile(r",? (?:mr |ms |mrs |sir |dr |dame |gen\. |general |sheikh |lord |the honourable )?\Z")


def groups(folded: str, atoms: list[Atom]) -> Iterator[list[Atom]]:
    """The atoms in runs that belong together, in text order; most runs hold one."""
    run: list[Atom] = []
    for atom in atoms:
        if run and len(run) < LONGEST and atom.start - run[-1].end <= WIDEST and _belongs(run, atom, folded[run[-1].end : atom.start]):
            run.append(atom)
            continue
        if run:
            yield run
        run = [atom]
    if run:
        yield run


def _belongs(run: list[Atom], after: Atom, gap: str) -> bool:
    last, word = run[-1].word, after.word
    if last.kind == "reference" or last.form == "people":
        return False
    if word.kind == "office":
        return _holds_office(last, word, gap)
    if last.kind == "office":
        return _of_somebody(run, last, word, gap)
    if word.kind in ("agency", "seat"):
        return PART_OF.match(gap) is not None and _one_state(run, word)
    return last.kind == "agency" and word.kind in HOSTS and gap in (" of ", " of the ") and (last.default or last.code == word.code)


def _holds_office(last: Word, office: Word, gap: str) -> bool:
    if last.kind in PLACES:
        return _modifiers().match(gap) is not None
    return last.kind == "office" and last.refers != "spokesman" and gap == "'s " and office.refers in ("spokesman", "government")


def _of_somebody(run: list[Atom], office: Word, word: Word, gap: str) -> bool:
    if word.kind == "person":
        return CALLED.match(gap) is not None
    if word.kind == "reference":
        return gap == " of the " and word.refers in STATES
    if word.kind not in PLACES or any(atom.word.code and not atom.word.default for atom in run):
        return False
    # An ambassador in Moscow is not Moscow's.
    return gap in (" of ", " of the ") or (office.refers not in AWAY and BELONGS_TO.match(gap) is not None)


def _one_state(run: list[Atom], word: Word) -> bool:
    if word.default and run[-1].word.kind in HOSTS:
        return True
    return all(atom.word.code == word.code for atom in run)


@cache
def _modifiers() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(lexicon().modifiers, key=len, reverse=True))
    return re.compile(rf"(?:'s|')?(?: |-)(?:(?:{words}|\d\d?)[ -])*\Z")
