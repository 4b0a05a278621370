"""Weekdays, alone and with last, next, this, and the parts of a day."""

from __future__ import annotations

from datetime import timedelta

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene, weekday_near
from parsers.dates.timex import Reading
from parsers.dates.values import on_day

PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "dawn": "MO"}


@rule(
    "WEEKDAY", "early|late|earlier|later on? WEEKDAY", "WEEKDAY PARTOFDAY", "early|late on? WEEKDAY PARTOFDAY",
    examples=("said on [Thursday] => 2022-04-07", "signed on [Friday] => 2022-04-08", "will meet on [Monday] => 2022-04-11",
              "it fell [late on Thursday] => 2022-04-07", "said on [Thursday night] => 2022-04-07TNI"),
    never=("the sun rose", "they sat down"),
)  # fmt: skip
def weekday(found: Found, scene: Scene) -> Reading | None:
    """Latest on or before publication; after a word of the future the next one."""
    if scene.today is None:
        return None
    forward = scene.tense(found.start, found.end) == "future"
    when = weekday_near(scene.today, found.value("weekday"), forward)
    note = f"weekday {'after' if forward else 'before'} {'publication ' if scene.published else ''}{scene.today}"
    return on_day(when, note=note, part=PARTS.get(found.word("partofday"), ""))


@rule(
    "last|next|this|coming|previous|past|following WEEKDAY", "the previous|following|coming WEEKDAY", "WEEKDAY last|next week", "WEEKDAY of last|next|this week",
    "WEEKDAY this week", "this coming|past WEEKDAY",
    examples=("met [last Monday] => 2022-04-04", "meets [next Tuesday] => 2022-04-12", "on [Monday of last week] => 2022-03-28", "[Monday next week] => 2022-04-11"),
)  # fmt: skip
def weekday_of(found: Found, scene: Scene) -> Reading | None:
    if scene.today is None:
        return None
    number, words = found.value("weekday"), found.words
    if "week" in words:
        monday = scene.today - timedelta(days=scene.today.weekday())
        shift = 7 if "next" in words else -7 if "last" in words else 0
        return on_day(monday + timedelta(days=shift + number), note=f"that weekday in the week counted from {scene.today}")
    if {"next", "coming", "following", "this"} & set(words) and "past" not in words:
        start = scene.today + timedelta(days=0 if "this" in words else 1)
        return on_day(weekday_near(start, number, True), note=f"next such weekday after {scene.today}")
    return on_day(weekday_near(scene.today - timedelta(days=1), number, False), note=f"last such weekday before {scene.today}")
