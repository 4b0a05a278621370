"""A mention made ready to be compared: its dates as day numbers, its words, the targets that its article gives it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from parsers.mention import Mention
from timeline.event import Evidence, day_bounds
from timeline.merge.blocs import side
from timeline.merge.kin import family

Days = tuple[int, int]
WORD = re.compile(r"\w{4,}")
# Actions that are never two words for one act stand in different blocks.
PHASES = {"impose": "begin", "expand": "begin", "extend": "extend", "ease": "end", "lift": "end"}
FOREVER: Days = (1, 3_652_059)
YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)\Z")


@dataclass(frozen=True)
class Item:
    """Evidence with what the comparison needs; ``targets`` are its own or, where it names none, those that its article is about.

    ``apart`` holds the keys of the mentions that a human told apart from this one; ``is_crowded`` says that it stands among so many acts
    that only its days can tell which it is.
    """

    evidence: Evidence
    targets: tuple[str, ...]
    apart: frozenset[tuple[str, int, int, str, str, str, str]] = frozenset()
    is_crowded: bool = False

    @cached_property
    def key(self) -> tuple[str, int, int, str, str, str, str]:
        return self.evidence.key

    @cached_property
    def announced(self) -> Days | None:
        return days(self.evidence.announced)

    @cached_property
    def effective(self) -> Days | None:
        return days(self.evidence.effective)

    @cached_property
    def envelope(self) -> Days | None:
        """From the first to the last day that the article names for the act."""
        spans = [span for span in (self.announced, self.effective) if span]
        return (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The single days that the article names for the act."""
        return tuple(sorted({span[0] for span in (self.announced, self.effective) if span and span[0] == span[1]}))

    @cached_property
    def expires(self) -> Days | None:
        return days(self.evidence.expires)

    @cached_property
    def yearless(self) -> str | None:
        """Month and day of a date that came without its year."""
        found = YEARLESS.match(self.evidence.announced or self.evidence.effective or "")
        return found[1] if found else None

    @cached_property
    def published(self) -> int | None:
        return self.evidence.published.toordinal() if self.evidence.published else None

    @cached_property
    def window(self) -> Days:
        """First and last day on which the act can lie by its bounds."""
        low, high = self.evidence.earliest, self.evidence.latest
        return (low.toordinal() if low else FOREVER[0], high.toordinal() if high else FOREVER[1])

    @cached_property
    def scope(self) -> frozenset[str]:
        return frozenset(self.evidence.scope)

    @cached_property
    def words(self) -> frozenset[str]:
        """Beginnings of the longer words of the quote; enough to tell barley from wine."""
        return frozenset(word[:6] for word in WORD.findall(self.evidence.quote.lower()))

    @property
    def is_exact(self) -> bool:
        """Whether some date of the act is known to the day."""
        return any(span and span[0] == span[1] for span in (self.announced, self.effective))

    @property
    def is_open(self) -> bool:
        """Whether the article leaves the day of the act open altogether."""
        return not (self.announced or self.effective)

    @property
    def blocks(self) -> tuple[str, ...]:
        """Keys under which mentions of the same act are found: two mentions that share none are never the same act."""
        one = self.evidence
        kind = "refusal" if one.status == "rejected" else PHASES[one.action]
        stem = f"{one.imposer} {family(one.instrument)} {kind} "
        sides = sorted({side(code) for code in self.targets}) or ["-"]
        # A mention without a day is found by its words as well, whatever the crowd around it.
        words = "" if self.days else f"~{hashlib.sha256(one.quote.encode()).hexdigest()[:12]}"
        return tuple(f"{stem}{code}{mark}" for mark in dict.fromkeys(("", words)) for code in sides)


def sister_blocks(blocks: Iterable[str], phases: Iterable[str]) -> list[str]:
    """The blocks of the same imposer, kind and side in some phases: where a measure's prolongations and its end are found, and back."""
    parts = [block.split(" ") for block in blocks]
    return sorted({f"{imposer} {kin} {phase} {target}" for imposer, kin, _, target in parts for phase in phases})


def days(edtf: str | None) -> Days | None:
    """First and last day number of a date; None where it has no year or is missing."""
    span = day_bounds(edtf)
    return (span[0].toordinal(), span[1].toordinal()) if span else None


def context_targets(mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """The targets of each mention of one article. A mention that names none takes those that its imposer's other mentions in the
    article agree on, else the one that most mentions of the article are aimed at; one that seems aimed at a companion ("following
    Poland, Hungary banned...") may be meant for that companion's target as well."""
    return [_with_companions(mention, mentions) if mention.targets else _borrowed(mention, mentions) for mention in mentions]


def _with_companions(mention: Mention, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Its own targets, then those of the imposers among them that take a measure of the same kind themselves, and not against it."""
    companions = [other for other in mentions if other.imposer in mention.targets and _is_companion(mention, other)]
    return tuple(dict.fromkeys((*mention.targets, *sorted(code for other in companions for code in other.targets))))


def _is_companion(mention: Mention, other: Mention) -> bool:
    same_kind = family(other.instrument) == family(mention.instrument) and PHASES[other.action] == PHASES[mention.action]
    return same_kind and mention.imposer not in other.targets


def _borrowed(mention: Mention, mentions: Sequence[Mention]) -> tuple[str, ...]:
    own = {other.targets for other in mentions if other.imposer == mention.imposer and other.targets}
    if len(own) == 1:
        return own.pop()
    votes = Counter(code for other in mentions for code in other.targets if code != mention.imposer)
    return tuple(sorted(votes, key=lambda code: (-votes[code], code))[:1])


def items_of(evidence: Iterable[Evidence]) -> list[Item]:
    """Items of any number of articles, in an order that depends on nothing but the evidence itself."""
    by_article: dict[str, dict[tuple[str, int, int, str, str, str, str], Evidence]] = {}
    for one in evidence:
        by_article.setdefault(one.digest or one.article, {})[one.key] = one
    groups = [[told[key] for key in sorted(told)] for _, told in sorted(by_article.items())]
    return [Item(one, targets) for told in groups for one, targets in zip(told, context_targets(told), strict=True)]
