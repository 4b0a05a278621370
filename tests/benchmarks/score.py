"""The annotated documents against what the parser reads in them, by the definitions of ``data/gold/README.md``.

detected: imposer and instrument are right, one mention for one event. strict: targets, action, status and all three dates are right too.
Optional events are neither missed nor false. The documents are split in two halves by the hash of their names: one is looked at while rules
are written, the gap to the other tells how general they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from parsers import Article, Mention, analyse

GOLD = Path(__file__).parents[2] / "data" / "gold" / "dev"
DATES = ("announced", "effective", "expires")
Event = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """One annotated event and the mention that was matched to it, or None."""

    doc: str
    number: int
    gold: Event
    found: Mention | None

    @property
    def optional(self) -> bool:
        return bool(self.gold.get("optional"))

    @property
    def strict(self) -> bool:
        return self.found is not None and not wrong_fields(self.gold, self.found)

    @property
    def state(self) -> str:
        """``strict``, ``found`` or ``missed``."""
        return "strict" if self.strict else "found" if self.found else "missed"


@dataclass
class Result:
    """What came of some documents: an outcome for each annotated event, and the mentions that match none."""

    outcomes: list[Outcome] = field(default_factory=list)
    false: list[Mention] = field(default_factory=list)
    ungrounded: int = 0

    @property
    def due(self) -> list[Outcome]:
        """The events that must be found."""
        return [outcome for outcome in self.outcomes if not outcome.optional]

    def figures(self) -> dict[str, float]:
        """Each figure between 0 and 1, rounded to four places."""
        due = self.due
        hits, strict = [o for o in due if o.found], [o for o in due if o.strict]
        dated = [o for o in hits if is_dated(o.gold)]
        undated = [o for o in hits if not is_dated(o.gold)]
        answers = [o for o in hits if o.gold.get("response_to")]
        mentions = len(self.false) + sum(o.found is not None for o in self.outcomes)
        return {
            "precision": share(len(hits), len(hits) + len(self.false)),
            "recall": share(len(hits), len(due)),
            "detection_f1": share(2 * len(hits), len(hits) + len(self.false) + len(due)),
            "strict_f1": share(2 * len(strict), len(hits) + len(self.false) + len(due)),
            "dated_exact": share(sum(same_dates(o.gold, o.found) for o in dated if o.found), len(dated)),
            "undated_left": share(sum(same_dates(o.gold, o.found) for o in undated if o.found), len(undated)),
            "answers_linked": share(sum(set(o.found.response_to) == set(o.gold["response_to"]) for o in answers if o.found), len(answers)),
            "grounded": share(mentions - self.ungrounded, mentions),
        }


def share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def is_dated(gold: Event) -> bool:
    return any(gold.get(name) for name in DATES)


def accepts(gold: Event, name: str, value: object) -> bool:
    """Whether a value is the annotated one or one of its alternatives."""
    return (value or None) in (gold.get(name) or None, *gold.get(f"{name}_alt", ()))


def same_dates(gold: Event, found: Mention) -> bool:
    return all(accepts(gold, name, getattr(found, name)) for name in DATES)


def wrong_fields(gold: Event, found: Mention) -> list[str]:
    """Which of the fields that strict scoring asks for differ."""
    wrong = [name for name in ("action", "status", *DATES) if not accepts(gold, name, getattr(found, name))]
    return wrong if set(gold["targets"]) == set(found.targets) else ["targets", *wrong]


def fit(gold: Event, found: Mention, start: int) -> float:
    """How well a mention fits an event, 0 where imposer or instrument is wrong; the rest decides among several that fit."""
    if gold["imposer"] != found.imposer or not accepts(gold, "instrument", found.instrument):
        return 0.0
    wrong, scope = wrong_fields(gold, found), set(gold["scope"])
    overlap = min(start + len(gold["quote"]), found.end) > max(start, found.start)
    both = scope | set(found.scope)
    return (
        1.0
        + 0.3 * (gold["instrument"] == found.instrument)
        + 0.5 * overlap
        + 0.3 * same_dates(gold, found)
        + 0.2 * ("targets" not in wrong)
        + 0.1 * ("action" not in wrong)
        + 0.1 * ("status" not in wrong)
        + 0.2 * (len(scope & set(found.scope)) / len(both) if both else 1.0)
        - 0.3 * bool(gold.get("optional"))
    )


def compare(document: dict[str, Any], mentions: list[Mention]) -> Result:
    """Match mentions and events one to one, the best fits first."""
    text, events = document["text"], document["events"]
    fits = [(fit(gold, m, text.find(gold["quote"])), -i, -j) for i, gold in enumerate(events) for j, m in enumerate(mentions)]
    match: dict[int, int] = {}
    for worth, i, j in sorted(fits, reverse=True):
        if worth > 0 and -i not in match and -j not in match.values():
            match[-i] = -j
    outcomes = [Outcome(document["doc"], i, gold, mentions[match[i]] if i in match else None) for i, gold in enumerate(events)]
    false = [mention for j, mention in enumerate(mentions) if j not in match.values()]
    return Result(outcomes, false, sum(not mention.proves(text) for mention in mentions))


def joined(results: Iterable[Result]) -> Result:
    """Several results as one."""
    whole = Result()
    for result in results:
        whole.outcomes += result.outcomes
        whole.false += result.false
        whole.ungrounded += result.ungrounded
    return whole


@cache
def documents() -> tuple[dict[str, Any], ...]:
    """The English documents of the development set, by name."""
    found = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json")))
    return tuple(document for document in found if document["lang"] == "en")


def half(name: str) -> str:
    """``A`` or ``B``: by whether the first byte of the SHA-256 of the name is even."""
    return "B" if hashlib.sha256(name.encode()).digest()[0] % 2 else "A"


def digest() -> str:
    """SHA-256 over the annotated documents: figures of different digests do not compare."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(GOLD.glob("*.json")))).hexdigest()


@cache
def results() -> dict[str, Result]:
    """The result of each document as the parser reads it now."""
    return {document["doc"]: compare(document, read(document)) for document in documents()}


def read(document: dict[str, Any]) -> list[Mention]:
    """What the parser reads in an annotated document."""
    known = {name: document[name] for name in ("text", "title", "published")}
    return list(analyse(Article(**known, id=document["doc"], language=document["lang"])).mentions)


def of_half(which: str) -> Result:
    """The result of one half."""
    return joined(result for name, result in results().items() if half(name) == which)
