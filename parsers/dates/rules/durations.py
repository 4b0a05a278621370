"""How long: two weeks, a four-day strike, several years, the past decade."""

from __future__ import annotations

import re

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import lasting

LED = "last|past|next|first|coming|previous|final|following|preceding"
ABOUT = "nearly|almost|about|around|over|roughly|approximately|some|another|only|just|barely|within"
BETWEEN = "straight|consecutive|successive|more|trading|business|working|full|calendar|additional|further|long|whole|entire|extra|short"
AMOUNT = re.compile(
    r"(?:\d|illion|percent|per cent|%|dollars|barrels|times|once|twice|thousand|hundred|flights|tons|tonnes|euros|roubles) ?\Z"
)
AGE = re.compile(r"(?:-| )old\b|(?:-| )olds\b| of age\b")


@rule(
    "COUNT -? UNITANY", "COUNT -? UNIT - long", "the? last|past|next|first|coming|previous|final|following COUNT UNITANY", "a|an UNIT",
    "a|an COUNT UNIT", f"COUNT {BETWEEN} UNITANY",
    f"{ABOUT} COUNT -? UNITANY", f"{ABOUT} a|an UNIT", "more|less|fewer than COUNT UNITANY", "more|less than a|an UNIT",
    "at least COUNT UNITANY", "at least COUNT more UNITANY", "at least a UNIT",
    "up to COUNT UNITANY", f"the? {LED} COUNT {BETWEEN} UNITANY", f"{ABOUT} COUNT {BETWEEN} UNITANY", "no more than COUNT UNITANY",
    f"a|an {BETWEEN} UNIT", "UNIT - long", "an entire|whole UNIT",
    "a|an COUNT UNIT period", "the COUNT UNITS", "a|an period of COUNT UNITS", "a|an hundred UNITS", "another|one UNIT", "half a|an UNIT",
    examples=("for [six months] => P6M", "the [four-day] strike => P4D", "[the past three years] => P3Y", "for [a year] => P1Y",
        "for [more than a week] => P1W", "after [six straight days] => P6D"),
    never=("a six-year-old boy", "15 years old", "three-quarters of the food"),
)  # fmt: skip
def counted_duration(found: Found, scene: Scene) -> Reading | None:
    after = scene.fold[found.end : found.end + 6]
    if AGE.match(after) or (found.has("unitany") and found.unit() == "Q" and "-" in found.words and "quarters" in found.words):
        return None
    name = "unitany" if found.has("unitany") else "unit" if found.has("unit") else "units"
    count = found.count("count") if found.has("count") else 1
    if "half" in found.words:
        return half_unit(found.unit(name))
    if rate(found, scene):
        return lasting(1, found.unit(name), "SET")
    if "hundred" in found.words and not found.has("count"):
        count = 100
    return lasting(count, found.unit(name)) if count is not None else None


def half_unit(unit: str) -> Reading | None:
    """Half a year is six months, half an hour thirty minutes."""
    parts = {"Y": (6, "M"), "TH": (30, "TM"), "DE": (5, "Y"), "D": (12, "TH"), "CE": (50, "Y")}
    return lasting(*parts[unit]) if unit in parts else None


def rate(found: Found, scene: Scene) -> bool:
    """ "15 a year", "$2 million a month": how often, no length of time."""
    if found.words[0] not in ("a", "an") or len(found.words) != 2:
        return False
    return bool(AMOUNT.search(scene.fold[max(0, found.start - 12) : found.start]))


@rule(
    "COUNT and a half years|months|weeks|days|hours", "COUNT - and - a - half -? years|months|weeks|days|hours",
    "HALVES years|months|weeks|days|hours|minutes", f"{ABOUT} COUNT and a half years",
    "a UNIT and a half", f"{ABOUT} HALVES years|months|hours",
    examples=("for [two and a half years] => P2.5Y", "for [one-and-a-half months] => P1.5M",
              "after [2 1/2 years] => P2Y6M", "for [a year and a half] => P1.5Y"),
    never=("a half year report",),
)  # fmt: skip
def with_half(found: Found, scene: Scene) -> Reading | None:
    if found.has("unit"):
        return lasting("1.5", found.unit("unit"))
    unit = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "TH", "minutes": "TM"}[found.words[-1]]
    if found.has("halves") and unit == "Y":
        return Reading("DURATION", f"P{int(re.match(r'[0-9]+', found.word('halves'))[0])}Y6M", None)  # type: ignore[index]
    number = found.word("halves").split(" ")[0].split(".")[0] if found.has("halves") else str(found.count("count"))
    return lasting(f"{number}.5", unit)


@rule(
    "the past|last decade", "the next|coming decade", "the past year", "the past week", "the past month",
    examples=("over [the past decade] => P10Y", "in [the past year] => P1Y"),
    never=("the past is past",),
)  # fmt: skip
def led_period(found: Found, scene: Scene) -> Reading | None:
    unit = {"decade": "DE", "year": "Y", "week": "W", "month": "M", "quarter": "Q"}[found.words[-1]]
    return lasting(1, unit)


@rule(
    "several|many|few|some UNITS", "a few UNITS", "a few more UNITS", "UNITS", "the? last|past|next|first|previous few|several? UNITS",
    "the coming few|several UNITS", "UNITS - long", "COUNT or more UNITS", "hundreds|thousands of UNITS",
    "a|an number of UNITS", "the UNITS", "several more UNITS", "the early UNITS", "several -? UNIT", "recent|past UNITS",
    "the next|past couple of UNITS", "a couple of UNITS", "several|many long UNITS", "over the UNITS",
    "dozens of UNITS", "some time", "a while", "a long time",
    examples=("for [several years] => PXY", "[weeks] of talks => PXW", "in [the next few days] => PXD", "for [a couple of years] => P2Y"),
    never=("several people", "three quarters of it"),
)  # fmt: skip
def vague_duration(found: Found, scene: Scene) -> Reading | None:
    words = set(found.words)
    if words & {"time", "while"}:
        return Reading("DURATION", "PXX", None)
    unit = found.unit("units" if found.has("units") else "unit")
    if len(found.words) == 1 and (unit == "Q" or of_number(found, scene) or AGE.match(scene.fold, found.end)):
        return None
    if "couple" in words:
        return lasting(2, unit)
    if "recent" in words and unit == "Y":
        return Reading("DATE", "PAST_REF", None)
    return lasting("X", {"DE": "Y", "CE": "Y"}.get(unit, unit))


def of_number(found: Found, scene: Scene) -> bool:
    """Whether a number stands right before the words."""
    return scene.fold[max(0, found.start - 2) : found.start].rstrip(" -")[-1:].isdigit()
