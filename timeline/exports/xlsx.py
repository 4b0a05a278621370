"""XLSX: the table in words with real dates, its evidence, links and conflicts on sheets of their own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from parsers.edtf import precision
from parsers.errors import InputError
from parsers.vocabulary import vocabulary
from timeline.charts.names import instrument, jurisdiction, jurisdictions, scopes
from timeline.exports.exporter import CERTAINTY, Content, Exporter, Written
from timeline.exports.wording import told_on
from timeline.safe import FORMULA, link, plain, visible

CELL = 32_767  # characters that a cell can hold
ROWS = 1_048_575  # rows below the header
FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was; before it days come out wrong
Row = Sequence[Any]
Sheet = tuple[str, Sequence[tuple[str, int]], Callable[[Content], Iterable[Row]]]


def write(content: Content) -> Written:
    """A workbook of the sheets in SHEETS; needs XlsxWriter. InputError for more rows than a sheet can hold."""
    import xlsxwriter

    out = io.BytesIO()
    # Row by row, so that memory does not grow with the table.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": visible(content.title), "created": _made(content)})
        forms = {"head": book.add_format({"bold": True, "bottom": 1}), "day": book.add_format({"num_format": "yyyy-mm-dd"})}
        forms |= {"text": book.add_format(), "armed": book.add_format({"quote_prefix": True})}
        for name, columns, rows in SHEETS:
            _fill(book.add_worksheet(name), columns, rows(content), forms)
    return Written(out.getvalue(), len(content.events))


def _made(content: Content) -> datetime:
    """The day of the newest article, so that the same events give the same bytes."""
    newest = max((day for event in content.events if (day := told_on(event)[1])), default=date(2000, 1, 1))
    return datetime(newest.year, newest.month, newest.day)  # noqa: DTZ001 - a day, in the zoneless time of the format


def _fill(sheet: Any, columns: Sequence[tuple[str, int]], rows: Iterable[Row], forms: dict[str, Any]) -> None:
    for place, (name, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, forms["head"])
    sheet.freeze_panes(1, 0)
    number = 0
    for number, row in enumerate(rows, 1):
        if number > ROWS:
            raise InputError(f"xlsx: more than {ROWS:,} rows, which is what a sheet holds; narrow the filters, or take parquet or csv")
        for place, value in enumerate(row):
            _cell(sheet, (number, place), value, forms)
    sheet.autofilter(0, 0, max(number, 1), len(columns) - 1)


def _cell(sheet: Any, place: tuple[int, int], value: Any, forms: dict[str, Any]) -> None:
    if isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), forms["day"])  # noqa: DTZ001
    elif isinstance(value, (int, float)):
        sheet.write_number(*place, value)
    elif text := _cut(visible(plain(value))):
        # A string is never run; the mark keeps it a string when somebody edits the cell.
        sheet.write_string(*place, text, forms["armed" if text.startswith(FORMULA) else "text"])


def _cut(text: str) -> str:
    return text if len(text) <= CELL // 2 else f"{text[: CELL // 2]}…"


def _date(edtf: str | None) -> date | str | None:
    """A real date where a day is known, else the text."""
    return date.fromisoformat(edtf) if edtf and precision(edtf) == "day" else edtf


def _events(content: Content) -> Iterator[Row]:
    words = vocabulary()
    for event in content.events:
        first, last = event.interval
        yield (
            *(event.event_id, _date(event.date), first, last, jurisdiction(event.imposer), instrument(event.instrument)),
            *(jurisdictions(event.targets), event.target_names, scopes(event.scope), words.actions[event.action]),
            *(words.statuses[event.status], _date(event.announced), _date(event.effective), _date(event.expires)),
            *(words.date_bases[event.date_basis], jurisdictions(event.response_to), event.count, event.authority, event.legal_ref),
            *(event.attribution, event.confidence, event.n_articles, event.n_sources, event.quote, event.publisher, event.article_title),
            *(link(event.url), event.imposer, event.targets, event.instrument, event.scope),
            *(content.certainty(event.event_id).get(name) for name in CERTAINTY),
        )


def _evidence(content: Content) -> Iterator[Row]:
    for event in content.events:
        for one in event.mentions:
            about = (event.event_id, one.publisher, one.title, one.published, one.quote, one.attribution)
            told = (vocabulary().statuses[one.status], _date(one.announced), _date(one.effective), _date(one.expires))
            yield (*about, *told, one.confidence, one.article, one.start, one.end, link(one.url))


def _links(content: Content) -> Iterator[Row]:
    for event in content.events:
        yield from ((event.event_id, arrow.type, arrow.to, arrow.cue, arrow.basis, arrow.confidence) for arrow in event.links)


def _conflicts(content: Content) -> Iterator[Row]:
    for event in content.events:
        for one in event.conflicts:
            for value in one.values:
                chosen = "chosen" if value == one.chosen else ""
                yield (event.event_id, one.field, value, chosen, one.articles.get(value, ()), one.rule)


def _about(content: Content) -> Iterator[Row]:
    yield ("title", content.title)
    yield ("events", len(content.events))
    yield from (("left out", words) for words in EXPORTER.leaves_out)


SHEETS: tuple[Sheet, ...] = (
    (
        "Events",
        (
            *(("event", 24), ("date", 12), ("from", 12), ("to", 12), ("imposer", 16), ("measure", 22), ("against", 18), ("named", 24)),
            *(("goods and groups", 20), ("action", 10), ("status", 11), ("announced", 12), ("takes effect", 12), ("expires", 12)),
            *(("date basis", 14), ("in answer to", 16), ("number hit", 10), ("authority", 20), ("legal act", 20), ("according to", 20)),
            *(("confidence", 10), ("articles", 9), ("sources", 9), ("quote", 60), ("publisher", 20), ("title", 40), ("address", 40)),
            *(("imposer code", 12), ("target codes", 12), ("instrument code", 20), ("scope codes", 20)),
            *(("certainty", 11), ("why so certain", 40)),
        ),
        _events,
    ),
    (
        "Evidence",
        (
            *(("event", 24), ("publisher", 20), ("title", 40), ("published", 12), ("quote", 60), ("according to", 20), ("status", 11)),
            *(("announced", 12), ("takes effect", 12), ("expires", 12), ("confidence", 10), ("article", 24), ("start", 8), ("end", 8)),
            ("address", 40),
        ),
        _evidence,
    ),
    ("Links", (("event", 24), ("link", 14), ("to event", 24), ("words", 30), ("basis", 30), ("confidence", 10)), _links),
    ("Conflicts", (("event", 24), ("field", 12), ("value", 16), ("chosen", 8), ("articles", 40), ("rule", 40)), _conflicts),
    ("About", (("what", 12), ("words", 100)), _about),
)

EXPORTER = Exporter(
    name="xlsx",
    suffix=".xlsx",
    label="XLSX, for Excel and LibreOffice",
    holds=(
        "The table in words with codes beside them, and sheets for evidence, links and conflicts. Days are real dates, headers stay"
        " in view and filter. `certainty` is filled where a filter asks about days."
    ),
    leaves_out=(
        "real dates for what is less exact than a day, or before March 1900: it stays text, as EDTF; `from` and `to` are days",
        "the reasons behind fields and merges, history, judgements",
        f"text of a cell beyond {CELL // 2:,} characters, which ends in an ellipsis",
        "formulas and links: every text is a text; control characters are written out; addresses other than http and https",
    ),
    write=write,
    extra="xlsx",
    needs="xlsxwriter",
)
