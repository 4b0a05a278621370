"""What text of strangers must not do: steer a terminal, run in a spreadsheet, end an XML document, hide in a link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))

# Marks of direction and characters without width, in which words can hide. Joiners stay: some scripts cannot be written without them.
HIDDEN = (0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF)
# Control characters, and those that turn the direction of writing or hide: a terminal obeys them, so an article must not send them.
UNSAFE = {code: None for code in (*CONTROLS, *HIDDEN) if code not in (9, 10)}
# All of them written out, with what neither UTF-8 (halves of a pair) nor XML (two noncharacters) can carry.
ESCAPED = {code: f"\\u{code:04x}" for code in (*UNSAFE, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)}
# One search for all of them: nearly every text has none, and looking at each character in turn takes ten times as long.
OBEYED = re.compile(f"[{''.join(map(re.escape, map(chr, ESCAPED)))}]")
TAGGED = re.compile("[<>&\u2028\u2029]")
# What a spreadsheet takes for the start of a formula, the wide forms included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

NO_ADDRESS = frozenset('<>"{}|\\^`')


def visible(text: str) -> str:
    """Text with every character that a program would obey written out: ESC becomes ``\\u001b``. Line ends become ``\\n``."""
    return _written_out(OBEYED, text.replace("\r\n", "\n").replace("\r", "\n"))


def shown(text: str) -> str:
    """Text for a page: what would turn its direction or not be seen stands there by its number.

    >>> shown("a\\u202eb\\u200bc")
    'a[U+202E]b[U+200B]c'
    """
    return OBEYED.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


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
    return _written_out(OBEYED, json.dumps(value, ensure_ascii=False, indent=indent, default=str))


def script_json(value: Any) -> str:
    """JSON that may also stand in an HTML page: no tag begins or ends in it."""
    return _written_out(TAGGED, json_text(value))


def json_list(values: Iterable[Any]) -> str:
    """The same for very many values: a list with one of them a line."""
    return ",\n".join(map(script_json, values)).join(("[\n", "\n]"))


def _written_out(kind: re.Pattern[str], text: str) -> str:
    return kind.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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
