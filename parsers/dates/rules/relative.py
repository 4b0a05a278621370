"""Days, weeks, months and years counted from publication or from the day last spoken of."""

from __future__ import annotations

from datetime import date, timedelta

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.rules.weekdays import PARTS
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import back_or_on, in_month, in_week, in_year, on_day, quarter, weekend
from parsers.edtf import add_months

DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


@rule(
    "today|yesterday|tomorrow|tonight", "earlier|later|late|early today|yesterday|tomorrow", "yesterday|tomorrow PARTOFDAY", "this PARTOFDAY", "last night",
    examples=("adopted [today] => 2022-04-08", "met [yesterday] => 2022-04-07", "[this morning] => 2022-04-08TMO", "[last night] => 2022-04-07TNI"),
)  # fmt: skip
def day_by_name(found: Found, scene: Scene) -> Reading | None:
    words = found.words
    if scene.today is None:
        return Reading("DATE", "PRESENT_REF", None, "relative", "no day of publication")
    shift = next((DEICTIC[word] for word in words if word in DEICTIC), -1 if "last" in words else 0)
    part = "NI" if "night" in words or "tonight" in words else PARTS.get(found.word("partofday"), "")
    return on_day(scene.today + timedelta(days=shift), note=f"counted from {scene.today}", part=part)


@rule(
    "last|this|next|past|previous|coming UNIT", "the last|past|previous|coming|following|same|next UNIT", "the same|following|previous|next UNIT", "that|the UNIT",
    "early|earlier|late|later this|last|next UNIT", "the end|beginning|start|middle of the? this|next|last? UNIT",
    examples=("[last week] => 2022-W13", "[next month] => 2022-05", "[this year] => 2022", "[earlier this month] => 2022-04"),
)  # fmt: skip
def unit_by_name(found: Found, scene: Scene) -> Reading | None:
    words, unit = set(found.words), found.value("unit")
    if words & {"same", "following", "previous", "that"}:
        return beside_last(words, unit, scene)
    shift = -1 if words & {"last", "past"} else 1 if words & {"next", "coming"} else 0
    if scene.today is None or unit not in "DWMQYF":
        return None
    if not words & {"last", "past", "next", "coming", "this", "end", "beginning", "start", "middle"}:
        return None
    if words & {"end"} and unit in "YM":
        return end_of(scene.today, shift, unit)
    return unit_of(scene.today, shift, unit, f"counted from {scene.today}")


def unit_of(anchor: date, shift: int, unit: str, note: str) -> Reading | None:
    """The day, week, month, quarter or year so many units from the one a day lies in."""
    if unit == "W":
        return in_week(anchor + timedelta(days=7 * shift), note=note)
    return back_or_on(anchor, abs(shift), unit, -1 if shift < 0 else 1, note)


def end_of(anchor: date, shift: int, unit: str) -> Reading:
    """The end of a month or year: the value names the period, the EDTF its last day."""
    months = shift * (12 if unit == "Y" else 1)
    moved = add_months(anchor, months)
    if unit == "Y":
        return Reading("DATE", f"{moved.year}", f"{moved.year}-12-31", "relative", f"last day of the year, counted from {anchor}")
    last = add_months(moved.replace(day=1), 1) - timedelta(days=1)
    return Reading("DATE", f"{moved:%Y-%m}", last.isoformat(), "relative", f"last day of the month, counted from {anchor}")


def beside_last(words: set[str], unit: str, scene: Scene) -> Reading | None:
    """"The same day", "the following year": by the day last spoken of, else publication."""
    anchor = scene.last or scene.published
    if anchor is None or unit not in "DWMQYF":
        return None
    shift = 1 if "following" in words else -1 if "previous" in words else 0
    return unit_of(anchor, shift, unit, f"counted from {anchor}, the day last spoken of")


@rule(
    "COUNT UNITANY ago", "a|an UNIT ago", "COUNT UNITANY earlier|later|before|after", "a|an UNIT earlier|later|before|after", "the UNIT before|after",
    examples=("[a week ago] => 2022-04-01", "[two months ago] => 2022-02", "[three years ago] => 2019", "[two days later] => 2022-04-10"),
)  # fmt: skip
def counted_from(found: Found, scene: Scene) -> Reading | None:
    words = found.words
    unit = found.value("unit") if found.has("unit") else found.value("unitany", "UNIT" if found.word("unitany") in UNIT_WORDS else "UNITS")
    count = found.count("count") if found.has("count") else 1
    anchor = scene.today if "ago" in words else scene.last or scene.published
    if anchor is None or unit.startswith("T") or count is None:
        return None
    sign = 1 if words[-1] in ("later", "after") else -1
    return back_or_on(anchor, count, unit, sign, f"counted from {anchor}")


UNIT_WORDS = frozenset({"day", "week", "month", "quarter", "year", "fortnight", "decade", "century", "hour", "minute"})


@rule("the|this|last|next|past? WEEKEND", "over the WEEKEND", examples=("[last weekend] => 2022-W13-WE",))
def weekend_by_name(found: Found, scene: Scene) -> Reading | None:
    if scene.today is None:
        return None
    words = set(found.words)
    shift = -7 if words & {"last", "past"} else 7 if "next" in words else 0
    past = scene.tense(found.start, found.end) != "future" and not words & {"next", "this"}
    if past and not shift and scene.today.weekday() < 5:
        shift = -7
    return weekend(scene.today + timedelta(days=shift), f"counted from {scene.today}")


@rule("MONTH of|in? the same YEARWORD", "last|this|next MONTH", "MONTH of? last|this|next|that YEARWORD",
      examples=("[last November] => 2021-11", "[next June] => 2022-06"))  # fmt: skip
def month_beside(found: Found, scene: Scene) -> Reading | None:
    month, words = found.value("month"), found.words
    if "same" in words or "that" in words:
        anchor = scene.last_edtf
        return in_month(int(anchor[:4]), month, "relative", f"year of {anchor}, spoken of before") if anchor else None
    if scene.today is None:
        return None
    today = scene.today
    if "year" in words:
        shift = -1 if "last" in words else 1 if "next" in words else 0
        return in_month(today.year + shift, month, "relative", f"counted from {today}")
    year = today.year - (month >= today.month) if "last" in words else today.year + (month <= today.month) if "next" in words else today.year
    return in_month(year, month, "relative", f"counted from {today}")
