"""One article read from top to bottom: phrases found, rules tried longest first, dates resolved in the order of the text."""

from __future__ import annotations

from datetime import date

from parsers.dates.chunks import phrases
from parsers.dates.found import Found, Token
from parsers.dates.grammar import Grammar, grammar
from parsers.dates.headings import standing
from parsers.dates.scene import Scene
from parsers.dates.timex import Timex
from parsers.dates.tokens import folded


def tag(text: str, published: date | None, title: str | None = None) -> list[Timex]:
    """The temporal expressions of a whole article, sorted and not overlapping; offsets are code points of ``text``.

    ``published`` is the day that "today" means; without it years come from landmarks and neighbours or stay unknown (``XXXX-02-25``).
    """
    fold, lexicon = folded(text), grammar()
    scene = Scene(text, fold, published)
    found: list[Timex] = []
    for row in phrases(text, fold, lexicon):
        found.extend(read_row(row, scene, lexicon))
    return found


def read_row(row: list[Token], scene: Scene, lexicon: Grammar) -> list[Timex]:
    """The expressions in one phrase: at each place the longest rule that has an answer."""
    line, place, out = "".join(token[2] for token in row), 0, []
    while place < len(line):
        hit = read_at(row, line, place, scene, lexicon)
        if hit:
            out.append(hit[0])
            place = hit[1]
        else:
            place += 1
    return out


def read_at(row: list[Token], line: str, place: int, scene: Scene, lexicon: Grammar) -> tuple[Timex, int] | None:
    """What the rules make of the words at one place, and where to go on."""
    rules = lexicon.by_code.get(line[place], ())
    hits = [(each, match) for each, regex in rules if (match := regex.match(line, place))]
    hits.sort(key=lambda hit: -hit[1].end())
    for each, match in hits:
        found = Found(row, match, scene.fold)
        reading = each.read(found, scene)
        if reading is None:
            continue
        name = standing(found, reading, scene) or each.name
        scene.spoken(reading, found.end)
        return Timex(found.start, found.end, reading.type, reading.value, reading.edtf, reading.basis, name, reading.note), match.end()
    return None
