"""FollowTheMoney, read by its own library (`make ftm` installs it)."""

from __future__ import annotations

import json
import os
from importlib import import_module
from typing import Any

import pytest

from parsers.standards import standards
from tests.exports.conftest import HOSTILE, Write
from timeline.event import Event
from timeline.exports import export

# Where tests have to be complete, a missing library is an error; elsewhere it leaves them out.
library = import_module("followthemoney") if os.environ.get("CI") else pytest.importorskip("followthemoney")
model, registry = library.model, import_module("followthemoney.types").registry


def entities(data: bytes) -> dict[str, Any]:
    """The entities by id, each one whole: the library knows every property, and keeps every value as it is."""
    found = {}
    for line in data.decode().splitlines():
        raw = json.loads(line)
        proxy = model.get_proxy(raw, cleaned=False)
        assert proxy.to_dict()["properties"].keys() == raw["properties"].keys()
        for name, values in raw["properties"].items():
            assert sorted(proxy.get(name)) == sorted(set(values)), f"{raw['schema']}.{name} loses values"
            assert max(map(len, values)) <= proxy.schema.get(name).type.max_length, f"{raw['schema']}.{name} is too long"
        proxy.schema.validate(raw)
        found[proxy.id] = proxy
    return found


def sanction(event: Event) -> Any:
    found = entities(export("ftm", [event]).data)
    [one] = [entity for entity in found.values() if entity.schema.name == "Sanction"]
    return one, found


def act(**values: Any) -> Event:
    return Event(**{"event_id": "a", "imposer": "JP", "targets": ("RU",), "instrument": "asset_freeze", "date_basis": "explicit"} | values)


def test_a_sanction_leads_to_its_target_and_its_proof(write: Write) -> None:
    found = entities(write("ftm"))
    sanctions = {one.first("recordId"): one for one in found.values() if one.schema.name == "Sanction"}
    coal = sanctions["eu-coal"]
    [target] = [found[name] for name in coal.get("entity")]
    assert (target.schema.name, target.caption, target.countries) == ("Territory", "Russia", ["ru"])
    assert {found[name].first("title") for name in coal.get("proof")} == {
        "What Moscow closed",
        "Brussels hits Russian coal; Tokyo expels eight",
    }
    assert (coal.get("listingDate"), coal.get("startDate"), coal.get("endDate")) == (["2022-04-08"], ["2022-08-10"], [])
    assert (coal.get("provisions"), coal.get("authority"), coal.get("country")) == (["Import restrictions"], ["EU"], ["eu"])
    assert coal.get("sourceUrl") == ["https://wire.example/flash", "https://review.example/look?a=1&b=2"]
    assert all(name in found for one in sanctions.values() for name in (*one.get("entity"), *one.get("proof")))


def test_what_is_no_sanction_is_left_out_and_counted(events: list[Event]) -> None:
    written = export("ftm", [*events, act(targets=())])
    records = {one.first("recordId") for one in entities(written.data).values() if one.schema.name == "Sanction"}
    assert records.isdisjoint({"gb-gold", "in-refusal", "ch-gas", "a"})
    assert written.left_out == {"only proposed, or rejected": 2, "eases or lifts a measure": 1, "no target": 1}
    assert written.events == len(records) == len(events) - 3


def test_whoever_is_named_is_the_target_and_one_name_is_one_entity() -> None:
    one = act(target_names=("Sberbank", "VTB  Bank"))
    other = act(event_id="b", imposer="GB", target_names=("sberbank",))
    found = entities(export("ftm", [one, other]).data)
    named = {entity.caption: entity for entity in found.values() if entity.schema.name == "LegalEntity"}
    assert sorted(named, key=str.casefold) in (["Sberbank", "VTB Bank"], ["sberbank", "VTB Bank"])
    assert {code for entity in named.values() for code in entity.countries} == {"ru"}
    assert not [entity for entity in found.values() if entity.schema.name == "Territory"]
    assert not any(entity.get("topics", quiet=True) for entity in found.values())


@pytest.mark.parametrize(
    ("edtf", "kept"),
    [("2022-02-25", ["2022-02-25"]), ("2022-02", ["2022-02"]), ("2022", ["2022"]), ("2022-02/2022-03", []), ("XXXX-02-25", [])],
)
def test_a_date_is_kept_where_the_format_can_hold_it_and_told_in_words_always(edtf: str, kept: list[str]) -> None:
    one, _ = sanction(act(announced=edtf))
    assert one.get("listingDate") == kept
    assert "announced: " in one.first("description")
    assert "no date told" not in one.first("description")


@pytest.mark.parametrize("code", ["EU", "UN", "UA-43", "GB", "XK", "TW", "HK", "RU"])
def test_countries_are_those_of_followthemoney(code: str) -> None:
    one, _ = sanction(act(imposer=code, targets=(code,)))
    assert [registry.country.clean(value) for value in one.get("country")] == one.get("country") == [code[:2].lower()]


def test_an_alliance_has_no_country() -> None:
    one, found = sanction(act(imposer="G7", targets=("ECOWAS",)))
    assert (one.get("country"), one.get("authority")) == ([], ["G7"])
    assert [(found[name].caption, found[name].countries) for name in one.get("entity")] == [("ECOWAS", [])]


def test_provisions_are_the_measures_of_opensanctions() -> None:
    for instrument, mapping in standards().instruments.items():
        one, _ = sanction(act(instrument=instrument))
        assert sorted(one.get("provisions")) == sorted(mapping.opensanctions)


def test_no_value_of_a_hostile_article_is_lost_or_leads_elsewhere() -> None:
    written = export("ftm", HOSTILE)
    found = entities(written.data)
    assert written.events == len(HOSTILE)
    assert {url[:8] for one in found.values() for url in one.get("sourceUrl", quiet=True)} == {"https://"}
    assert not {char for line in written.data.decode().splitlines() for char in line if char < " "}
