"""What recurs: daily, every year, Mondays, each Thursday."""

from __future__ import annotations

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import lasting


@rule("ADJUNIT", examples=("meets [daily] => P1D", "at its [annual] meeting => P1Y"), never=("the Daily Mail",))
def repeated_adjective(found: Found, scene: Scene) -> Reading | None:
    before = scene.text[max(0, found.start - 2) : found.start]
    if scene.text[found.start].isupper() and before[1:] == " " and before[0] not in ".!?":
        return None
    return Reading("SET", found.value("adjunit"), None)


@rule("every|each UNIT", "every COUNT UNITS", "every other UNIT", "each and every UNIT", "per UNIT", "once a|an UNIT", "twice a|an UNIT",
      examples=("reviewed [every year] => P1Y", "reviewed [every 120 days] => P120D"), never=("every people",
          "each of the years"))  # fmt: skip
def every_unit(found: Found, scene: Scene) -> Reading | None:
    if "other" in found.words:
        return lasting(2, found.unit("unit"), "SET")
    if found.has("units"):
        return lasting(found.count("count") or 1, found.unit("units"), "SET")
    return lasting(1, found.unit("unit"), "SET")


@rule("WEEKDAYS", "every|each WEEKDAY", "WEEKDAY|WEEKDAYS mornings|afternoons|evenings|nights",
      examples=("it meets on [Mondays] => XXXX-WXX-1", "[each Thursday] => XXXX-WXX-4"), never=("on Monday",))  # fmt: skip
def every_weekday(found: Found, scene: Scene) -> Reading | None:
    number = found.value("weekdays") if found.has("weekdays") else found.value("weekday", "WEEKDAY", "WEEKDAYS")
    return Reading("SET", f"XXXX-WXX-{number + 1}", None)
