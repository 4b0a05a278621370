"""From bytes to text: byte order mark, declared encoding, UTF-8, then a guess among the encodings that news are written in."""

from __future__ import annotations

import codecs
import re

from parsers.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Browsers read these names as the Windows code page, and so do the pages that carry them.
AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "iso8859-9": "cp1254"}
CANDIDATES = [
    "cp1252",
    "cp1251",
    "koi8_r",
    "koi8_u",
    "cp1250",
    "iso8859_2",
    "iso8859_5",
    "cp1254",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
]
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``, without its byte order mark. Raises InputError for what is no text or in no known encoding."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, "its byte order mark"))
    _refuse_binary(data)
    if data.isascii():
        return _checked(data.decode("ascii"))
    # What is UTF-8 throughout is hardly ever anything else, whatever a page or the program that saved it declares.
    text = data.decode("utf-8") if is_utf8(data) else _declared(data, declared) or _utf8(data) or _guess(data, declared)
    return _checked(text)


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 (ASCII too) as they stand."""
    try:
        return bool(data.decode("utf-8")) or not data
    except UnicodeDecodeError:
        return False


def _refuse_binary(data: bytes) -> None:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"is {kind}, not text; save the article as text or HTML first")
    if b"\x00" in data:
        raise InputError("is no text (binary data); save the article as text or HTML first")


def _checked(text: str) -> str:
    if len(CONTROL.findall(text)) * 100 > len(text):
        raise InputError("is no text (binary data); save the article as text or HTML first")
    return text


def _strict(data: bytes, encoding: str, declared_by: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"line {line}: is not {encoding} as {declared_by} says; save it as UTF-8") from error


def _declared(data: bytes, declared: str | None) -> str:
    try:
        name = codecs.lookup(declared or "").name
        return data.decode(AS_BROWSERS_DO.get(name, name))
    except (LookupError, UnicodeDecodeError, ValueError):
        # A wrong declaration is common; UTF-8 proves itself, so it is tried before anything is refused.
        return ""


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="replace")
        foreign = sum(1 for char in text if ord(char) > 127 and char != "\ufffd")
        if foreign > 3 * text.count("\ufffd"):
            line = data.count(b"\n", 0, error.start) + 1
            raise InputError(
                f"line {line}: is UTF-8 with a damaged character (byte 0x{data[error.start]:02x}); save it as UTF-8 again"
            ) from error
        return ""


def _guess(data: bytes, declared: str | None) -> str:
    if declared and not _known(declared):
        raise InputError(f"declares the unknown encoding {declared!r} and is not UTF-8; save it as UTF-8")
    from charset_normalizer import from_bytes

    # Western and Central European pages often look equally good; the order of the candidates then decides.
    found = sorted(
        from_bytes(data, cp_isolation=CANDIDATES), key=lambda match: (match.chaos, -match.coherence, CANDIDATES.index(match.encoding))
    )
    if not found:
        raise InputError("is in an unknown encoding; save it as UTF-8")
    return str(found[0])


def _known(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding))
    except (LookupError, ValueError):
        return False
