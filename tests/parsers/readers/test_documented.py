"""The page on formats lists every reader with its suffixes and what it needs."""

import re
from pathlib import Path

import pytest

from parsers.readers import READERS, Reader
from parsers.readers.confined import Limits

PAGE = (Path(__file__).parents[3] / "docs" / "readers.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([\w, ]+) \| ((?:`\.\w+` ?)+) \|([^|]*)\|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_format_is_documented(reader: Reader) -> None:
    (row,) = (row for row in ROWS if reader.name in row[0].split(", "))
    assert set(reader.suffixes) <= set(re.findall(r"\.\w+", row[1]))
    assert (f"[{reader.extra}]" in row[2]) == bool(reader.extra)


def test_the_confined_formats_and_their_limits_are_documented() -> None:
    confined = [reader.name for reader in READERS if reader.confined]
    limits = Limits()
    row = next(line for line in PAGE.splitlines() if "time and memory of one document" in line)
    assert all(name in row for name in confined)
    assert f"{limits.seconds} seconds of the processor" in row
    assert f"{limits.memory / 1e9} GB" in row
