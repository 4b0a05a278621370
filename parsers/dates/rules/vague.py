"""Now, recently, in the future; daily and every year."""

from __future__ import annotations

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading


@rule("now|currently", "current|present", "at present", "at the moment", "the time being", examples=("is [now] closed => PRESENT_REF",))
def present(found: Found, scene: Scene) -> Reading | None:
    return Reading("DATE", "PRESENT_REF", None, "relative", "")


@rule("recently|recent|previously", "the past", "more recently", examples=("has [recently] met => PAST_REF",))
def past(found: Found, scene: Scene) -> Reading | None:
    return Reading("DATE", "PAST_REF", None, "relative", "")


@rule("soon", "the? near? future", examples=("will [soon] meet => FUTURE_REF", "in [the near future] => FUTURE_REF"))
def future(found: Found, scene: Scene) -> Reading | None:
    return Reading("DATE", "FUTURE_REF", None, "relative", "")


@rule("ADJUNIT", "every|each UNIT", examples=("meets [daily] => P1D",))
def repeated(found: Found, scene: Scene) -> Reading | None:
    if found.has("adjunit"):
        return Reading("SET", found.value("adjunit"), None, "relative", "")
    from parsers.dates.values import lasting

    return lasting(1, found.value("unit"), "SET")
