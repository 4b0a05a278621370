"""Dates counted in units: three weeks ago, two days later, six months from now, a week after the invasion."""

from __future__ import annotations

import re

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import back_or_on, in_month, lasting

ABOUT = "about|around|nearly|almost|over|exactly|only|just|barely|some"


@rule(
    "COUNT UNITANY ago", "a|an UNIT ago", f"{ABOUT} COUNT UNITANY ago", f"{ABOUT} a|an UNIT ago", "more|less than COUNT UNITANY ago",
    "more|less than a UNIT ago", "a UNIT or so ago",
    "at least COUNT UNITANY ago", "COUNT and a half years ago",
    examples=("[a week ago] => 2022-04-01", "[two months ago] => 2022-02", "[three years ago] => 2019",
        "[nearly four years ago] => 2018"),
    never=("two weeks running",),
)  # fmt: skip
def counted_ago(found: Found, scene: Scene) -> Reading | None:
    count, unit = counting(found)
    if scene.today is None or count is None:
        return None
    return back_or_on(scene.today, count, unit, -1, f"counted back from {scene.today}")


@rule(
    "several|few|many UNITS ago", "a few UNITS ago", "a couple of UNITS ago", "UNITS ago", "some UNITS ago", "long ago", "a while ago",
    "not long ago",
    examples=("[several years ago] => PAST_REF", "[a few days ago] => PAST_REF"),
    never=("two days ago",),
)  # fmt: skip
def vaguely_ago(found: Found, scene: Scene) -> Reading | None:
    return Reading("DATE", "PAST_REF", None, "relative", "")


@rule(
    "COUNT UNITANY earlier|later|afterwards|afterward|previously|hence|beforehand",
    "a|an UNIT earlier|later|afterwards|afterward|previously|hence", f"{ABOUT} COUNT UNITANY earlier|later",
    f"{ABOUT} a|an UNIT earlier|later", "COUNT UNITANY before|after that|this|then", "a|an UNIT before|after that|this|then",
    "less|more than COUNT UNITANY earlier|later", "less|more than a UNIT earlier|later",
    examples=("It met on March 7 and voted [five days later] => 2022-03-12",
        "In May 1997 it closed, [six years later] it opened => 2003",
              "[A month later] they are proved wrong => P1M"),
    never=("two days off",),
)  # fmt: skip
def counted_from_spoken(found: Found, scene: Scene) -> Reading | None:
    """From the date last spoken of, else from today."""
    count, unit = counting(found)
    anchor = scene.anchor(unit, found.start)
    if anchor is None or count is None:
        return None
    back = bool({"earlier", "before", "previously", "beforehand"} & set(found.words))
    if not back and anchor == scene.published and not scene.recent(scene.day, found.start):
        return lasting(count, unit)
    return back_or_on(anchor, count, unit, -1 if back else 1, f"counted from {anchor}")


@rule(
    "the UNIT before|after", "COUNT UNITANY before|after", "a|an UNIT before|after",
    examples=("It met on March 7; [the day before], Oslo had agreed => 2022-03-06",
        "It met on March 7 and voted [the day after]. => 2022-03-08"),
    never=("a week after the vote", "the day after tomorrow", "two days before the summit"),
)  # fmt: skip
def counted_to_stop(found: Found, scene: Scene) -> Reading | None:
    """ "The day before" with nothing behind it counts from the day last spoken of."""
    if not re.match(r"\s*(?:[.,;:)]|\Z|\n|in |at |by |when )", scene.fold[found.end : found.end + 6]):
        return None
    count, unit = counting(found)
    anchor = scene.anchor(unit, found.start)
    if anchor is None or count is None:
        return None
    return back_or_on(anchor, count, unit, -1 if found.words[-1] == "before" else 1, f"counted from {anchor}")


@rule(
    "a few days later|afterwards", "several|some days later|afterwards", "days later", "two or three days later",
    examples=("On March 7 it met; [a few days later] it voted => 2022-03",),
    never=("a few days of rest",),
)  # fmt: skip
def some_days_later(found: Found, scene: Scene) -> Reading | None:
    """Some days after the day last spoken of: no more exact than the month."""
    anchor = scene.anchor("D", found.start)
    return in_month(anchor.year, anchor.month, note=f"some days after {anchor}") if anchor and anchor.day <= 25 else None


@rule(
    "COUNT UNITANY from now|today", "a|an UNIT from now|today|yesterday", "COUNT UNITANY from this|that date",
    examples=("it will, [six months from now], be barred => 2022-10", "[two weeks from today] => 2022-04-22"),
    never=("two weeks from the deadline",),
)  # fmt: skip
def counted_from_now(found: Found, scene: Scene) -> Reading | None:
    count, unit = counting(found)
    if scene.today is None or count is None:
        return None
    return back_or_on(scene.today, count, unit, 1, f"counted from {scene.today}")


@rule(
    "COUNT UNITANY > before|after|since|following|into", "a|an UNIT > before|after|since|following|into",
    "COUNT and a half UNITS > before|after", "the? UNIT > before|after",
    examples=("[Five years] after its launch => P5Y", "It froze them on March 18, [a week] after London did => P1W",
        "voted [four days] after troops entered on March 1 => 2022-03-05"),
    never=("five years of war",),
)  # fmt: skip
def span_from_event(found: Found, scene: Scene) -> Reading | None:
    """A span before or after an event: the clause behind it may still give the day."""
    count, unit = counting(found)
    return lasting(count, unit) if count is not None else None


def counting(found: Found) -> tuple[int | None, str]:
    """How many of which unit: "a week" is one."""
    if found.has("unit") and not found.has("count"):
        return 1, found.unit("unit")
    name = "unitany" if found.has("unitany") else "units"
    return found.count("count"), found.unit(name)
