"""``timeline vocabulary``: every code that a filter takes."""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from parsers.vocabulary import vocabulary
from timeline.cli.app import app


def shown(*words: str) -> str:
    result = CliRunner().invoke(app, ["vocabulary", *words])
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("field", ["instrument", "scope", "action", "status", "date_basis"])
def test_a_field_lists_exactly_its_codes(field: str) -> None:
    rows = [json.loads(line) for line in shown(field, "--format", "jsonl").splitlines()]
    assert [row["code"] for row in rows] == list(vocabulary().codes(field))


def test_all_codes_with_labels_as_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("--format", "csv"))))
    assert {row["code"] for row in rows} >= {*vocabulary().instruments, *vocabulary().scopes, *vocabulary().blocs}
    assert all(row["label"] for row in rows)


def test_an_instrument_says_how_it_differs() -> None:
    assert "asset_seizure" in next(line for line in shown("instrument").splitlines() if " asset_freeze " in line)
