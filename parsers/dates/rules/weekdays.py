"""Weekdays, alone and with last, next, this."""

from __future__ import annotations

import re
from datetime import date, timedelta

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.rules.units import monday_of
from parsers.dates.scene import Scene, weekday_near
from parsers.dates.timex import Reading
from parsers.dates.values import days_in, on_day
from parsers.dates.years import year_of

# Good Friday and Black Monday are days of their own, and of agreements.
FEASTS = re.compile(r"\b(?:good|easter|black|ash|holy|cyber|bloody|super|palm) \Z")


@rule(
    "WEEKDAY", "early|late|earlier|later on? WEEKDAY", "WEEKDAY PARTOFDAY", "early|late on? WEEKDAY PARTOFDAY",
    "the PARTOFDAY of WEEKDAY", "PARTOFDAY on WEEKDAY",
    "WEEKDAY at? noon|midnight",
    examples=("said on [Thursday] => 2022-04-07", "signed on [Friday] => 2022-04-08", "will meet on [Monday] => 2022-04-11",
        "it fell [late on Thursday] => 2022-04-07",
              "said on [Thursday night] => 2022-04-07TNI", "lasts until [Sunday] => 2022-04-10"),
    never=("the sun rose", "they sat down", "bought from Sun Microsystems", "met Mon Repos", "the Good Friday Agreement"),
)  # fmt: skip
def weekday(found: Found, scene: Scene) -> Reading | None:
    """Latest on or before publication; after a word of the future the next one."""
    if scene.today is None or short_name(found, scene) or FEASTS.search(scene.fold, max(0, found.start - 8), found.start):
        return None
    forward = heads_day(found, scene) if found.at_head else forward_to(found, scene)
    when = weekday_near(scene.today, found.value("weekday"), forward)
    note = f"weekday {'after' if forward else 'before'} {'publication ' if scene.today == scene.published else ''}{scene.today}"
    part = found.value("partofday") if found.has("partofday") else ""
    return on_day(when, note=note, part=part)


def heads_day(found: Found, scene: Scene) -> bool:
    """Whether a weekday at the head of a line goes on from a heading earlier in the same week, as in a tracker."""
    heading = scene.heading
    if heading is None or scene.today != heading.first:
        return False
    ahead = weekday_near(heading.first, found.value("weekday"), True)
    return scene.published is None or ahead <= scene.published


def short_name(found: Found, scene: Scene) -> bool:
    """ "Sun", "Sat", "Mon" are weekdays only beside a number: "Sun Microsystems" is a company."""
    return len(found.word("weekday")) <= 3 and not scene.fold[found.end : found.end + 8].lstrip(" ,(")[:1].isdigit()


def forward_to(found: Found, scene: Scene) -> bool:
    """Whether the words before a weekday look ahead: "until Sunday", "will meet on Monday"."""
    if scene.fold.startswith("'s ", found.end):
        return False
    before = scene.fold[max(0, found.start - 12) : found.start].split()
    if before and before[-1] in ("until", "till") and scene.fold[found.end : found.end + 1] != ",":
        return True
    return scene.tense(found.start, found.end) == "future"


@rule(
    "the? NTHS|last WEEKDAY of|in MONTH", "the? NTHS|last WEEKDAY of|in MONTH ,? YEAR",
    examples=("on [the third Monday of May] => 2022-05-16", "on [the last Friday in April 2021] => 2021-04-30"),
    never=("the third Monday of the strike",),
)  # fmt: skip
def nth_weekday(found: Found, scene: Scene) -> Reading | None:
    """The third Monday of a month, the last Friday of one."""
    month, weekday_number, count = found.value("month"), found.value("weekday"), found.count("nths")
    given = (int(found.word("year")), "year in the text") if found.has("year") else year_of(month, 15, found, scene)
    if given is None:
        return None
    first = date(given[0], month, 1)
    start = first if count else date(given[0], month, days_in(given[0], month) - 6)
    when = weekday_near(start, weekday_number, True) + timedelta(days=7 * ((count or 1) - 1))
    return on_day(when, "explicit" if found.has("year") else "inferred_year", given[1]) if when.month == month else None


@rule(
    "last|next|this|coming|previous|past|following WEEKDAY", "the previous|following|coming|next WEEKDAY", "WEEKDAY last|next|this week",
    "WEEKDAY of last|next|this week",
    "this coming|past WEEKDAY", "last|next|this WEEKDAY PARTOFDAY", "this past|coming WEEKDAY", "WEEKDAY a week ago",
    "WEEKDAY the week before",
    examples=("met [last Monday] => 2022-04-04", "meets [next Tuesday] => 2022-04-12", "on [Monday of last week] => 2022-03-28",
        "[Monday next week] => 2022-04-11"),
    never=("on Monday",),
)  # fmt: skip
def weekday_of(found: Found, scene: Scene) -> Reading | None:
    today, number, words = scene.today, found.value("weekday"), set(found.words)
    if {"previous", "following"} & words:
        today = scene.anchor("D", found.start)
    if today is None:
        return None
    part = found.value("partofday") if found.has("partofday") else ""
    if "week" in words:
        shift = 7 if "next" in words else 0 if "this" in words else -7
        return on_day(monday_of(today) + timedelta(days=shift + number), note=f"that weekday in the week counted from {today}", part=part)
    if "past" not in words and words & {"next", "coming", "following", "this"}:
        start = today + timedelta(days="this" not in words)
        return on_day(weekday_near(start, number, True), note=f"next such weekday after {today}", part=part)
    return on_day(weekday_near(today - timedelta(days=1), number, False), note=f"last such weekday before {today}", part=part)


@rule(
    "the same WEEKDAY", "that|same WEEKDAY", "that WEEKDAY PARTOFDAY",
    examples=("On March 17 the EU acted. [The same Thursday] Washington followed => 2022-03-17",),
    never=("the same Sunday paper",),
)  # fmt: skip
def weekday_spoken_of(found: Found, scene: Scene) -> Reading | None:
    """A weekday pointed back to: the day last spoken of, if it was one."""
    spoken = scene.recent(scene.day, found.start)
    if spoken is None or spoken.first.weekday() != found.value("weekday"):
        return None
    return on_day(spoken.first, note=f"the day last spoken of, {spoken.edtf}")
