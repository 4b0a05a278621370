"""PDF: the text in reading order, without what every page repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from parsers.errors import InputError
from parsers.readers.document import Document, Fit, Item, Reader
from parsers.readers.extras import needs
from parsers.readers.fields import to_article
from parsers.readers.layout import Line, paragraphs, without_repeats

EXTRA = "pdf"
MAX_PAGES = 1_000
MAX_CHARACTERS = 10_000_000
DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
WRITTEN_BY_PROGRAM = re.compile(r"microsoft word|untitled|\.(docx?|indd|qxd|pdf|rtf|dvi)\b", re.IGNORECASE)


def fit(document: Document) -> Fit:
    """Sure where the mark of a PDF file stands in the first kilobyte, where readers look for it."""
    return Fit.SURE if b"%PDF-" in document.head[:1024] else Fit.NO


def read(document: Document) -> Iterator[Item]:
    """The one article of the file; title and day of creation from its properties."""
    with needs(EXTRA, "pypdfium2"):
        import pypdfium2

    try:
        file = pypdfium2.PdfDocument(document.data(50_000_000))
    except pypdfium2.PdfiumError as error:
        raise InputError(_why(str(error))) from error
    if len(file) > MAX_PAGES:
        raise InputError(f"has {len(file)} pages, {MAX_PAGES} at most are read; split it")
    text = "\n\n".join(paragraphs(without_repeats(_pages(file))))
    if not text:
        raise InputError("holds pictures of pages and no text; have a program for text recognition (OCR) read it first")
    about = file.get_metadata_dict(skip_empty=True)
    yield to_article(_described(about, text, document) | {"text": text}, "document properties")


def _why(error: str) -> str:
    if "password" in error.lower():
        return "is protected by a password; save it without one"
    return f"is no PDF that can be opened ({error}); save its text alone"


def _pages(file: Any) -> list[list[Line]]:
    pages, characters = [], 0
    for page in file:
        found = page.get_textpage()
        characters += found.count_chars()
        if characters > MAX_CHARACTERS:
            raise InputError(f"holds more than {MAX_CHARACTERS // 1_000_000} million characters, too much for one article; split it")
        pages.append(list(_lines(found)))
        page.close()
    return pages


def _lines(page: Any) -> Iterator[Line]:
    place = 0
    for words in page.get_text_range(errors="replace").split("\r\n"):
        if words.strip():
            first, last = place + len(words) - len(words.lstrip()), place + len(words.rstrip()) - 1
            left, foot, _, top = page.get_charbox(first, loose=True)
            _, bottom, right, _ = page.get_charbox(last, loose=True)  # the library sometimes gives two lines as one
            yield Line(words.strip(), left, right, bottom, top, top - foot)
        place += len(words) + 2


def _described(about: dict[str, str], text: str, document: Document) -> dict[str, Any]:
    title = " ".join(about.get("Title", "").replace("\x00", "").split())
    first = text.split("\n\n", 1)[0]
    if not title or WRITTEN_BY_PROGRAM.search(title):
        title = first if len(first) <= 150 and not first.endswith(".") else ""
    found = {"title": title}
    day = DATE.match(about.get("CreationDate", ""))
    if day and not document.about.get("published"):
        found["published"] = "-".join(day.groups())
    return {key: value for key, value in found.items() if value}


READER = Reader("pdf", (".pdf",), fit, read, confined=True, extra=EXTRA)
