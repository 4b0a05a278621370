"""Dates of articles as JSON lines: reads {"id", "published", "text"}, prints {"id", "start", "end", "value",
"type"} for each expression."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from parsers.dates import tag
from parsers.errors import InputError

EXPECTED = 'expected a JSON object with "id", "text" and "published" as YYYY-MM-DD or null'


def lines(source: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One record for each expression of each article. Raises InputError naming the line that is no article."""
    for number, line in enumerate(source, 1):
        if line.strip():
            yield from expressions(article(line, number))


def article(line: str, number: int) -> dict[str, Any]:
    """The article on a line of input."""
    try:
        record = json.loads(line)
        record["published"] = date.fromisoformat(record["published"]) if record.get("published") else None
        record["text"] + ""
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"line {number}: {error}; {EXPECTED}") from None
    return dict(record)


def expressions(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for found in tag(record["text"], record["published"], record.get("title")):
        yield {"id": record.get("id"), "start": found.start, "end": found.end, "value": found.value, "type": found.type,
               "edtf": found.edtf, "basis": found.basis, "rule": found.rule, "note": found.note}  # fmt: skip


def main() -> int:
    """Run over standard input; 0 done, 2 misuse."""
    try:
        for record in lines(sys.stdin):
            print(json.dumps(record, ensure_ascii=False))
    except InputError as error:
        print(f"parsers.dates: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
