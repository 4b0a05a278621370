"""The packs of actors: every ISO state is there, codes are valid, and a slip in a pack names its place."""

from __future__ import annotations

import importlib.resources
import re
from pathlib import Path
from typing import Any

import pytest

from parsers import pack
from parsers.actors import find_actors, lexicon
from parsers.errors import PackError
from parsers.fold import fold
from parsers.vocabulary import check_jurisdiction

UNNAMED = {
    "BQ",
    "BV",
    "HM",
    "TF",
    "UM",
    "GS",
    "IO",
    "PN",
    "SJ",
    "MF",
    "BL",
    "SX",
    "SH",
    "TC",
    "MS",
    "MP",
    "NF",
    "TK",
    "WF",
    "PM",
    "RE",
    "YT",
    "CX",
}


def test_every_state_of_the_world_is_known() -> None:
    babel = pytest.importorskip("babel")
    territories = babel.Locale("en").territories
    states = {code for code in territories if re.fullmatch("[A-Z]{2}", code)} - {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
    uninhabited_or_parts = UNNAMED | {"AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    assert states - uninhabited_or_parts - set(pack.load_pack("jurisdictions/states")) == set()


def test_the_usual_english_name_of_every_state_gives_its_code() -> None:
    babel = pytest.importorskip("babel")
    territories = babel.Locale("en").territories
    for code in pack.load_pack("jurisdictions/states"):
        name = re.sub(r" SAR China$| \(Burma\)$", "", territories[code].replace(" & ", " and "))
        if not re.search(r"Congo -|St\. |Cocos|Timor|Palestinian", name):
            assert [a.code for a in find_actors(name, fold(name))] == [code], name


def test_every_code_can_stand_in_an_event() -> None:
    for word in _words():
        if word.code is not None:
            assert check_jurisdiction(word.code) == word.code


def test_leaders_have_years_of_office() -> None:
    for name, entry in pack.load_pack("en/people")["people"].items():
        for span in entry["years"].split(","):
            first, last = (int(year) for year in span.split("-"))
            assert 1959 <= first <= last <= 2026, name


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("XX1 = { names = ['Nowhere'] }", "XX1"),
        ("JP = { nams = ['Japan'] }", "unknown key 'nams'"),
        ("JP = { names = 'Japan' }", "expected a list of phrases"),
        ("JP = { names = ['Japan', 'Japan'] }", "'Japan' is listed twice"),
        ("JP = { names = ['Japan'] }\nJP = { names = ['Nippon'] }", "states.toml"),
        ("JP = { names = ['Japan'] }\nKR = { names = ['Japan'] }", "stands in packs/jurisdictions/states.toml JP too"),
    ],
)
def test_a_slip_in_a_pack_names_file_and_entry(broken: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(broken, tmp_path, monkeypatch)
    with pytest.raises(PackError, match=re.escape(says)) as caught:
        list(lexicon._merged())
    assert "states.toml" in str(caught.value)


def _install(broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs = tmp_path / "packs" / "jurisdictions"
    packs.mkdir(parents=True)
    (packs / "states.toml").write_text(broken, encoding="utf-8")
    real = importlib.resources.files

    def files(package: str) -> Any:
        return _Overlay(tmp_path, real(package))

    monkeypatch.setattr(pack, "files", files)
    # The packs are read once: here they must be read anew.
    monkeypatch.setattr(lexicon, "load_pack", pack.load_pack.__wrapped__)


class _Overlay:
    """The package's files with one pack replaced."""

    def __init__(self, top: Path, below: Any) -> None:
        self.top, self.below = top, below

    def joinpath(self, *parts: str) -> Any:
        mine = self.top.joinpath(*parts)
        return mine if mine.exists() else self.below.joinpath(*parts)


def _words() -> list[lexicon.Word]:
    return [word for _, word in lexicon._all_words()]
