"""Between which days an act lies, also where no day is told: each bound with its reason, never from the order of telling."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from parsers import edtf
from parsers.dates.landmarks import landmarks
from parsers.draft import Draft
from parsers.errors import InputError
from parsers.view import View

AFTER = ("after", "since", "following", "from")
AFTER_EVENT = frozenset(AFTER) - {"from"}


def lower_cue(view: View, draft: Draft) -> None:
    """ "After the invasion", "since March": a day in the act's own sentence before which it cannot lie."""
    for timex in view.timexes:
        own = view.folded[timex.start : timex.end]
        cued = view.before(timex.start)[-1:] and view.before(timex.start)[-1] in AFTER
        if timex.edtf is not None and (cued or own.startswith(AFTER)) and timex not in draft.times.sources.values():
            day = first_day(timex.edtf)
            if day is not None:
                draft.earliest = day
                draft.because("earliest", "a cue in its sentence", view.text[timex.start : timex.end], timex.start, timex.note)
                return
    _after_landmark(view, draft)


def _after_landmark(view: View, draft: Draft) -> None:
    """ "Since Russia's invasion of Ukraine": an event that the world knows, without a count of days."""
    if not view.says(AFTER_EVENT):
        return
    for event in landmarks().values():
        for alias in event.aliases:
            at = view.folded.find(alias, view.unit.start, view.unit.end)
            if at >= 0 and not AFTER_EVENT.isdisjoint(view.before(at, 4)):
                draft.earliest = event.day
                draft.because("earliest", "a cue in its sentence", view.text[at : at + len(alias)], at, f"{event.name} ({event.day})")
                return


Acts = dict[tuple[str, str], tuple[date, str, str]]


def first_acts(drafts: Iterable[Draft]) -> Acts:
    """The first dated act of each imposer against each target: (day, imposer, instrument)."""
    found: Acts = {}
    for draft in drafts:
        low = first_day(draft.times.announced) if draft.times.announced else None
        if low is None:
            continue
        act = (low, draft.imposer, draft.instrument)
        for target in draft.targets:
            found[draft.imposer, target] = min(found.get((draft.imposer, target), act), act)
    return found


def set_bounds(draft: Draft, acts: Acts, published: date | None) -> None:
    """Fill ``earliest`` and ``latest`` of a draft; ``acts`` are the first ones of the article."""
    day = draft.times.announced or draft.times.effective
    if day is not None and (low := first_day(day)) is not None:
        draft.earliest, draft.latest = low, last_day(day)
        draft.because("earliest", "its own date", note=day)
        draft.because("latest", "its own date", note=day)
        return
    if draft.earliest is None and draft.response_to:
        _after_what_it_answers(draft, acts)
    if published is not None and draft.status == "in_force" and (draft.earliest is None or draft.earliest <= published):
        draft.latest = published
        draft.because("latest", "published", note=f"told as done in an article of {published.isoformat()}")


def _after_what_it_answers(draft: Draft, acts: Acts) -> None:
    answered = [acts[imposer, draft.imposer] for imposer in draft.response_to if (imposer, draft.imposer) in acts]
    if answered:
        day, imposer, instrument = min(answered)
        draft.earliest = day
        draft.because("earliest", "not before what it answers", note=f"{imposer} {instrument} of {day.isoformat()}")


def first_day(value: str) -> date | None:
    """The first day of an EDTF date, None where it has no year."""
    try:
        return edtf.bounds(value)[0]
    except InputError:
        return None


def last_day(value: str) -> date | None:
    """The last day of an EDTF date, None where it has no year."""
    try:
        return edtf.bounds(value)[1]
    except InputError:
        return None
