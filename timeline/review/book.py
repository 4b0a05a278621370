"""All judgements together: which of them hold, after what later ones took the place of or took back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from timeline.review.judgement import Judgement


class Book:
    """Judgements in the order of their file; one that stands there twice counts once. What holds does not depend on the order."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self.by_id = {one.id: one for one in judgements}

    @cached_property
    def _answers(self) -> dict[str, list[Judgement]]:
        """For each judgement those that name it as taken back or replaced."""
        found: dict[str, list[Judgement]] = {}
        for one in self.by_id.values():
            for name in one.supersedes:
                found.setdefault(name, []).append(one)
        return found

    def answers(self, name: str) -> list[str]:
        """The ids of all that name a judgement as taken back or replaced."""
        return [one.id for one in self._answers.get(name, [])]

    def revokers(self, name: str) -> list[Judgement]:
        """The judgements that take one back."""
        return [one for one in self._answers.get(name, []) if one.kind == "revoke"]

    def is_active(self, one: Judgement, seen: frozenset[str] = frozenset()) -> bool:
        """Whether nobody took it back. Judgements that name each other in a ring, which only a hand can write, end the question."""
        seen |= {one.id}
        return not any(other.id not in seen and self.is_active(other, seen) for other in self.revokers(one.id))

    def holds(self, one: Judgement) -> bool:
        """Whether it is in force: neither taken back nor replaced by one that was not taken back."""
        later = (other for other in self._answers.get(one.id, []) if other.kind != "revoke" and other.id != one.id)
        return self.is_active(one) and not any(self.is_active(other) for other in later)

    @cached_property
    def in_force(self) -> tuple[Judgement, ...]:
        """What holds, revocations left out, by id."""
        held = [one for one in self.by_id.values() if one.kind != "revoke" and self.holds(one)]
        return tuple(sorted(held, key=lambda one: one.id))

    @cached_property
    def _by_digest(self) -> dict[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = {}
        for one in self.in_force:
            for digest in {spot.digest for spot in one.spots} | ({one.digest} if one.kind == "add" else set()):
                found.setdefault(digest, []).append(one)
        return found

    @cached_property
    def _by_event(self) -> dict[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = {}
        for one in self.in_force:
            for name in one.events:
                found.setdefault(name, []).append(one)
        return found

    def concerning(self, digests: Iterable[str], names: Iterable[str]) -> list[Judgement]:
        """What holds and speaks of one of these texts or of one of these events, by id."""
        found = [one for digest in digests for one in self._by_digest.get(digest, [])]
        found += [one for name in names for one in self._by_event.get(name, [])]
        return sorted({one.id: one for one in found}.values(), key=lambda one: one.id)

    def last(self) -> Judgement | None:
        """The last judgement of the file that nobody took back."""
        return next((one for one in reversed(self.by_id.values()) if one.kind != "revoke" and self.is_active(one)), None)

    def orphans(self) -> Sequence[tuple[Judgement, str]]:
        """Judgements that name another which the file does not hold, with its id."""
        return [(one, name) for one in self.by_id.values() for name in one.supersedes if name not in self.by_id]
