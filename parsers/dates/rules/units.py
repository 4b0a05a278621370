"""Weeks, months, quarters and years by last, this, next; the day that was spoken of; weekends."""

from __future__ import annotations

import re
from datetime import date, timedelta

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import back_or_on, days, in_week, weekend
from parsers.edtf import add_months

# What may follow "the day" when it means the one that the text tells of.
CLOSED = re.compile(r"\s*(?:[.,;:)]|\Z|(?:at|up|down|with|by|as|and|but|lower|higher|in)\b)")
BACK, ON = {"last", "past", "previous"}, {"next", "coming"}


@rule(
    "last|this|next|past|previous|coming|current UNIT", "the last|previous|coming|current UNIT",
    "early|earlier|late|later|sometime this|last|next UNIT", "early|late|later in this|last|next UNIT",
    "earlier|later in the UNIT", "later|earlier on? this|last|next UNIT", "this current UNIT", "this very UNIT",
    "all of? this|last UNIT", "the whole of this UNIT",
    examples=("[last week] => 2022-W13 / 2022-03-28/2022-04-03", "[next month] => 2022-05", "[this year] => 2022",
        "[earlier this month] => 2022-04", "[later this year] => 2022"),
    never=("every week", "the last hour"),
)  # fmt: skip
def unit_by_name(found: Found, scene: Scene) -> Reading | None:
    words, unit = set(found.words), found.value("unit")
    today = scene.today
    if today is None or unit not in "DWMQYF" or (unit == "D" and not words & {"this"}):
        return None
    note = f"counted from {today}"
    if "earlier" in words and unit == "W" and not words & (BACK | ON):
        return days(monday_of(today), today, note=note, value=week_of(today))
    if unit == "W" and not words & (BACK | ON | {"later"}) and scene.tense(found.start, found.end) == "past":
        return days(monday_of(today), today, note=f"{note}, already over", value=week_of(today))
    return unit_of(today, -1 if words & BACK else 1 if words & ON else 0, unit, note)


def monday_of(when: date) -> date:
    return when - timedelta(days=when.weekday())


def week_of(when: date) -> str:
    """The TIMEX3 value of a day's week."""
    year, week, _ = when.isocalendar()
    return f"{year}-W{week:02}"


@rule(
    "the? end|beginning|start|middle|close of the UNIT", "the? end|beginning|start|middle|close of last|this|next UNIT", "UNIT -? end",
    "the? UNIT 's end", "the end of the current UNIT",
    "the? end|beginning|start|middle of the coming|following|same UNIT", "mid -? UNIT", "the turn of the UNIT", "the end of that UNIT",
    examples=("until [the end of the year] => 2022 / 2022-12-31", "by [the end of this month] => 2022-04 / 2022-04-30",
        "by [year-end] => 2022 / 2022-12-31", "at [the end of last year] => 2021"),
    never=("the end of the world", "week-ending figures"),
)  # fmt: skip
def edge_of_unit(found: Found, scene: Scene) -> Reading | None:
    """The value names the period; after "until" or "by" the end of a period is its last day."""
    words, unit = set(found.words), found.value("unit")
    anchor = scene.anchor("Y", found.start) if words & {"same", "that", "following"} else scene.today
    if anchor is None or unit not in "WMQY":
        return None
    reading = unit_of(anchor, -1 if words & BACK else 1 if words & (ON | {"following"}) else 0, unit, f"counted from {anchor}")
    if reading and reading.edtf and "end" in words and unit in "MY" and scene.limits(found.start):
        last = last_day(reading.edtf)
        return Reading("DATE", reading.value, last.isoformat(), "relative", f"last day of {reading.edtf}, counted from {anchor}")
    return reading


def last_day(edtf: str) -> date:
    """Last day of a year or month."""
    year, month = (int(part) for part in f"{edtf}-12".split("-")[:2])
    return add_months(date(year, month, 1), 1) - timedelta(days=1)


def unit_of(anchor: date, shift: int, unit: str, note: str) -> Reading | None:
    """The day, week, month, quarter or year so many units from the one a day lies in."""
    if unit == "W":
        return in_week(anchor + timedelta(days=7 * shift), note=note)
    return back_or_on(anchor, abs(shift), unit, -1 if shift < 0 else 1, note)


@rule(
    "the same|following|next|previous UNIT", "that|same UNIT", "later|earlier that|the same UNIT", "that very UNIT",
    "the very same|next UNIT", "later in that|the same UNIT",
    "on the eve", "that same UNIT", "early|late the following UNIT", "the UNIT after that", "the UNIT before that",
    examples=("On March 17 it met. [The following day] it voted => 2022-03-18",
        "On March 17 it met and [the same day] it voted => 2022-03-17",
              "In 2011 it left; [that year] Oslo left => 2011", "On March 17 it met. [The next day] it voted => 2022-03-18"),
    never=("the same weekly paper",),
)  # fmt: skip
def unit_spoken_of(found: Found, scene: Scene) -> Reading | None:
    """ "The same day", "the following year": by the date last spoken of, else today."""
    words = set(found.words)
    unit = "D" if "eve" in words else found.value("unit")
    if unit not in "DWMQYF" or scene.fold.startswith(" of ", found.end):
        return None
    anchor = scene.anchor(unit, found.start)
    if anchor is None:
        return None
    shift = 1 if words & {"following", "next", "after"} else -1 if words & {"previous", "before", "eve"} else 0
    return unit_of(anchor, shift, unit, f"counted from {anchor}")


@rule(
    "the day", "the quarter", "the latest quarter", "late|later|early|earlier in the day",
    examples=("On Thursday shares fell; they ended [the day] at 5. => 2022-04-07", "up in [the quarter] => 2022-Q1"),
    never=("by the hour",),
)  # fmt: skip
def definite_unit(found: Found, scene: Scene) -> Reading | None:
    """ "The day" is the one that the text tells of; "the quarter" the latest one that is over."""
    if "day" in found.words:
        anchor = scene.anchor("D", found.start)
        if anchor is None or ("in" not in found.words and not CLOSED.match(scene.fold, found.end)):
            return None
        return back_or_on(anchor, 0, "D", 1, f"the day last spoken of, {anchor}")
    return back_or_on(scene.today, 1, "Q", -1, f"latest quarter before {scene.today}") if scene.today else None


@rule(
    "the|this|last|next|past|previous|coming? WEEKEND", "early|late|earlier|later this|last WEEKEND",
    "the last|past|coming|following WEEKEND",
    examples=("met [last weekend] => 2022-W13-WE / 2022-04-02/2022-04-03", "met over [the weekend] => 2022-W13-WE",
        "meets [next weekend] => 2022-W15-WE"),
    never=("weekendy",),
)  # fmt: skip
def weekend_by_name(found: Found, scene: Scene) -> Reading | None:
    if scene.today is None:
        return None
    words, today = set(found.words), scene.today
    if words & {"last", "past", "previous"}:
        shift = -7
    elif words & {"next", "following"}:
        shift = 7
    else:
        ahead = words & {"this", "coming"} or scene.tense(found.start, found.end) == "future" or today.weekday() >= 5
        shift = 0 if ahead else -7
    return weekend(today + timedelta(days=shift), f"counted from {today}")
