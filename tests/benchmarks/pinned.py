"""The scores that were reached, in ``scores.json``, and what a change of the rules gained and lost against them, event by event."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.score import Outcome, Result, digest, joined, of_half, results

PINNED = Path(__file__).parent / "scores.json"
RANK = {"missed": 0, "found": 1, "strict": 2}


def scores() -> dict[str, Any]:
    """The figures as they are now, with the state of every event, in the form of ``scores.json``."""
    whole, a, b = joined(results().values()), of_half("A"), of_half("B")
    return {
        "gold": digest(),
        "figures": {"all": whole.figures(), "A": a.figures(), "B": b.figures()},
        "events": {name: [outcome.state for outcome in result.outcomes] for name, result in results().items()},
        "false": {name: told for name, result in results().items() if (told := _false(result))},
    }


def pinned() -> dict[str, Any]:
    """The scores that were pinned."""
    found: dict[str, Any] = json.loads(PINNED.read_text(encoding="utf-8"))
    return found


def pin() -> None:
    """Write the figures of now down as those to hold."""
    PINNED.write_text(json.dumps(scores(), indent=1) + "\n", encoding="utf-8")


def drops(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """The pinned figures that are no longer reached, one line each."""
    lines = []
    for part, figures in before["figures"].items():
        for name, value in figures.items():
            if now["figures"][part][name] < value:
                lines.append(f"{name} of {part}: {now['figures'][part][name]:.4f}, {value:.4f} is pinned")
    return lines


def changes(now: dict[str, Any], before: dict[str, Any]) -> Iterator[str]:
    """Gains ("+") and losses ("-") by event since the pinned run, then false alarms that came and went."""
    for name, result in results().items():
        states = before["events"].get(name, [])
        for outcome, was in zip(result.outcomes, states, strict=False):
            if RANK[outcome.state] != RANK[was]:
                yield f"{'+' if RANK[outcome.state] > RANK[was] else '-'} {_told(outcome)}: {was} -> {outcome.state}"
    for name in sorted({*now["false"], *before["false"]}):
        new, old = now["false"].get(name, []), before["false"].get(name, [])
        yield from (f"- {name}: false alarm {told}" for told in new if told not in old)
        yield from (f"+ {name}: no longer false {told}" for told in old if told not in new)


def _told(outcome: Outcome) -> str:
    gold = outcome.gold
    return f"{outcome.doc} {gold['imposer']} {gold['instrument']} {gold['quote'][:60]!r}{' (optional)' if outcome.optional else ''}"


def _false(result: Result) -> list[str]:
    return [f"{m.imposer} {m.instrument} {m.quote[:60]!r}" for m in result.false]
