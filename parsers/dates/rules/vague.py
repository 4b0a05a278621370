"""Now, recently, in the future: references without a date."""

from __future__ import annotations

from parsers.dates.found import Found
from parsers.dates.pattern import rule
from parsers.dates.scene import Scene
from parsers.dates.timex import Reading

NO_NOUN = frozenset({"and", "or", "to", "but", "it", "the", "we", "he", "they", "is", "was", "has", "had", "that"})


@rule(
    "NOWISH", "at present", "at the moment", "the time being", "right now", "these days", "at this|the present time", "the moment",
    "the present", "this moment", "at this point in time",
    examples=("is [now] closed => PRESENT_REF", "for [the time being] => PRESENT_REF"),
    never=("they will present a list", "a moment of rest"),
)  # fmt: skip
def present(found: Found, scene: Scene) -> Reading | None:
    if found.words == ["the", "moment"] and scene.fold[max(0, found.start - 4) : found.start] != "for ":
        return None
    return Reading("DATE", "PRESENT_REF", None)


@rule(
    "ONCE", "the past", "more|most recently", "the recent past", "very recently", "just recently", "until recently", "past years",
    examples=("has [recently] met => PAST_REF", "as in [the past] => PAST_REF"),
    never=("the past three years", "past the gate"),
)  # fmt: skip
def past(found: Found, scene: Scene) -> Reading | None:
    follows = scene.fold[found.end : found.end + 8].split(" ")
    if found.words == ["the", "past"] and len(follows) > 1 and not follows[0] and follows[1].isalpha() and follows[1] not in NO_NOUN:
        return None
    return Reading("DATE", "PAST_REF", None)


@rule(
    "SOONISH", "the near|distant|foreseeable|immediate? future", "near|foreseeable future", "the short|long|near|medium term",
    "coming UNITS", "the coming UNITS", "future UNITS",
    examples=("will [soon] meet => FUTURE_REF", "in [the near future] => FUTURE_REF", "in [the coming days] => FUTURE_REF"),
    never=("as soon as they can", "oil futures", "soon after"),
)  # fmt: skip
def future(found: Found, scene: Scene) -> Reading | None:
    if "soon" in found.words and (
        scene.fold.startswith((" as", " after", "er"), found.end) or scene.fold[max(0, found.start - 4) : found.start] in (" as ", "how ")
    ):
        return None
    return Reading("DATE", "FUTURE_REF", None)
