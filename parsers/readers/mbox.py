"""Mailboxes (mbox): one mail after the other, in constant memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.readers.document import MAX_BYTES, Document, Failure, Fit, Item, Reader

ENVELOPE = re.compile(rb"From \S+.*\d\d:\d\d.*\d{4}\s*$")
QUOTED = re.compile(rb">+From ")


def fit(document: Document) -> Fit:
    """Sure where the first line is the envelope of a mail and a header follows."""
    first, _, rest = document.head.partition(b"\n")
    return Fit.SURE if first.startswith(b"From ") and re.match(rb"[A-Za-z][A-Za-z0-9-]*:", rest) else Fit.NO


def read(document: Document) -> Iterator[Item]:
    """The mails in their order, each with its number."""
    for number, lines in enumerate(_mails(document), start=1):
        if sum(map(len, lines)) > MAX_BYTES:
            yield Failure(f"mail {number}", f"is larger than {MAX_BYTES // 1_000_000} MB, too much for one article; save its text alone")
        else:
            yield document.inner(f"{document.name}: mail {number}", b"".join(lines), suffix=".eml")


def _mails(document: Document) -> Iterator[list[bytes]]:
    """The lines of each mail without its envelope; of one that is too large the first lines, one too many."""
    mail: list[bytes] = []
    size = 0
    blank, begun = True, False
    for line in document.lines():
        if blank and ENVELOPE.match(line):
            if begun:
                yield mail
            mail, size, begun = [], 0, True
        elif size <= MAX_BYTES:
            mail.append(line[1:] if QUOTED.match(line) else line)
            size += len(line)
        blank = not line.strip()
    if begun:
        yield mail


READER = Reader("mailbox", (".mbox",), fit, read)
