"""Tables, CSV and JSON as they are written."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.output import UNSAFE, cut, printable, table, width, write_csv, write_json, write_rows

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_printable_text_has_one_line_and_no_control(text: str) -> None:
    shown = printable(text)
    assert not {ord(char) for char in shown} & set(UNSAFE)
    assert "\n" not in shown


@given(TEXT, st.integers(1, 80))
def test_a_cut_text_fits_its_room(text: str, room: int) -> None:
    assert width(cut(printable(text), room)) <= max(room, 20)


def test_json_keeps_every_character_and_sends_no_control(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"quote": "a\x1b[1m\x9b\x7f\u202eé日本\nb"}
    write_json(value)
    written = capsys.readouterr().out
    assert json.loads(written) == value
    assert not {ord(char) for char in written} & set(UNSAFE)
    assert "é日本" in written


def test_csv_guards_formulas_and_joins_lists(capsys: pytest.CaptureFixture[str]) -> None:
    write_csv([{"quote": '=HYPERLINK("x")', "targets": ("RU", "BY"), "count": -3, "date": None, "sum": "+1", "note": "a, b"}])
    header, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert header == ["quote", "targets", "count", "date", "sum", "note"]
    assert row == ['\'=HYPERLINK("x")', "RU; BY", "-3", "", "'+1", "a, b"]


def test_columns_stand_under_their_names_whatever_the_script() -> None:
    lines = table([{"a": "日本", "b": "x"}, {"a": "abcdef", "b": "y"}])
    assert lines == ["A       B", "日本    x", "abcdef  y"]


def test_only_the_last_column_is_cut() -> None:
    lines = table([{"a": "x" * 30, "b": "word " * 20}], columns=60)
    assert lines[1].startswith("x" * 30)
    assert lines[1].endswith("…")
    assert len(lines[1]) <= 60


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_no_rows_are_valid_output(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_rows([], form)
    assert capsys.readouterr().out.strip() == {"json": "[]"}.get(form, "")
