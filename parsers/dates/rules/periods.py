"""Quarters, halves, seasons."""

from __future__ import annotations

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import quarter, season


@rule("the? NTHS -? quarter of? YEAR", "QUARTERNAME ,? YEAR", "YEAR QUARTERNAME", examples=("[the first quarter of 2009] => 2009-Q1", "in [Q1 2024] => 2024-Q1"))
def quarter_of_year(found: Found, scene: Scene) -> Reading | None:
    number = found.value("quartername") if found.has("quartername") else found.count("nths")
    return quarter(int(found.word("year")), number, "explicit", "quarter and year in the text") if number and number < 5 else None


@rule("the? NTHS -? quarter", examples=("[the first quarter] => 2022-Q1",))
def bare_quarter(found: Found, scene: Scene) -> Reading | None:
    number = found.count("nths")
    if scene.today is None or not number or number > 4:
        return None
    year = scene.today.year - (number > (scene.today.month + 2) // 3)
    return quarter(year, number, "inferred_year", f"latest one begun before {scene.today}")


@rule("the? SEASON of? YEAR", "early|late|mid SEASON of? YEAR", examples=("in [the spring of 2022] => 2022-SP", "[winter 2023] => 2023-WI"))
def season_of_year(found: Found, scene: Scene) -> Reading | None:
    return season(int(found.word("year")), found.value("season"), "explicit", "season and year in the text")
