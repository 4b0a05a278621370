"""Rules: a pattern of words and word classes, a small named function, and the examples that show what it reads.

A pattern is a row of elements: ``MONTH DAY ,? YEAR``. Capitals name a class of the pack or a kind of number, small letters are words,
``a|b`` is a choice, ``?`` after an element makes it optional. What stands before ``<`` must come before the expression, what stands after
``>`` must follow it; neither belongs to it. There is no repetition, so matching takes bounded time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parsers.dates.timex import Reading

if TYPE_CHECKING:
    from parsers.dates.found import Found
    from parsers.dates.scene import Scene

ELEMENT = re.compile(r"(\S+?)(\?)?(?:\s+|\Z)")
OPENERS = {"<": "", ">": "(?="}


@dataclass(frozen=True)
class Rule:
    """One way of speaking of time.

    ``examples`` are texts with [the expression] and its value, "on [March 3] => 2022-03-03", read as published on Friday 2022-04-08;
    ``never`` are texts that the rule must leave alone.
    """

    name: str
    patterns: tuple[str, ...]
    read: Callable[[Found, Scene], Reading | None] = field(compare=False)
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def rule(*patterns: str, examples: tuple[str, ...], never: tuple[str, ...]) -> Callable[[Callable[..., Reading | None]], Rule]:
    """Make a rule of a function; its name is the rule's name."""

    def make(read: Callable[..., Reading | None]) -> Rule:
        return Rule(read.__name__, patterns, read, examples, never)

    return make


def elements(pattern: str) -> list[tuple[tuple[str, ...], bool]]:
    """The elements of a pattern: the choices of each, and whether it may be missing."""
    return [(tuple(found[1].split("|")), bool(found[2])) for found in ELEMENT.finditer(pattern) if found[1] not in OPENERS]


def compile_pattern(pattern: str, codes: Callable[[str], str]) -> tuple[re.Pattern[str], set[str]]:
    """The pattern over token codes, and the codes that it can begin with. ``codes`` gives the codes of a class or word."""
    led, arrow, rest = pattern.rpartition(" < ")
    inner, _, follow = rest.partition(" > ")
    seen: dict[str, int] = {}
    behind = f"(?<={_groups(led, codes, seen)})" if arrow else ""
    core = _groups(inner, codes, seen)
    ahead = f"(?={_groups(follow, codes, seen)})" if follow else ""
    return re.compile(behind + core + ahead), _openers(inner, codes)


def _groups(pattern: str, codes: Callable[[str], str], seen: dict[str, int]) -> str:
    parts = []
    for choices, optional in elements(pattern):
        members = "".join(codes(choice) for choice in choices)
        parts.append(f"({_name(choices, seen)}[{re.escape(members)}]){'?' if optional else ''}")
    return "".join(parts)


def _openers(pattern: str, codes: Callable[[str], str]) -> set[str]:
    first: set[str] = set()
    for choices, optional in elements(pattern):
        first.update(*(codes(choice) for choice in choices))
        if not optional:
            break
    return first


def _name(choices: tuple[str, ...], seen: dict[str, int]) -> str:
    """A group name for an element of one or more classes; words need none."""
    if not choices[0].isupper():
        return "?:"
    name = choices[0].lower()
    seen[name] = seen.get(name, 0) + 1
    return f"?P<{name}{seen[name] if seen[name] > 1 else ''}>"
