"""The vocabulary is complete, is the only list of codes, and every page and file that shows codes agrees with it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from parsers.errors import InputError, PackError
from parsers.standards import read, standards
from parsers.vocabulary import check_jurisdiction, vocabulary
from timeline.glossary import markdown

OPENSANCTIONS = {
    "Aid suspension", "Arms embargo", "Arms restrictions", "Asset freeze", "Debarment", "Export control", "Financial restrictions",
    "Import restrictions", "Investment ban", "Services ban", "Prohibition to satisfy claims", "Sectoral sanctions",
    "Transportation restrictions", "Travel ban",
}  # fmt: skip
GSDB = {"trade", "financial", "travel", "arms", "military assistance", "other"}
MAST = set("ABCDEFGHIJKLMNOP")
PLOVER = {
    "SANCTION convict", "SANCTION expel", "SANCTION withdraw", "SANCTION discontinue", "COERCE seize", "COERCE censor", "COERCE restrict",
}  # fmt: skip
INSTRUMENTS = sorted(vocabulary().instruments)


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_an_instrument_says_what_it_is_and_where_its_neighbours_begin(code: str) -> None:
    instrument = vocabulary().instruments[code]
    assert instrument.category in vocabulary().categories
    assert instrument.label[:1].isupper()
    assert instrument.definition.endswith(".")
    assert instrument.boundary.endswith(".")


def test_labels_tell_codes_apart() -> None:
    for labels in (
        [instrument.label for instrument in vocabulary().instruments.values()],
        list(vocabulary().scopes.values()),
        [*vocabulary().actions.values(), *vocabulary().statuses.values()],
    ):
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_an_instrument_is_mapped_to_words_that_the_standards_have(code: str) -> None:
    mapping = standards().instruments[code]
    assert set(mapping.opensanctions) <= OPENSANCTIONS
    assert set(mapping.gsdb) <= GSDB
    assert set(mapping.mast) <= MAST
    assert mapping.cameo[:2] in ("16", "17")
    assert mapping.threat[:2] == "13"
    assert mapping.plover in PLOVER


def test_trade_measures_have_a_chapter_of_the_trade_classification_unless_they_lie_outside_it() -> None:
    trade = {code for code, instrument in vocabulary().instruments.items() if instrument.category == "trade"}
    outside = {code for code in trade if not standards().instruments[code].mast}
    assert outside == {"mfn_revocation", "tariff", "services_ban"}


@pytest.mark.parametrize(
    ("event", "cameo", "plover"),
    [
        (("export_restriction", "impose", "in_force"), "163", "SANCTION discontinue"),
        (("export_restriction", "expand", "announced"), "163", "SANCTION discontinue"),
        (("export_restriction", "impose", "proposed"), "1312", "THREATEN restrict"),
        (("export_restriction", "impose", "rejected"), None, None),
        (("export_restriction", "lift", "in_force"), "085", "RETREAT ease"),
        (("export_restriction", "ease", "announced"), "0354", "AGREE"),
        (("export_restriction", "lift", "rejected"), "1244", "REJECT yield"),
        (("dialogue_suspension", "impose", "proposed"), "134", "THREATEN relations"),
        (("aid_suspension", "impose", "proposed"), "1311", "THREATEN restrict"),
        (("asset_seizure", "impose", "in_force"), "1711", "COERCE seize"),
        (("expulsion", "impose", "in_force"), "161", "SANCTION expel"),
    ],
)  # fmt: skip
def test_stage_and_action_change_the_code_of_the_act(event: tuple[str, str, str], cameo: str | None, plover: str | None) -> None:
    assert standards().cameo(*event) == cameo
    assert standards().plover(*event) == plover


def test_a_mapping_done_by_half_is_refused_with_the_entry_named() -> None:
    whole = {code: vars(mapping) for code, mapping in standards().instruments.items()}
    with pytest.raises(PackError, match="price_cap"):
        read({"instruments": {code: entry for code, entry in whole.items() if code != "price_cap"}, "stages": {}})
    with pytest.raises(PackError, match=r"\[instruments.tariff\].*mast"):
        read({"instruments": whole | {"tariff": {k: v for k, v in whole["tariff"].items() if k != "mast"}}, "stages": {}})


def test_the_page_of_the_event_table_is_the_one_that_the_vocabulary_gives(root: Path) -> None:
    page = (root / "docs" / "event-table.md").read_text(encoding="utf-8")
    assert page == markdown(), "docs/event-table.md is not up to date: make docs"
    for code in (*vocabulary().instruments, *vocabulary().scopes, *vocabulary().actions, *vocabulary().statuses, *vocabulary().blocs):
        assert f"| `{code}` |" in page


def test_the_reference_measures_use_codes_of_the_vocabulary(root: Path) -> None:
    with (root / "data" / "reference" / "measures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 170
    for row in rows:
        vocabulary().check("instrument", row["instrument"])
        vocabulary().check("action", row["action"])
        for code in filter(None, row["scope"].split(";")):
            vocabulary().check("scope", code)
        for code in [row["imposer"], *filter(None, row["targets"].split(";"))]:
            check_jurisdiction(code)


def test_the_annotations_use_codes_of_the_vocabulary(root: Path) -> None:
    for path in sorted((root / "data" / "gold").glob("*/*-*.json")):
        for event in json.loads(path.read_text(encoding="utf-8"))["events"]:
            for field in ("instrument", "action", "status"):
                for code in (event[field], *event.get(f"{field}_alt", ())):
                    vocabulary().check(field, code)
            for code in event["scope"]:
                vocabulary().check("scope", code)


@pytest.mark.parametrize("code", ["Japan", "jp", "EUR0", "", "J", "UA-"])
def test_what_is_no_jurisdiction_is_refused(code: str) -> None:
    with pytest.raises(InputError, match="JP"):
        check_jurisdiction(code)
