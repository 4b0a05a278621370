"""A mail, or a page that a browser saved as one file (MHTML): its body and what is attached find their own readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import PurePath
from typing import Any

from parsers.errors import InputError
from parsers.readers.document import Document, Fit, Item, Reader

HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\n]*\n(?:[ \t][^\n]*\n)*")
KNOWN = {
    b"from", b"date", b"subject", b"to", b"message-id", b"received", b"mime-version", b"return-path", b"delivered-to",
    b"content-type", b"snapshot-content-location",
}  # fmt: skip
MAX_PARTS = 1_000
BODIES = {"text/html": ".html", "text/plain": ".txt"}


def fit(document: Document) -> Fit:
    """Sure where the first lines are headers of a mail, three of them known ones."""
    place, found = 0, set[bytes]()
    while len(found) < 3 and (header := HEADER.match(document.head, place)):
        found |= {header[1].lower()} & KNOWN
        place = header.end()
    return Fit.SURE if len(found) >= 3 else Fit.POSSIBLE if found else Fit.NO


def read(document: Document) -> Iterator[Item]:
    """The body, as a page where it is written as one, and then what is attached."""
    from email import message_from_bytes, policy

    try:
        mail = message_from_bytes(document.data(50_000_000), policy=policy.default)
        about = dict(document.about) | _described(mail)
        parts = list(_parts(mail))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise InputError(f"is no mail that can be taken apart ({error}); save its text alone") from error
    bodies = [part for part in parts if part.get_content_type() in BODIES and part.get_content_disposition() != "attachment"]
    body = next((part for kind in BODIES for part in bodies if part.get_content_type() == kind and _bytes(part).strip()), None)
    if body is None and not any(part.get_filename() for part in parts):
        raise InputError("the mail has no text and no attachment; save its text alone")
    if body is not None:
        yield document.inner(document.name, _bytes(body), suffix=BODIES[body.get_content_type()], charset=_charset(body), about=about)
    for part in parts:
        if part is not body and part.get_filename():
            yield _attachment(document, part, {name: about[name] for name in ("published", "published_from") if name in about})


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(mail.walk()):
        if number > MAX_PARTS:
            raise InputError(f"has more than {MAX_PARTS} parts, as no mail does; save its text alone")
        if not part.is_multipart() and part.get_content_maintype() != "image":
            yield part


def _attachment(document: Document, part: EmailMessage, about: dict[str, Any]) -> Document:
    name = " ".join((part.get_filename() or "").split())
    return document.inner(
        f"{document.name}: {name}", _bytes(part), suffix=PurePath(name).suffix.lower(), charset=_charset(part), about=about
    )


def _bytes(part: EmailMessage) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _charset(part: EmailMessage) -> str | None:
    charset = part.get_content_charset()
    return None if charset in ("us-ascii", "unknown-8bit") else charset


def _described(mail: EmailMessage) -> dict[str, Any]:
    day = _day(mail)
    name, address = parseaddr(_header(mail, "From"))
    saved = mail.get("Snapshot-Content-Location")
    about = {"title": _header(mail, "Subject"), "publisher": "" if saved else name or address, "url": str(saved or "")}
    # A browser that saves a page writes down when it was saved, which is not when the page was published.
    if day and not saved:
        about |= {"published": day, "published_from": "mail header"}
    return {key: value for key, value in about.items() if value}


def _header(mail: EmailMessage, name: str) -> str:
    return " ".join(str(mail.get(name, "")).split())


def _day(mail: EmailMessage) -> str:
    date: Any = mail.get("Date")
    found = getattr(date, "datetime", None)
    return found.date().isoformat() if isinstance(found, datetime) else ""


READER = Reader("mail", (".eml", ".mht", ".mhtml"), fit, read, confined=True)
