"""Two acts of one verb: each has the goods and the targets that stand with its own object."""

from __future__ import annotations

import pytest
from sentences import told

SHARED = {
    "out and in": (
        "Japan banned exports of trucks to Belarus and imports of Russian coal.",
        {("export_restriction", ("BY",), ("vehicles",)), ("import_restriction", ("RU",), ("coal",))},
    ),
    "in and out": (
        "The EU banned imports of steel from Belarus and exports of chips to China.",
        {("import_restriction", ("BY",), ("metals",)), ("export_restriction", ("CN",), ("technology",))},
    ),
    "of an owner's paper": (
        "The EU's sixth package bans imports of Belarusian coal and services to Iranian firms.",
        {("import_restriction", ("BY",), ("coal",)), ("services_ban", ("IR",), ("entities",))},
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHARED.values(), ids=SHARED)
def test_each_object_keeps_what_stands_with_it(text: str, expected: set[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    assert {(m.instrument, m.targets, m.scope) for m in told(text)} == expected
