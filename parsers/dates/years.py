"""Which year a day or month without one belongs to, and why."""

from __future__ import annotations

from datetime import date

from parsers.dates.scene import FAR, Scene
from parsers.dates.values import real_day
from parsers.edtf import bounds

Given = tuple[int, str]  # the year and the reason


def year_of(month: int, day: int, start: int, end: int, scene: Scene) -> Given | None:
    """The year of a month (and day) at a place in the text: from the heading, a neighbour that tells of another time, or publication."""
    return by_heading(month, day, scene) or by_neighbour(month, day, start, scene) or by_publication(month, day, start, end, scene) or by_hint(month, day, scene)


def by_heading(month: int, day: int, scene: Scene) -> Given | None:
    """Under a heading: the year that puts the day nearest to it."""
    if not scene.heading:
        return None
    low, high = bounds(scene.heading)
    note = f"year from the heading {scene.heading!r}"
    if low.year == high.year and (high - low).days > 300:
        return low.year, note
    return nearest(month, day, low), note


def by_neighbour(month: int, day: int, start: int, scene: Scene) -> Given | None:
    """After a full date that lies far from publication, in the same paragraph: the year nearest to that date."""
    if not scene.last_full:
        return None
    full, end = scene.last_full
    far = scene.published is None or abs((scene.published - full).days) > FAR
    if far and (scene.published is None or scene.same_paragraph(end, start)):
        return nearest(month, day, full), f"year from {full} nearby"
    return None


def by_publication(month: int, day: int, start: int, end: int, scene: Scene) -> Given | None:
    """The year that puts the day nearest to publication, unless tense says otherwise."""
    if scene.published is None:
        return None
    year = nearest(month, day, scene.published)
    when = real_day(year, month, min(day, 28)) or scene.published
    tense = scene.tense(start, end)
    if tense == "past" and when > scene.published and (year, month) != (scene.published.year, scene.published.month):
        return year - 1, f"last such day before publication {scene.published}"
    if tense == "future" and (scene.published - when).days > 45:
        return year + 1, f"next such day after publication {scene.published}"
    return year, f"nearest to publication {scene.published}"


def by_hint(month: int, day: int, scene: Scene) -> Given | None:
    """Without publication: the first such day since the landmark that the text names, or in the year last named."""
    if scene.year_hint:
        year, note = scene.year_hint
        return year, note
    return None


def nearest(month: int, day: int, anchor: date) -> int:
    """The year that puts a month and day nearest to another day."""
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [(abs((found - anchor).days), found.year) for year in years if (found := real_day(year, month, min(day, 28)))]
    return min(days)[1]
