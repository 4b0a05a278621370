"""Quarters, halves and fiscal years."""

from __future__ import annotations

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import half, in_year, quarter
from parsers.dates.years import direction


@rule(
    "the? NTHS|final|last -? quarter of? YEAR", "QUARTERNAME ,? of? YEAR", "YEAR QUARTERNAME", "the YEAR NTHS quarter",
    "YEAR 's NTHS quarter", "the? NTHS quarter of fiscal YEAR",
    "the? NTHS|final|last -? quarter of this|last|next year", "this|last|next year 's NTHS quarter", "the? NTHS quarter of the year",
    examples=("[the first quarter of 2009] => 2009-Q1", "in [Q1 2024] => 2024-Q1", "[the first quarter of last year] => 2021-Q1"),
    never=("the first quarter of the moon",),
)  # fmt: skip
def quarter_of_year(found: Found, scene: Scene) -> Reading | None:
    number = quarter_named(found)
    year, basis = year_named(found, scene)
    return quarter(year, number, basis, "quarter and year named") if year and number and number < 5 else None


@rule(
    "the? NTHS half of YEAR", "HALFNAME ,? YEAR", "YEAR HALFNAME", "the? NTHS half of the|this|last|next year",
    "the? latter half of YEAR",
    examples=("in [the second half of 2022] => 2022-H2", "in [H1 2023] => 2023-H1", "in [the first half of this year] => 2022-H1"),
    never=("the first half of the match",),
)  # fmt: skip
def half_of_year(found: Found, scene: Scene) -> Reading | None:
    number = found.value("halfname") if found.has("halfname") else found.count("nths") if found.has("nths") else 2
    year, basis = year_named(found, scene)
    return half(year, number, basis, "half and year named") if year and number in (1, 2) else None


def quarter_named(found: Found) -> int | None:
    """The number of the quarter; the final one is the fourth."""
    if found.has("quartername"):
        return int(found.value("quartername"))
    return found.count("nths") or 4


def year_named(found: Found, scene: Scene) -> tuple[int | None, str]:
    """The year in the words, or the one counted from today."""
    if found.has("year"):
        return int(found.word("year")), "explicit"
    if scene.today is None:
        return None, "relative"
    shift = -1 if "last" in found.words else 1 if "next" in found.words else 0
    return scene.today.year + shift, "relative"


@rule(
    "the? NTHS -? quarter", "the? final quarter", "QUARTERNAME", "the? NTHS fiscal quarter", "the? fiscal NTHS quarter",
    examples=("[the first quarter] => 2022-Q1", "grew in [the fourth quarter] => 2021-Q4", "will rise in [the third quarter] => 2022-Q3"),
    never=("the fifth quarter",),
)  # fmt: skip
def bare_quarter(found: Found, scene: Scene) -> Reading | None:
    number = quarter_named(found)
    if scene.today is None or not number or number > 4:
        return None
    current = (scene.today.month + 2) // 3
    tense = direction(found, scene)
    ahead = number > current and (tense == "future" or (tense is None and number == current + 1))
    year = scene.today.year - (number > current and not ahead)
    return quarter(
        year, number, "inferred_year", f"latest one begun before {scene.today}" if not ahead else f"next one after {scene.today}"
    )


@rule(
    "fiscal YEAR", "fiscal year YEAR", "the? YEAR fiscal year", "the current|next|last fiscal year", "this|last|next fiscal year",
    "financial year YEAR", "this|last|next financial year",
    examples=("in [fiscal 1989] => 1989", "in [the current fiscal year] => 2022"),
    never=("the fiscal year of",),
)  # fmt: skip
def fiscal_year(found: Found, scene: Scene) -> Reading | None:
    year, basis = year_named(found, scene)
    return in_year(year, basis, "fiscal year") if year else None
