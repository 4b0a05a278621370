"""What an exporter is, what it is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from parsers.article import Article
from timeline.event import Event
from timeline.force import Answer

# The names of things that need an id which is the same in every export: made from the event's id, never from a clock or by chance.
NAMESPACE = UUID("8d3f2c5e-6b0a-5c3d-9e51-3f1f2a7c4b60")

# Filters that change from one export to the next; what is exported again and again keeps its name, and a feed its id.
PASSING = ("new_since", "today")
CERTAINTY = ("certainty", "certainty_reason")


@dataclass(frozen=True)
class Content:
    """What is exported: events in the order of the table, the articles behind them, the filters that chose them, and by event id how
    certain the answer is where a filter on days (``in_force_on``, ``effective_within``) asked."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def certainty(self, event_id: str) -> dict[str, str]:
        """How certain an event is what a filter on days asks for, and why: the columns CERTAINTY; empty without such a filter."""
        return dict(zip(CERTAINTY, self.answers[event_id], strict=True)) if self.answers else {}

    @property
    def title(self) -> str:
        """``Sanctions and counter-measures``, with the filters where some were given."""
        named = ((name.replace("_", " "), value) for name, value in sorted(self.filters.items()) if value and name not in PASSING)
        given = "; ".join(f"{name} {_told(value)}" for name, value in named)
        return f"Sanctions and counter-measures ({given})" if given else "Sanctions and counter-measures"

    @property
    def texts(self) -> dict[str, str]:
        """The text of each article by its digest."""
        return {article.digest: article.text for article in self.articles}


@dataclass(frozen=True)
class Written:
    """The bytes of an export, how many events stand in it, and how many were left out for which reason."""

    data: bytes
    events: int
    left_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Exporter:
    """A format: its name, the suffix of its files, who uses it, what it holds, what it leaves out, how it is written.

    ``extra`` is the optional dependency that it needs, ``needs`` the module that this brings; ``texts`` says that it quotes from the
    articles' texts, which are read for no other.
    """

    name: str
    suffix: str
    label: str
    holds: str
    leaves_out: tuple[str, ...]
    write: Callable[[Content], Written]
    extra: str = ""
    needs: str = ""
    texts: bool = False


def stable_id(kind: str, name: str) -> str:
    """An address of its own for a thing: the same for the same kind and name, in every export."""
    return f"urn:uuid:{uuid5(NAMESPACE, f'{kind}:{name}')}"


def sorted_out(events: Iterable[Event], reason: Callable[[Event], str | None]) -> tuple[list[Event], dict[str, int]]:
    """The events without a reason to leave them out, and how many were left out for each reason."""
    kept, left_out = [], dict[str, int]()
    for event in events:
        why = reason(event)
        if why is None:
            kept.append(event)
        else:
            left_out[why] = left_out.get(why, 0) + 1
    return kept, left_out


def evidence_first_seen(events: Iterable[Event]) -> Iterator[tuple[str, Any]]:
    """Each article behind the events once, by digest, with a mention that describes it; in the order of the events."""
    seen = set[str]()
    for event in events:
        for one in event.mentions:
            key = one.digest or one.article
            if key not in seen:
                seen.add(key)
                yield key, one


def _told(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple, set, frozenset)) else str(value)
