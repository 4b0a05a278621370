"""Times of day with their day: 16:08 UTC, 6 pm on Friday, noon."""

from __future__ import annotations

import re
from datetime import date

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.rules.deictic import DAYS
from parsers.dates.scene import Scene, weekday_near
from parsers.dates.timex import Reading
from parsers.dates.values import on_day, real_day
from parsers.dates.years import year_of

ZONES = "utc|gmt|est|edt|et|cet|msk|bst|ist|jst|local"


@rule(
    f"CLOCK {ZONES}? time? on? WEEKDAY", f"CLOCK {ZONES}? time? today|yesterday|tomorrow", f"CLOCK {ZONES}? time?",
    "noon|midnight|midday on? WEEKDAY", "noon|midnight on? MONTH DAY", "noon|midnight on? DAY MONTH", "noon|midnight on? DAY MONTH YEAR",
    "noon|midnight on? MONTH DAY ,? YEAR", "noon|midnight|midday today|yesterday|tomorrow", "noon|midnight|midday",
    f"CLOCK {ZONES}? time? this PARTOFDAY", "CLOCK on? WEEKDAY PARTOFDAY",
    f"CLOCK {ZONES}? time? ,? on? MONTH DAY", f"CLOCK {ZONES}? time? ,? on? MONTH DAY ,? YEAR", f"CLOCK {ZONES}? time? ,? on? DAY MONTH",
    f"CLOCK {ZONES}? time? ,? on? DAY MONTH YEAR",
    f"CLOCK {ZONES}? ,? DMY", f"CLOCK {ZONES}? ,? ISO", f"ISO CLOCK {ZONES}?", f"DMY ,? CLOCK {ZONES}?",
    examples=("at [16:08 UTC] => 2022-04-08T16:08Z", "at [6 pm on Thursday] => 2022-04-07T18:00", "from [noon] => 2022-04-08T12:00",
        "at [0800 GMT] => 2022-04-08T08:00Z", "[13:10 GMT 25.10.2021] => 2021-10-25T13:10Z"),
    never=("a ratio of 3:1", "the 25:00 mark", "1200 tonnes"),
)  # fmt: skip
def clock(found: Found, scene: Scene) -> Reading | None:
    time = hours(found)
    when = day_meant(found, scene)
    if time is None or when is None:
        return None
    zone = "Z" if {"utc", "gmt"} & set(found.words) else ""
    full = found.has("dmy") or found.has("iso") or found.has("year")
    basis = "explicit" if full else "inferred_year" if found.has("month") else "relative"
    return on_day(when, basis, f"time on {when}", time + zone)


def hours(found: Found) -> str | None:
    """The time as hh:mm."""
    word = found.word("clock")
    if not word:
        return "00:00" if "midnight" in found.words else "12:00"
    digits = [int(part) for part in re.findall(r"\d+", word)]
    if len(digits) == 1 and digits[0] > 99:
        digits = [digits[0] // 100, digits[0] % 100]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    half = re.search(r"[ap]\.?m", word)
    if half:
        hour = hour % 12 + (12 if half[0][0] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def named_day(found: Found, scene: Scene) -> date | None:
    """The day of a time that names it: "5 p.m. EST, Nov. 6"."""
    month, day = found.value("month"), found.count("day") or 0
    given = (int(found.word("year")), "") if found.has("year") else year_of(month, day, found, scene)
    return real_day(given[0], month, day) if given else None


def digits_day(word: str) -> date | None:
    """A day in digits, year first or last."""
    first, month, last = (int(part) for part in re.split(r"[.-]", word))
    return real_day(first, month, last) if first > 31 else real_day(last, month, first)


def day_meant(found: Found, scene: Scene) -> date | None:
    """The day of a time: the one it names, the one spoken of in its sentence, or today."""
    if found.has("dmy") or found.has("iso"):
        return digits_day(found.word("dmy") or found.word("iso"))
    if found.has("month"):
        return named_day(found, scene)
    if scene.today is None:
        return scene.day.first if scene.day else None
    if found.has("weekday"):
        return weekday_near(scene.today, found.value("weekday"), scene.tense(found.start, found.end) == "future")
    for word in found.words:
        if word in DAYS:
            return date.fromordinal(scene.today.toordinal() + DAYS[word])
    spoken = scene.day
    if spoken and not found.at_head and found.start - spoken.end < 60:
        return spoken.first
    return scene.today
