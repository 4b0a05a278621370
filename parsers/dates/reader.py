"""One article read from top to bottom: phrases found, rules tried longest first, dates resolved in the order of the text."""

from __future__ import annotations

from datetime import date

from parsers.dates.anchored import settle
from parsers.dates.chunks import phrases
from parsers.dates.found import Found
from parsers.dates.grammar import Grammar, Hits, Token, grammar
from parsers.dates.headings import at_head, govern, standing
from parsers.dates.scene import Scene, Spoken
from parsers.dates.timex import Timex
from parsers.dates.tokens import folded


def tag(text: str, published: date | None, title: str | None = None) -> list[Timex]:
    """The temporal expressions of a whole article, sorted and not overlapping; offsets are code points of ``text``.

    ``published`` is the day that "today" means; without it years come from landmarks and neighbours or stay unknown (``XXXX-02-25``).
    ``title`` may name the year or the landmark that the text leaves out.
    """
    fold, lexicon = folded(text), grammar()
    scene = Scene(text, fold, published, lexicon.cues)
    if title:
        scene.full, scene.landmark = spoken_in(title, published, lexicon)
    found: list[Timex] = []
    for row in phrases(text, fold, lexicon):
        found.extend(read_row(row, scene, lexicon))
    return settle(found, scene)


def spoken_in(title: str, published: date | None, lexicon: Grammar) -> tuple[Spoken | None, Spoken | None]:
    """The full date and the landmark that a headline names, as if they stood before the text."""
    scene = Scene(title, folded(title), published, lexicon.cues)
    for row in phrases(title, scene.fold, lexicon):
        read_row(row, scene, lexicon)
    return tuple(Spoken(each.edtf, -1) if each else None for each in (scene.full, scene.landmark))  # type: ignore[return-value]


def read_row(row: list[Token], scene: Scene, lexicon: Grammar) -> list[Timex]:
    """The expressions in one phrase: at each place the longest rule that has an answer."""
    hits = lexicon.hits("".join([token[2] for token in row]))
    place, out = 0, []
    scene.begin(row[0][0])
    while place < len(row):
        hit = read_at(row, place, hits[place], scene, lexicon) if hits[place] else None
        if hit:
            out.append(hit[0])
            place = hit[1]
            continue
        if row[place][2] == lexicon.code["LANDMARK"]:
            scene.name(lexicon.landmarks[row[place][3]], row[place][1])
        place += 1
    return out


def read_at(row: list[Token], place: int, hits: Hits, scene: Scene, lexicon: Grammar) -> tuple[Timex, int] | None:
    """What the rules make of the words at one place, and where to go on."""
    head = at_head(row[place][0], scene)
    for each, match in hits:
        start, end = row[place][0], row[match.end() - 1][1]
        reading = each.read(Found(row, match, lexicon, start, end, head), scene)
        if reading is None:
            continue
        name = standing(start, end, head, reading, scene) or each.name
        govern(name, reading, end, scene)
        scene.spoken(reading, start, end, name)
        return Timex(start, end, reading.type, reading.value, reading.edtf, reading.basis, name, reading.note), match.end()
    return None
