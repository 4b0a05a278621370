"""The table held against reference facts in a CSV file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from stories import told

from parsers import InputError
from timeline import Timeline
from timeline.reference import read_reference
from timeline.store.writing import add_article
from timeline.verify import Verification

HEAD = "ref_id,imposer,targets,instrument,scope,announced,adopted,effective,basis,source_1,source_2"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(*lines: str) -> Path:
        path = tmp_path / "reference.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return written


def fact(ref_id: str, announced: str, effective: str = "", kind: str = "import_restriction,coal", basis: str = "sourced") -> str:
    return f"{ref_id},JP,RU,{kind},{announced},,{effective},{basis},https://a.example,https://b.example"


def verified(path: Path, *mentions: dict[str, Any]) -> Verification:
    act = {"instrument": "import_restriction", "scope": ("coal",)}
    with Timeline.open("sqlite://") as timeline:
        add_article(timeline._engine, *told("a", *(act | one for one in mentions), published="2022-12-31"))
        return timeline.verify(path)


@pytest.mark.parametrize(
    ("told_of", "result"),
    [
        ({"announced": "2022-04-08"}, "matched"),
        ({"announced": "2022-04"}, "matched"),
        ({"effective": "2022-08-10"}, "matched"),
        ({}, "matched"),
        ({"announced": "2022-04-09"}, "date differs"),
        ({"announced": "2022-04-08", "effective": "2022-08-01"}, "date differs"),
        ({"announced": "2022-01-08"}, "missing"),
        ({"announced": "2022-04-08", "status": "proposed"}, "missing"),
        ({"announced": "2022-04-08", "scope": ("gold",)}, "missing"),
        ({"announced": "2022-04-08", "action": "lift"}, "missing"),
        ({"announced": "2022-04-08", "targets": ("CN",)}, "missing"),
    ],
    ids=str,
)
def test_a_fact_is_matched_has_another_day_or_is_missing(write: Write, told_of: dict[str, Any], result: str) -> None:
    found = verified(write(HEAD, fact("f1", "2022-04-08", "2022-08-10")), told_of)
    assert found.findings[0].result == result
    assert found.agrees == (result == "matched")


def test_the_day_of_adoption_is_as_good_as_that_of_announcement(write: Write) -> None:
    path = write(HEAD, "f1,JP,RU,tariff,,2022-03-16,2022-04-20,,sourced,https://a.example,https://b.example")
    assert verified(path, {"instrument": "tariff", "scope": (), "announced": "2022-04-20"}).agrees


def test_a_day_without_two_sources_is_not_held_against_the_table(write: Write) -> None:
    (finding,) = verified(write(HEAD, fact("f1", "2022-04-08", basis="partly")), {"announced": "2022-04-12"}).findings
    assert (finding.result, finding.note[:12]) == ("matched", "day not held")


def test_each_fact_takes_the_event_that_is_nearest_and_what_is_left_is_extra(write: Write) -> None:
    path = write(HEAD, fact("f1", "2022-04-08"), fact("f2", "2022-04-18"))
    found = verified(
        path, {"announced": "2022-04-18"}, {"announced": "2022-04-08"}, {"announced": "2022-04-13"}, {"announced": "2023-04-13"}
    )
    assert found.counts == {"matched": 2, "date differs": 0, "missing": 0, "extra": 1}
    assert found.findings[2].event
    assert found.findings[2].event.announced == "2022-04-13"


def test_a_finding_names_the_date_that_differs(write: Write) -> None:
    (finding,) = verified(write(HEAD, fact("f1", "2022-04-08")), {"announced": "2022-04-09"}).findings
    assert finding.as_json()["differs"] == [{"field": "announced", "reference": "2022-04-08", "table": "2022-04-09"}]
    (row,) = finding.rows()
    assert (row["reference"], row["field"], row["expected"], row["found"]) == ("f1", "announced", "2022-04-08", "2022-04-09")


def test_the_reference_of_the_house_can_be_read(root: Path) -> None:
    facts = read_reference(root / "data/reference/measures.csv")
    assert len(facts) > 150
    assert sum(one.is_sourced for one in facts) > 80


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["a,b", "1,2"], "line 1 lacks ref_id, imposer, instrument, announced"),
        ([], "line 1 lacks"),
        ([HEAD], "holds no measure"),
        ([HEAD, fact("f1", "2022-04-08").replace("JP", "Japan")], "line 2, column imposer: 'Japan' is no jurisdiction"),
        ([HEAD, fact("f1", "2022-04-08", kind="ban,coal")], "line 2, column instrument: unknown instrument 'ban'"),
        ([HEAD, fact("f1", "8 April")], "line 2, column announced: '8 April'"),
        ([HEAD, fact("", "2022-04-08")], "line 2, column ref_id: is empty"),
        ([HEAD, fact("f1", "2022-04-08"), "", fact("f1", "2022-04-09")], "line 4, column ref_id: 'f1' stands in line 2"),
        ([HEAD, "f1,JP"], "line 2 has 2 cells, the header has 11"),
        ([HEAD, 'f1,"JP'], "is no CSV"),
    ],
    ids=str,
)
def test_a_reference_that_cannot_be_read_is_refused_with_the_place(write: Write, lines: list[str], words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_reference(write(*lines))


def test_a_reference_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "r.csv").write_bytes(b"ref_id,imposer\n\xe9,JP\n")
    with pytest.raises(InputError, match="is not UTF-8"):
        read_reference(path)
