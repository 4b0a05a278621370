"""What a text carries along while it is read: publication, headings, the day last spoken of, landmarks, tense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from parsers.dates.timex import Reading

FORWARD = r"will|'ll|shall|would|to be|is to|are to|due|scheduled|expected|expects?|plans?|planned|set to|set for|until|deadline|from|by|starting|beginning|expires?|upcoming|next|effective"  # noqa: E501
PAST_WORDS = "was|were|had|said|did|took|made|began|came|went|told|gave|held|left|met|won|lost|cut|fell|rose|struck|shut|broke|froze|withdrew|became|brought|sent|saw|put|has|have|since"  # noqa: E501
CUE = re.compile(rf"\b(?:(?P<future>{FORWARD})|(?P<past>{PAST_WORDS}|[a-z]{{2,}}ed))\b")
SENTENCE = re.compile(r"[.!?;]\s|\n")
FAR = 400  # days between a date and publication past which a text tells of another time


@dataclass(slots=True)
class Scene:
    """The state of the reading; one for each text."""

    text: str
    fold: str
    published: date | None
    heading: str | None = None
    heading_end: int = 0
    last: date | None = None
    last_edtf: str | None = None
    last_full: tuple[date, int] | None = None
    year_hint: tuple[int, str] | None = None

    @property
    def today(self) -> date | None:
        """The day that "today" means: of the heading in force, else of publication, else the day last spoken of."""
        return self.published or self.last

    def tense(self, start: int, end: int) -> str | None:
        """"past" or "future" by the nearest cue before the words in their sentence, else the first one after, else None."""
        before = SENTENCE.split(self.fold[max(0, start - 160) : start])[-1]
        cue = None
        for cue in CUE.finditer(before):  # noqa: B007
            pass
        if cue is None:
            cue = CUE.search(SENTENCE.split(self.fold[end : end + 80])[0])
        return cue.lastgroup if cue else None

    def spoken(self, reading: Reading, end: int) -> None:
        """Remember a date that was read."""
        if not reading.edtf or reading.edtf.startswith("X") or reading.type not in ("DATE", "TIME"):
            return
        self.last_edtf = reading.edtf
        if re.match(r"\d{4}-\d\d-\d\d\Z", reading.edtf):
            self.last = date.fromisoformat(reading.edtf)
            if reading.basis == "explicit":
                self.last_full = (self.last, end)

    def same_paragraph(self, position: int, start: int) -> bool:
        """Whether no blank line lies between an earlier place and the words."""
        return position <= start and "\n\n" not in self.fold[max(position, start - 2000) : start]


def weekday_near(anchor: date, weekday: int, forward: bool) -> date:
    """The latest such weekday on or before a day, or the first on or after it."""
    if forward:
        return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
