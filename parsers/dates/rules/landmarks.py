"""Days counted from events that the world knows: three days after the invasion, the first week of the war."""

from __future__ import annotations

from datetime import timedelta

from parsers.dates.found import Found
from parsers.dates.landmarks import Landmark
from parsers.dates.pattern import rule
from parsers.dates.rules.counted import counting
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import back_or_on, days, on_day, real_day

EVENT = "LANDMARK|GENERIC"
STARTS = "start|beginning|outbreak|launch|onset"


def forms(lead: str) -> tuple[str, ...]:
    """A lead such as "COUNT UNITANY after" before the ways of naming an event."""
    return (
        f"{lead} the? special? military? {EVENT}",
        f"{lead} russia's {EVENT}",
        f"{lead} the very? {STARTS} of the? special? military? {EVENT}",
    )


@rule(
    *forms("COUNT UNITANY after|before|since|following|into"), *forms("a|an UNIT after|before|since|following|into"),
    *forms("the day after|before"),
    examples=("Ukraine: it acted [four days after the start of the special military operation] => 2022-02-28",
              "in Kyiv, [three days after the invasion] => 2022-02-27", "[two days after the Pahalgam attack] => 2025-04-24"),
    never=("three days after the meeting", "four days after the invasion of privacy"),
)  # fmt: skip
def after_landmark(found: Found, scene: Scene) -> Reading | None:
    event = meant(found, scene)
    if event is None:
        return None
    count, unit = (1, "D") if found.words[0] == "the" else counting(found)
    sign = -1 if "before" in found.words else 1
    return back_or_on(event.day, count, unit, sign, f"counted from {event.name} ({event.day})") if count is not None else None


@rule(
    *forms("the NTHS day|week|month of"), *forms("the NTHS day|week|month after"), *forms("the? day of"), *forms("on? the? eve of"),
    examples=("Kyiv fought on [the second day of the war] => 2022-02-25",
        "Kyiv in [the first week of the war] => 2022-W08 / 2022-02-24/2022-03-02"),
    never=("the second day of the talks",),
)  # fmt: skip
def day_of_landmark(found: Found, scene: Scene) -> Reading | None:
    """The nth day or week of an event, counted from its first day."""
    event = meant(found, scene)
    if event is None:
        return None
    number, words = found.count("nths") or 1, found.words
    note = f"counted from {event.name} ({event.day})"
    if "eve" in words:
        return on_day(event.day - timedelta(days=1), note=note)
    if "week" in words:
        first = event.day + timedelta(days=7 * (number - 1))
        year, week, _ = first.isocalendar()
        return days(first, first + timedelta(days=6), note=note, value=f"{year}-W{week:02}")
    if "month" in words:
        return back_or_on(event.day, number - 1, "M", 1, note)
    return on_day(event.day + timedelta(days=number - 1), note=note)


@rule(
    *forms("the? NTHS anniversary of"), *forms("the? anniversary of"),
    examples=("Kyiv on [the first anniversary of the invasion] => 2023-02-24",
              "on [the anniversary of the annexation of Crimea] => 2022-03-18"),
    never=("the first anniversary of the club",),
)  # fmt: skip
def anniversary(found: Found, scene: Scene) -> Reading | None:
    """The nth anniversary of an event, or the latest one on or before today."""
    event = meant(found, scene)
    if event is None or (event.day.month, event.day.day) == (2, 29):
        return None
    year = event.day.year + (found.count("nths") or 0)
    if not found.has("nths"):
        if scene.today is None:
            return None
        year = scene.today.year - ((event.day.month, event.day.day) > (scene.today.month, scene.today.day))
    when = real_day(year, event.day.month, event.day.day)
    return on_day(when, note=f"anniversary of {event.name} ({event.day})") if when else None


def meant(found: Found, scene: Scene) -> Landmark | None:
    """The event that the words name, or that a generic word means in this text; it becomes the text's landmark."""
    word = found.word("landmark")
    event = found.lexicon.landmarks.get(word) or scene.generic.get(word)
    if event:
        scene.name(event, found.end)
    return event
