"""Days and months by name, with and without a year."""

from __future__ import annotations

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import in_month, on_day, real_day
from parsers.dates.years import year_of

MODIFIER = "early|late|mid|middle|end|beginning|start"


@rule(
    "MONTH DAY ,? YEAR", "the? DAY of? MONTH ,? YEAR", "WEEKDAY ,? MONTH DAY ,? YEAR", "WEEKDAY ,? the? DAY of? MONTH ,? YEAR",
    "DAY - MONTH - YEAR",
    examples=("on [March 3, 2022] => 2022-03-03", "on [3 March 2022] => 2022-03-03", "the [25th of May, 2021] => 2021-05-25",
              "on [Friday, Jan. 21, 2022] => 2022-01-21"),
    never=("paragraph 31 February 2022",),
)  # fmt: skip
def full_date(found: Found, scene: Scene) -> Reading | None:
    when = real_day(int(found.word("year")), found.value("month"), found.count("day") or 0)
    return on_day(when, "explicit", "day, month and year in the text") if when else None


@rule(
    "MONTH DAY", "the? DAY of? MONTH", "WEEKDAY ,? MONTH DAY", "WEEKDAY ,? the? DAY of? MONTH", "MONTH the DAY", "DAY - MONTH", "MONTH NTHS",
    "WEEKDAY ( MONTH DAY )", "WEEKDAY ( DAY MONTH )",
    examples=("on [March 3] => 2022-03-03", "on [3 March] it met => 2022-03-03", "[Friday, April 1] => 2022-04-01", "on [the 28th of March] => 2022-03-28"),
    never=("they may 3 times", "a march 5 km long"),
)  # fmt: skip
def day_and_month(found: Found, scene: Scene) -> Reading | None:
    month, day = found.value("month"), found.count("day") if found.has("day") else found.count("nths")
    if not day or not real_day(2000, month, day):
        return None
    given = year_of(month, day, found.start, found.end, scene)
    if not given:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", f"XXXX-{month:02}-{day:02}", "inferred_year", "no year can be had")
    when = real_day(given[0], month, day)
    return on_day(when, "inferred_year", given[1]) if when else None


@rule(
    "MONTH ,? YEAR", "MONTH of YEAR", "early|late|mid -? MONTH ,? YEAR", "the? middle|end|beginning|start of MONTH ,? YEAR",
    examples=("in [March 2022] => 2022-03", "in [early March 2022] => 2022-03", "at [the end of June 2021] => 2021-06"),
)  # fmt: skip
def month_and_year(found: Found, scene: Scene) -> Reading | None:
    return in_month(int(found.word("year")), found.value("month"), "explicit", "month and year in the text")


@rule(
    "MONTH", "early|late|mid -? MONTH", "the? middle|end|beginning|start of MONTH",
    examples=("in [March] => 2022-03", "since [late February] => 2022-02", "by [the end of May] => 2022-05"),
    never=("it may not", "a march on the capital"),
)  # fmt: skip
def bare_month(found: Found, scene: Scene) -> Reading | None:
    word = found.word("month")
    lone = found.match.end() - found.match.start() == 1
    if lone and word.rstrip(".") in AMBIGUOUS and not after_preposition(found):
        return None
    month = found.value("month")
    given = year_of(month, 15, found.start, found.end, scene)
    if not given:
        return Reading("DATE", f"XXXX-{month:02}", f"XXXX-{month:02}", "inferred_year", "no year can be had")
    return in_month(given[0], month, "inferred_year", given[1])


AMBIGUOUS = frozenset({"may", "march", "mar", "jan", "dec", "jun", "apr", "august"})


def after_preposition(found: Found) -> bool:
    """Whether a word that leads to a month stands right before."""
    before = found.fold[max(0, found.start - 12) : found.start].split()
    return bool(before) and before[-1] in {"in", "since", "of", "by", "until", "till", "from", "through", "between", "and", "to", "for", "during", "before", "after"}
