"""Word documents (DOCX): paragraphs and tables in their order, as they read with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from parsers.errors import InputError
from parsers.readers.document import Document, Fit, Item, Reader
from parsers.readers.extras import needs
from parsers.readers.fields import to_article
from parsers.readers.zip_file import OFFICE

EXTRA = "docx"
MAX_UNPACKED = 300_000_000
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{WORDS}tab": "\t", f"{WORDS}br": "\n", f"{WORDS}cr": "\n", f"{WORDS}noBreakHyphen": "\u2011"}
# The same words in a form for older programs.
TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def fit(document: Document) -> Fit:
    """Sure for a zip file that begins as Office documents do and has a part for words."""
    is_office = document.head.startswith(b"PK\x03\x04") and document.head[30:].startswith(OFFICE)
    return Fit.SURE if is_office else Fit.NO


def read(document: Document) -> Iterator[Item]:
    """The one article of the document; title, language and day of creation from its properties."""
    from zipfile import BadZipFile

    with needs(EXTRA, "docx"):
        import docx
    data = document.data(50_000_000)
    try:
        _check_size(data)
        words = docx.Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError, OSError, AttributeError) as error:
        raise InputError(f"is no Word document that can be opened ({error}); save its text alone") from error
    text = "\n\n".join(block for block in _blocks(words) if block)
    if not text:
        raise InputError("the document has no text; save its text alone")
    yield to_article(_described(words.core_properties, document) | {"text": text}, "document properties")


def _check_size(data: bytes) -> None:
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
            raise InputError(
                f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB, as only a file made to do harm does; save its text alone"
            )


def _blocks(words: Any) -> Iterator[str]:
    for block in words.iter_inner_content():
        rows = getattr(block, "rows", None)
        if rows is None:
            yield _text(block._p).strip()
        else:
            yield "\n".join(_row(row) for row in rows)


def _row(row: Any) -> str:
    cells = dict.fromkeys(cell._tc for cell in row.cells)  # a cell that spans columns comes once for each
    return "| " + " | ".join(" ".join(_text(cell).split()) for cell in cells) + " |"


def _text(element: Any) -> str:
    parts: list[str] = []
    for node in element.iter(f"{WORDS}t", f"{WORDS}p", *SIGNS):
        if next(node.iterancestors(TWICE), None) is None:
            parts.append(SIGNS.get(node.tag) or (node.text or "" if node.tag == f"{WORDS}t" else " " if parts else ""))
    return "".join(parts).replace("\xad", "")


def _described(about: Any, document: Document) -> dict[str, Any]:
    found = {"title": about.title, "publisher": "", "language": about.language}
    created = about.created
    if isinstance(created, datetime) and not document.about.get("published"):
        found["published"] = created.date().isoformat()
    return {key: value for key, value in found.items() if value}


READER = Reader("docx", (".docx",), fit, read, confined=True, extra=EXTRA)
