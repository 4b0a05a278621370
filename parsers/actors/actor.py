"""An actor: a place in the text that names who acts or who is hit, with its code where words alone give it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """``text[start:end]`` names a jurisdiction, or refers to one.

    ``code`` is ISO 3166 (``JP``, ``UA-43``) or a bloc (``EU``, ``WEST``), None where only the document can tell.
    ``kind``: state, bloc, region, capital, seat, office, agency, person, people or reference.
    ``form``: noun ("Japan", "OFAC"), adjective ("Japanese") or people ("Russians").
    ``authority``: the text's own words for the body or person that acts, None for a plain state name.
    ``refers``: for a reference, and an office without a state, what it points to (bloc, government, ministry, minister, ...).
    ``count``: how many it points to ("the two countries" is 2), where said.
    """

    start: int
    end: int
    code: str | None
    kind: str
    form: str = "noun"
    authority: str | None = None
    refers: str | None = None
    count: int | None = None
