"""How long: two weeks, a four-day strike, several years."""

from __future__ import annotations

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.rules.relative import UNIT_WORDS
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading
from parsers.dates.values import lasting


@rule("COUNT -? UNITANY", "the? last|past|next|first|coming COUNT -? UNITANY", "a|an UNIT", "a|an COUNT -? UNITANY", "nearly|almost|about|around|over COUNT -? UNITANY",
      examples=("for [six months] => P6M", "a [four-day] strike => P4D", "[the past three years] => P3Y", "for [a year] => P1Y"))  # fmt: skip
def counted_duration(found: Found, scene: Scene) -> Reading | None:
    if found.has("unit"):
        return lasting(1, found.value("unit"))
    unit = found.value("unitany", "UNIT" if found.word("unitany") in UNIT_WORDS else "UNITS")
    count = found.count("count")
    return lasting(count, unit) if count is not None else None


@rule("several|few|many|some|couple UNITS", "a few UNITS", "a couple of UNITS", "recent UNITS", "UNITS", "the? last|past|next|coming few|several? UNITS",
      examples=("for [several years] => PXY", "[weeks] of talks => PXW"))  # fmt: skip
def vague_duration(found: Found, scene: Scene) -> Reading | None:
    return lasting("X", found.value("units"))
