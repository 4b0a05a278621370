"""CSV, JSON lines, Parquet and XLSX, read by what their users read them with."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator

from parsers.article import Article
from tests.exports.conftest import HOSTILE, Write
from timeline import Timeline
from timeline.event import Event
from timeline.exports import export
from timeline.frame import COLUMNS, date_order, to_frame


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def sheet_of(data: bytes, name: str) -> list[dict[str, Any]]:
    header, *rows = openpyxl.load_workbook(io.BytesIO(data))[name].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_csv_holds_the_columns_of_the_table(write: Write, events: list[Event]) -> None:
    rows = rows_of(write("csv"))
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert [row["event_id"] for row in rows] == [event.event_id for event in sorted(events, key=date_order)]
    coal = next(row for row in rows if row["event_id"] == "eu-coal")
    assert (coal["targets"], coal["effective_from"], coal["confidence"]) == ("RU", "2022-08-10", "0.9")


def test_csv_of_nothing_still_has_its_header(write: Write) -> None:
    assert write("csv", []).decode().split(",")[0] == "event_id"


@pytest.mark.parametrize("event", HOSTILE, ids=range(len(HOSTILE)))
def test_no_cell_of_csv_is_a_formula_or_a_control(event: Event, write: Write) -> None:
    [row] = rows_of(write("csv", [event]))
    assert not [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n＝＋－＠") and cell]
    assert not {char for cell in row.values() for char in cell if char < " " and char not in "\n\t"}
    assert row["url"][:6] in ("", "https:")


def test_jsonl_gives_back_every_event_whole(write: Write, events: list[Event]) -> None:
    lines = write("jsonl", [*events, *HOSTILE]).decode().splitlines()
    schema = Event.model_json_schema()
    schema["properties"]["date"] = {"type": ["string", "null"]}
    validator = Draft202012Validator(schema)
    back = []
    for line in map(json.loads, lines):
        validator.validate(line)
        assert line.pop("date") == Event(**line).date
        back.append(Event(**line))
    assert sorted(back, key=date_order) == sorted([*events, *HOSTILE], key=date_order)


def test_parquet_reads_back_as_the_table_itself(write: Write, events: list[Event]) -> None:
    table = pd.read_parquet(io.BytesIO(write("parquet")))
    for column in (column.name for column in COLUMNS if column.dtype == "tuple"):
        table[column] = [tuple(values) for values in table[column]]
    pd.testing.assert_frame_equal(table, to_frame(events))


def test_parquet_has_the_same_types_with_and_without_rows(write: Write) -> None:
    full, empty = (pq.read_schema(io.BytesIO(write("parquet", events))) for events in (None, []))
    assert full.equals(empty)
    assert str(full.field("targets").type) == "list<element: string>"
    assert str(full.field("date_from").type) == "timestamp[us]"


def test_xlsx_says_it_in_words_with_real_dates(write: Write, events: list[Event]) -> None:
    rows = {row["event"]: row for row in sheet_of(write("xlsx"), "Events")}
    assert len(rows) == len(events)
    coal = rows["eu-coal"]
    assert (coal["imposer"], coal["measure"], coal["against"], coal["goods and groups"]) == ("EU", "Import restriction", "Russia", "coal")
    assert coal["takes effect"] == datetime(2022, 8, 10)  # noqa: DTZ001 - a day
    assert coal["confidence"] == 0.9
    assert (coal["imposer code"], coal["instrument code"]) == ("EU", "import_restriction")
    vague = next(row for row in rows.values() if row["announced"] == "2022-03")
    assert vague["from"] == datetime(2022, 3, 1)  # noqa: DTZ001


def test_xlsx_keeps_its_header_in_view_and_its_evidence_beside_it(write: Write, events: list[Event]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx")))
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert {sheet.auto_filter.ref is not None for sheet in book} == {True}
    evidence = sheet_of(write("xlsx"), "Evidence")
    assert [(row["event"], row["start"]) for row in evidence] == [
        (event.event_id, one.start) for event in sorted(events, key=date_order) for one in event.mentions
    ]
    assert {row["to event"] for row in sheet_of(write("xlsx"), "Links")} == {link.to for event in events for link in event.links}
    assert {row["value"] for row in sheet_of(write("xlsx"), "Conflicts")} >= {"2022-04-08", "2022-04-09"}


def test_no_cell_of_xlsx_is_a_formula_or_a_link_and_texts_are_marked_as_texts(write: Write) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", HOSTILE)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    armed = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in "=+-@\t\n＝"]
    assert len(armed) > 20
    assert all(cell.quotePrefix for cell in armed)
    assert '=HYPERLINK("http://bad.example","mark")' in {cell.value for cell in armed}


def test_xlsx_knows_no_time_but_that_of_its_articles(write: Write) -> None:
    with zipfile.ZipFile(io.BytesIO(write("xlsx"))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert b"2022-07-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_xlsx_leaves_dates_that_excel_counts_wrong_as_text() -> None:
    event = Event(event_id="a", imposer="GB", instrument="trade_embargo", announced="1806-11-21", date_basis="explicit")
    [row] = sheet_of(export("xlsx", [event]).data, "Events")
    assert row["announced"] == "1806-11-21"


def test_a_question_about_days_has_its_certainty_in_every_table(tmp_path: Path) -> None:
    with Timeline.open(tmp_path / "timeline.db") as timeline:
        text = "Japan froze the assets of three Russian banks on 25 February 2022. Japan will ban imports of Russian coal from 9 May 2022."
        timeline.append(Article(id="a", text=text, published="2022-04-08", language="en"))
        asked = {name: timeline.export(name, in_force_on="2022-06-01").data for name in ("csv", "jsonl", "parquet", "xlsx", "markdown")}
        told = timeline.answers(in_force_on="2022-06-01")
        assert "certainty" not in timeline.export("csv").data.decode().splitlines()[0]
    expected = {name: answer.certainty for name, answer in told.items()}
    assert sorted(expected.values()) == ["uncertain", "yes"]
    lines = map(json.loads, asked["jsonl"].decode().splitlines())
    sheet = openpyxl.load_workbook(io.BytesIO(asked["xlsx"]))["Events"]
    head, *rows = sheet.iter_rows(values_only=True)
    frame = pq.read_table(io.BytesIO(asked["parquet"])).to_pandas()
    assert {row["event_id"]: row["certainty"] for row in csv.DictReader(io.StringIO(asked["csv"].decode()))} == expected
    assert {row["event_id"]: row["certainty"] for row in lines} == expected
    assert {row[0]: row[head.index("certainty")] for row in rows} == expected
    assert dict(zip(frame["event_id"], frame["certainty"], strict=True)) == expected
    assert "certain: uncertain" in asked["markdown"].decode()
