"""Today, yesterday, this morning, last night, the day after tomorrow."""

from __future__ import annotations

from datetime import timedelta

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import on_day

DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


@rule(
    "today|yesterday|tomorrow|tonight", "earlier|later|late|early today|yesterday|tomorrow|tonight", "yesterday|tomorrow PARTOFDAY",
    "this PARTOFDAY", "last night",
    "earlier|later|early|late this PARTOFDAY", "late last night", "early|late yesterday|tomorrow PARTOFDAY", "overnight",
    "the day before yesterday", "the day after tomorrow",
    examples=("adopted [today] => 2022-04-08", "met [yesterday] => 2022-04-07", "[this morning] => 2022-04-08TMO",
        "[last night] => 2022-04-07TNI",
              "[the day after tomorrow] => 2022-04-10", "it fell [overnight] => 2022-04-08TNI"),
    never=("seen on Russia Today last", "USA Today wrote", "an overnight train"),
)  # fmt: skip
def day_by_name(found: Found, scene: Scene) -> Reading | None:
    words = found.words
    if part_of_name(found, scene):
        return None
    today = scene.quoted_day(found.start) or scene.today
    if today is None:
        return Reading("DATE", "PRESENT_REF", None, "relative", "no day of publication") if words[-1] == "today" else None
    shift = next((DAYS[word] for word in words if word in DAYS), -1 if "last" in words else 0)
    shift += -1 if "before" in words else 1 if "after" in words else 0
    night = {"night", "tonight", "overnight"} & set(words)
    part = "NI" if night else found.value("partofday") if found.has("partofday") else ""
    return on_day(today + timedelta(days=shift), note=f"counted from {today}", part=part)


def part_of_name(found: Found, scene: Scene) -> bool:
    """ "Russia Today" is a broadcaster, "an overnight train" names no night."""
    if found.words == ["overnight"]:
        return scene.fold[max(0, found.start - 3) : found.start] == "an " or scene.fold[found.end : found.end + 1] == "-"
    before = scene.text[max(0, found.start - 2) : found.start]
    return found.words == ["today"] and scene.text[found.start].isupper() and before[:1].isalpha() and before[1:] == " "


@rule(
    "that PARTOFDAY", "the next|following|same|previous PARTOFDAY", "later|earlier that PARTOFDAY", "the PARTOFDAY before",
    examples=("On Thursday it met; [the next morning] it voted => 2022-04-08TMO", "issued [the night before] => 2022-04-07TNI"),
    never=("the morning star", "at night"),
)  # fmt: skip
def part_of_spoken_day(found: Found, scene: Scene) -> Reading | None:
    """A part of the day last spoken of, or of the one before or after it."""
    words = set(found.words)
    anchor = scene.anchor("D", found.start)
    if anchor is None:
        return None
    shift = 1 if words & {"next", "following"} else -1 if words & {"previous", "before"} else 0
    return on_day(anchor + timedelta(days=shift), note=f"counted from {anchor}", part=found.value("partofday"))
