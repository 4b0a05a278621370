"""What text of strangers must not do: steer a terminal, run in a spreadsheet, end an XML document, hide in a link."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))

# Control characters, and those that turn the direction of writing: a terminal obeys them, so an article must not send them.
UNSAFE = {code: None for code in CONTROLS if code not in (9, 10)}
# The same written out, with what neither UTF-8 (halves of a pair) nor XML (two noncharacters) can carry.
ESCAPED = {code: f"\\u{code:04x}" for code in (*UNSAFE, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)}
# What a spreadsheet takes for the start of a formula, the wide forms included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

NO_ADDRESS = frozenset('<>"{}|\\^`')


def visible(text: str) -> str:
    """Text with every character that a program would obey written out: ESC becomes ``\\u001b``. Line ends become ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(ESCAPED)


def one_line(text: str) -> str:
    """The same on one line, with single spaces.

    >>> one_line("a  b\\r\\nc")
    'a b c'
    """
    return " ".join(visible(text).split())


def plain(value: Any) -> str:
    """A value as people read it: nothing for None, lists joined."""
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def disarmed(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what looks like one.

    >>> disarmed("=1+1"), disarmed("a=1")
    ("'=1+1", 'a=1')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON that keeps every character and holds none that a terminal obeys; the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=str).translate(ESCAPED)


def script_json(value: Any) -> str:
    """JSON that may also stand in an HTML page: no tag begins or ends in it."""
    return json_text(value, indent=1).translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}) + "\n"


def safe_url(url: str | None) -> str | None:
    """The address if it is a web address (http or https with a host), else None: no ``javascript:`` or ``data:`` link."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and parts.netloc
    return url if is_web and not any(char.isspace() or ord(char) in ESCAPED for char in url or "") else None


def link(url: str | None) -> str | None:
    """The same, with what no address may hold written as its code, so that a link ends where the address does.

    >>> link('https://a.example/<b>"c"'), link("javascript:alert(1)")
    ('https://a.example/%3Cb%3E%22c%22', None)
    """
    found = safe_url(url)
    return found and "".join(f"%{ord(char):02X}" if char in NO_ADDRESS else char for char in found)
