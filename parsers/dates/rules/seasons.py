"""Seasons: the spring of 2022, last winter, this summer."""

from __future__ import annotations

from datetime import date

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import SEASON_MONTHS, season
from parsers.dates.years import direction


@rule(
    "the? SEASON of? YEAR", "early|late|mid -? SEASON of? YEAR", "the early|late SEASON of YEAR",
    "the? SEASON of last|this|next|that|the same? year", "YEAR 's SEASON", "late in the SEASON of YEAR",
    examples=("in [the spring of 2022] => 2022-SP / 2022-03/2022-05", "[winter 2023] => 2023-WI / 2023-12/2024-02",
        "in [the autumn of last year] => 2021-FA"),
    never=("a fall 2022 metres long",),
)  # fmt: skip
def season_of_year(found: Found, scene: Scene) -> Reading | None:
    if found.word("season") == "fall" and found.words[0] == "fall" and scene.fold[max(0, found.start - 2) : found.start] in ("a ", "o "):
        return None
    words = set(found.words)
    if found.has("year"):
        return season(int(found.word("year")), found.value("season"), "explicit", "season and year in the text")
    anchor = scene.anchor("Y", found.start) if words & {"that", "same"} else scene.today
    if anchor is None:
        return None
    shift = -1 if "last" in words else 1 if "next" in words else 0
    return season(anchor.year + shift, found.value("season"), "inferred_year", f"counted from {anchor}")


@rule(
    "last|this|next|coming|past|previous SEASON", "the last|past|coming|following|next|same SEASON",
    "early|late|earlier|later this|last SEASON", "this past|coming SEASON", "the early|late SEASON",
    "the SEASON", "in|since|by|until < SEASON", "over|during the SEASON",
    examples=("began [last autumn] => 2021-FA", "in [the winter] it fell => 2021-WI / 2021-12/2022-02", "[this summer] => 2022-SU",
        "will open in [autumn] => 2022-FA"),
    never=("the fall of Kabul", "a spring in his step", "the Arab Spring"),
)  # fmt: skip
def season_by_name(found: Found, scene: Scene) -> Reading | None:
    words, code = set(found.words), found.value("season")
    if (
        found.word("season") in ("fall", "spring")
        and not words & {"last", "this", "next", "past", "coming"}
        and not plain_fall(found, scene)
    ):
        return None
    anchor, told = season_anchor(found, scene)
    if anchor is None:
        return None
    return season(season_year(anchor, code, way_of(found, scene), told), code, "inferred_year", f"counted from {anchor}")


def way_of(found: Found, scene: Scene) -> str:
    """Which season is meant: "this" one, one "ahead", the one "before" a running one, or the "latest" begun."""
    words = set(found.words)
    if words & {"next", "coming", "following"}:
        return "ahead"
    if words & {"last", "previous"}:
        return "before"
    if "this" in words and "past" not in words:
        return "this"
    if scene.limits(found.start):
        return "ahead"
    return "ahead" if "past" not in words and direction(found, scene) == "future" else "latest"


def plain_fall(found: Found, scene: Scene) -> bool:
    """ "In the spring" is a season; "the fall of Kabul" and "the spring board" are not."""
    before = scene.fold[max(0, found.start - 8) : found.start].split()
    return before[-1:] in (["in"], ["since"], ["by"], ["until"], ["during"], ["over"]) and not scene.fold.startswith(
        (" of ", "-"), found.end
    )


def season_anchor(found: Found, scene: Scene) -> tuple[date | None, bool]:
    """The day to count from; True where the text tells of an earlier time, named in the same paragraph."""
    full = scene.full
    lone = not set(found.words) & {"last", "this", "next", "past", "coming"}
    if lone and full and scene.today and (scene.today - full.last).days > 300 and scene.same_paragraph(full.end, found.start):
        return full.first if full.is_day else full.last, True
    return scene.today, False


def season_year(anchor: date, code: str, way: str, told: bool) -> int:
    """The year in which the season meant begins: the latest begun by then, or the next one."""
    month = SEASON_MONTHS[code]
    if way == "this":
        return anchor.year - (code == "WI" and anchor.month < 6)
    begun = anchor.month >= month
    if told or way == "ahead":
        return anchor.year if not begun or told else anchor.year + 1
    running = month <= anchor.month < month + 3 or (code == "WI" and anchor.month < 3)
    latest = anchor.year if begun else anchor.year - 1
    return latest - 1 if way == "before" and running else latest
