"""What a text carries along while it is read: publication, headings, entries, the days last spoken of, tense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from parsers.dates.landmarks import Landmark, generic_landmarks
from parsers.dates.timex import Reading
from parsers.edtf import bounds

SENTENCE = re.compile(r"[.!?;]\s|\n")
# Abbreviations whose full stop ends no sentence.
ABBREVIATED = re.compile(r"\b(?:u\.s|mr|mrs|dr|gen|sen|no|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|inc|corp|co|ltd|a\.m|p\.m)\Z")
ROW = re.compile(r"^[ \t]*(?:\d{4}-\d\d-\d\d|\d\d? [a-z]{3,9} \d{4}) ", re.MULTILINE)
MARKS = ".,;:!?()[]\"'"
NEAR = 14  # days between a heading and publication within which "today" is the heading's day
REPRINT = 60  # days after which a text with a dateline may still be printed again
LEFT, RIGHT = 220, 140  # code points of a sentence looked at around a date
DAY, MONTH = len("2022-02-25"), len("2022-02")
QUOTED = 400  # code points between the day of a statement and the "today" that is quoted from it
MEMORY = 1500  # code points after which a day spoken of is forgotten


class Spoken:
    """A date that was read, and where it ended; its first and last day are worked out when they are asked for."""

    __slots__ = ("days", "edtf", "end")

    def __init__(self, edtf: str, end: int) -> None:
        self.edtf = edtf
        self.end = end
        self.days: tuple[date, date] | None = None

    @property
    def is_day(self) -> bool:
        return len(self.edtf) == DAY

    @property
    def first(self) -> date:
        if self.days is None:
            self.days = bounds(self.edtf)
        return self.days[0]

    @property
    def last(self) -> date:
        if self.days is None:
            self.days = bounds(self.edtf)
        return self.days[1]


@dataclass(slots=True)
class Scene:
    """The state of the reading; one for each text.

    ``day`` is the day last spoken of, ``near`` the day or month, ``any`` the date of whatever precision, ``full`` the last one whose
    year stands in the text, ``landmark`` the newest event named, ``dateline`` the day of an agency's dateline.
    """

    text: str
    fold: str
    published: date | None
    cues: dict[str, str]
    heading: Spoken | None = None
    entry: Spoken | None = None
    entry_end: int = 0
    day: Spoken | None = None
    any: Spoken | None = None
    near: Spoken | None = None
    full: Spoken | None = None
    landmark: Spoken | None = None
    dateline: Spoken | None = None
    rows: int = -1
    meant: dict[str, Landmark] | None = None

    @property
    def today(self) -> date | None:
        """The day that "today" means: of a heading or entry close to publication, else of the dateline, else of publication."""
        for head in (self.entry, self.heading):
            if head and head.is_day and (self.published is None or abs((self.published - head.first).days) <= NEAR):
                return head.first
        line = self.dateline
        if line and (self.published is None or 0 <= (self.published - line.first).days <= REPRINT):
            return line.first
        return self.published

    def quoted_day(self, start: int) -> date | None:
        """What "today" means in quotation marks: the day told just before, where it lies within three days of publication."""
        day = self.day
        if day is None or self.published is None or start - day.end > QUOTED or not 0 < (self.published - day.first).days <= 3:
            return None
        before = self.fold[day.end : start]
        return day.first if before.count('"') % 2 == 1 else None

    def name(self, event: Landmark, end: int) -> None:
        """Remember the newest landmark that the text names: the text cannot be older than it."""
        if self.landmark is None or event.day >= self.landmark.first:
            self.landmark = Spoken(event.day.isoformat(), end)

    @property
    def generic(self) -> dict[str, Landmark]:
        """What "the invasion" or "the coup" means in this text."""
        if self.meant is None:
            self.meant = generic_landmarks(self.fold, self.published)
        return self.meant

    @property
    def ledger(self) -> bool:
        """Whether the text is a log: several lines begin with a full date."""
        if self.rows < 0:
            self.rows = len(ROW.findall(self.fold))
        return self.rows >= 3

    def begin(self, position: int) -> None:
        """Leave an entry whose line has ended."""
        if self.entry and position >= self.entry_end:
            self.entry = None

    def spoken(self, reading: Reading, start: int, end: int, rule: str) -> None:
        """Remember a date that was read; a limit ("until May 3") is not the day that "two days later" counts from."""
        edtf = reading.edtf
        if not edtf or edtf.startswith("X") or reading.type not in ("DATE", "TIME") or rule == "year_in_name":
            return
        now = Spoken(edtf, end)
        if rule == "dateline":
            self.dateline = now
            return
        size = len(edtf)
        if reading.basis != "relative" or size == DAY:
            self.any = now
        if size in (DAY, MONTH):
            self.near = now
        if size == DAY and not self.limits(start):
            self.day = now
        if reading.basis == "explicit" and size in (DAY, MONTH) and not self.fold[max(0, start - 6) : start].endswith("since "):
            self.full = now

    def recent(self, spoken: Spoken | None, start: int) -> Spoken | None:
        """What was spoken of, unless it lies too far back."""
        return spoken if spoken and start - spoken.end < MEMORY else None

    def anchor(self, unit: str, start: int) -> date | None:
        """The day that "two days later" or "the following month" counts from: spoken of last, of the entry, or today."""
        found = self.recent(self.day if unit in "DWF" else self.near if unit == "M" else self.any, start)
        if found is None:
            found = self.entry or (self.heading if self.heading and self.heading.is_day else None)
        return found.last if found else self.today

    def tense(self, start: int, end: int) -> str | None:
        """ "past" or "future" by the nearest cue before the words in their sentence, else the first one after, else None."""
        words = self.sentence_before(start).split()
        cue = next((cue for place in range(len(words) - 1, -1, -1) if (cue := self.cue(words, place))), None)
        if cue:
            return cue
        words = SENTENCE.split(self.fold[end : end + RIGHT], maxsplit=1)[0].split()
        return next((cue for place in range(len(words)) if (cue := self.cue(words, place))), None)

    def cue(self, words: list[str], place: int) -> str | None:
        """The tense that a word tells, with the one after it or before it; a form in -ed is past but for "will be closed"."""
        word = words[place].strip(MARKS)
        pair = place + 1 < len(words) and self.cues.get(f"{word} {words[place + 1]}")
        if pair:
            return pair
        found = self.cues.get(word) or ("past" if word.endswith("ed") and len(word) > 3 else None)
        return None if found == "past" and place and words[place - 1] in ("be", "being") else found

    def sentence_before(self, start: int) -> str:
        """The part of the sentence that stands before a place."""
        low = max(0, start - LEFT)
        window = self.fold[low:start]
        begin = 0
        for stop in SENTENCE.finditer(window):
            if not ABBREVIATED.search(window, max(0, stop.start() - 5), stop.start()):
                begin = stop.end()
        return window[begin:]

    def limits(self, start: int) -> bool:
        """Whether the word before a place sets a limit, so that the end of a period is its last day."""
        before = self.fold[max(0, start - 12) : start].split()
        return bool(before) and before[-1] in ("until", "till", "through", "by", "before", "to")

    def same_paragraph(self, position: int, start: int) -> bool:
        """Whether no line ends between an earlier place and the words."""
        return "\n" not in self.fold[max(position, start - MEMORY) : start] and start - position < MEMORY


def weekday_near(anchor: date, weekday: int, forward: bool) -> date:
    """The latest such weekday on or before a day, or the first on or after it."""
    if forward:
        return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
