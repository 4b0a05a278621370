"""Which year a day or month without one belongs to, and why."""

from __future__ import annotations

from datetime import date

from parsers.dates.found import Found
from parsers.dates.scene import Scene, Spoken
from parsers.dates.values import real_day
from parsers.edtf import precision

Given = tuple[int, str]  # the year and the reason
LIMITS = ("until", "till")
STARTS = ("from", "by", "until", "through", "effective", "starting", "beginning")
ACTS = frozenset("said announced told decided agreed approved signed imposed ordered published added introduced adopted set".split())
BEGUN = frozenset("began started took entered came been since applied was were had".split())
FAR = 300  # days between a full date and publication past which a text tells of another time
LONG_AGO = 45  # days back from which a future tense moves a day into the next year
NEWS = 45  # days before publication within which a day is taken for news
SOON = 60  # days ahead up to which a day stays in the future whatever the tense around it


def year_of(month: int, day: int, found: Found, scene: Scene) -> Given | None:
    """The year of a month (and day): from the entry or heading, a neighbour that tells of another time, publication, or a landmark."""
    return (
        by_entry(month, day, found, scene)
        or by_heading(month, day, scene)
        or by_neighbour(month, day, found, scene)
        or by_limit(month, day, found, scene)
        or by_publication(month, day, found, scene)
        or by_memory(month, day, scene)
    )


def by_entry(month: int, day: int, found: Found, scene: Scene) -> Given | None:
    """In an entry of a log: the year that puts the day nearest to the entry's own day; a limit lies ahead of it."""
    if scene.entry is None:
        return None
    note = f"counted from the entry of {scene.entry.edtf}"
    if scene.limits(found.start):
        return first_since(month, day, scene.entry.first), note
    return nearest(month, day, scene.entry.first), note


def by_heading(month: int, day: int, scene: Scene) -> Given | None:
    """Under a heading: its year, or the year that puts the day nearest to it."""
    if scene.heading is None:
        return None
    note = f"year from the heading {scene.heading.edtf!r}"
    if precision(scene.heading.edtf) == "year":
        return scene.heading.first.year, note
    if scene.published and abs((scene.published - scene.heading.first).days) < 8:
        return None
    return nearest(month, day, scene.heading.first), note


def by_neighbour(month: int, day: int, found: Found, scene: Scene) -> Given | None:
    """After a full date far before publication, in the same paragraph: the year nearest to that date."""
    full = scene.full
    if full is None or scene.published is None:
        return None
    if direction(found, scene) == "future" or just_before(month, day, scene.published):
        return None
    if (scene.published - full.last).days > FAR and scene.same_paragraph(full.end, found.start) and not found.at_head:
        return nearest(month, day, full.last if full.is_day else full.first), f"year from {full.edtf} nearby"
    return None


def just_before(month: int, day: int, published: date) -> bool:
    """Whether such a day lies shortly before publication, so that it is news and no story of long ago."""
    when = real_day(nearest(month, day, published), month, day)
    return when is not None and 0 <= (published - when).days <= NEWS


def by_limit(month: int, day: int, found: Found, scene: Scene) -> Given | None:
    """ "Banned imports until June 30": what a term ends on lies ahead of the act, however much in the past that is told."""
    before = scene.fold[max(0, found.start - 12) : found.start].split()
    if scene.published is None or not before or before[-1] not in LIMITS:
        return None
    spoken = scene.recent(scene.day, found.start)
    if spoken is not None and abs((scene.published - spoken.first).days) < FAR:
        return first_since(month, day, spoken.first), f"first such day since {spoken.edtf}"
    return nearest(month, day, scene.published), f"nearest to publication {scene.published}"


def by_publication(month: int, day: int, found: Found, scene: Scene) -> Given | None:
    """The year that puts the day nearest to publication, unless tense says otherwise."""
    today = scene.published or (scene.dateline.first if scene.dateline else None)
    if today is None:
        return None
    year = nearest(month, day, today)
    when = real_day(year, month, min(day, 28)) or today
    tense = direction(found, scene)
    if tense == "past" and (when - today).days > SOON and not announced_from(found, scene):
        return year - 1, f"last such day before publication {today}"
    if tense == "future" and (today - when).days > LONG_AGO:
        return year + 1, f"next such day after publication {today}"
    return year, f"nearest to publication {today}"


def announced_from(found: Found, scene: Scene) -> bool:
    """Whether a limit or start follows an act of announcing: "approved a ban from May 5" looks ahead, "began to apply from May 5" back."""
    before = scene.fold[max(0, found.start - 12) : found.start].split()
    if not before or before[-1] not in STARTS:
        return False
    words = scene.sentence_before(found.start).split()[-12:]
    acts = [word for word in words if word in ACTS or word in BEGUN]
    return bool(acts) and acts[-1] in ACTS


def by_memory(month: int, day: int, scene: Scene) -> Given | None:
    """Without publication: nearest to the date last spoken of, or the first such day since the landmark that the text names."""
    known = [spoken for spoken in (scene.full, scene.landmark) if spoken]
    latest: Spoken | None = max(known, key=lambda spoken: spoken.end, default=None)
    if latest is None:
        return None
    if latest is scene.landmark:
        return first_since(month, day, latest.first), f"first such day since the landmark of {latest.edtf}"
    return nearest(month, day, latest.first), f"year from {latest.edtf} nearby"


def direction(found: Found, scene: Scene) -> str | None:
    """Tense around a date; an entry or heading has none, "since" looks back."""
    if scene.fold.endswith("since ", 0, found.start):
        return "past"
    return None if found.at_head else scene.tense(found.start, found.end)


def nearest(month: int, day: int, anchor: date) -> int:
    """The year that puts a month and day nearest to another day."""
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    return min((abs((when - anchor).days), when.year) for year in years if (when := real_day(year, month, min(day, 28))))[1]


def first_since(month: int, day: int, anchor: date) -> int:
    """The year of the first such day on or after another day."""
    return anchor.year + ((month, day) < (anchor.month, anchor.day))
