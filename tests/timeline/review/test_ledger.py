"""The file of judgements: added to, merged in git, and never half believed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parsers.errors import InputError
from timeline import Timeline
from timeline.review import Judgement, Ledger, beside
from timeline.review.ledger import parsed

WORD = Judgement(kind="accept", author="Ann", day=date(2022, 3, 20), events=("A",))
OTHER = WORD.model_copy(update={"id": "j-other", "author": "Ben"})


@pytest.mark.parametrize(
    ("store", "place"),
    [
        ("timeline.db", "timeline.db.judgements.jsonl"),
        ("sqlite:////var/x.db", "/var/x.db.judgements.jsonl"),
        ("sqlite://", None),
        (":memory:", None),
        ("postgresql+psycopg://host/name", None),
    ],
)
def test_the_file_stands_beside_a_store_that_is_a_file(store: str, place: str | None) -> None:
    assert beside(store) == (Path(place) if place else None)


def test_lines_are_added_and_none_is_written_anew(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "x.jsonl")
    assert ledger.text() is None
    ledger.append([WORD.line])
    before = ledger.path.read_bytes()
    ledger.append([OTHER.line])
    assert ledger.path.read_bytes().startswith(before)
    assert parsed(ledger.text() or "", "x") == [WORD, OTHER]


def test_a_line_added_after_one_without_its_break_stands_on_its_own(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "x.jsonl")
    ledger.path.write_text(WORD.line)
    ledger.append([OTHER.line])
    assert parsed(ledger.text() or "", "x") == [WORD, OTHER]


def test_blank_lines_and_other_line_breaks_do_no_harm(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "x.jsonl")
    ledger.path.write_bytes(b"\xef\xbb\xbf" + f"{WORD.line}\r\n\r\n{OTHER.line}\r\n".encode())
    assert parsed(ledger.text() or "", "x") == [WORD, OTHER]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"kind": "acc', "no judgement in JSON"),
        ("[1, 2]", "no judgement in JSON"),
        ("<<<<<<< HEAD", "left over from a merge in git"),
        ('{"kind": "accept", "author": "Ann", "day": "2022-03-20", "events": ["A"], "mood": 1}', "mood: Extra inputs"),
        ('{"kind": "accept", "author": "Ann", "day": "March", "events": ["A"]}', "day: 'March' is no day"),
        ('{"kind": "accept", "author": "", "day": "2022-03-20", "events": ["A"]}', "author: "),
    ],
)
def test_a_broken_line_is_named_with_its_file_and_nothing_is_changed(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "x.db"
    Timeline.open(path).close()
    before = path.read_bytes()
    (tmp_path / "x.db.judgements.jsonl").write_text(f"{WORD.line}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"x\.db\.judgements\.jsonl, line 2: .*{words}") as caught:
        Timeline.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.db.judgements.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"x\.db\.judgements\.jsonl: is no UTF-8 text"):
        Timeline.open(tmp_path / "x.db")
