"""Who belongs to whom: a measure against "the West" may be told as one against the United States, and Crimea lies in Ukraine."""

from __future__ import annotations

from collections.abc import Iterable

# Membership as of 2024 (europa.eu, nato.int); the EU sits at the G7's table. A state that left or joined since 2014 (GB, HR) counts as
# itself, and a bloc is only ever used to see whether two codes may mean the same side.
EU = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
G7 = frozenset("CA DE FR GB IT JP US EU".split())
NATO = EU - frozenset("AT CY IE MT".split()) | frozenset("AL CA GB IS ME MK NO TR US".split())
# The list of unfriendly states of the Russian government's order 430-r of 5 March 2022, and the blocs that they form.
WEST = EU | G7 | frozenset("AL AU CH IS KR ME MK NO NZ SG TW UA LI MC SM AD FM G7 NATO".split())
MEMBERS: dict[str, frozenset[str]] = {"EU": EU, "G7": G7, "NATO": NATO, "WEST": WEST}


def covers(whole: str, part: str) -> bool:
    """Whether a code is another or contains it: ``covers("WEST", "US")``, ``covers("UA", "UA-43")``."""
    return whole == part or part in MEMBERS.get(whole, ()) or part.split("-", maxsplit=1)[0] == whole


def related(one: str, other: str) -> bool:
    """Whether two codes may name the same side, at whatever breadth."""
    return covers(one, other) or covers(other, one)


def overlap(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists of targets may mean the same act: one code of each names the same side."""
    listed = tuple(others)
    return any(related(one, other) for one in ones for other in listed)


def side(code: str) -> str:
    """The widest group that a code can be told as; codes that are related share it, so that it can be looked up."""
    return "WEST" if covers("WEST", code) else code.split("-", maxsplit=1)[0]


def names_for(code: str) -> tuple[str, ...]:
    """All codes under which a side may stand in the table: itself, what it contains, and what contains it."""
    wider = [bloc for bloc, members in MEMBERS.items() if code in members]
    return tuple(sorted({code, code.split("-", maxsplit=1)[0], *MEMBERS.get(code, ()), *wider}))
