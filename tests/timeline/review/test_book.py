"""Which judgements hold, after what was taken back and replaced."""

from __future__ import annotations

import json
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.errors import InputError
from timeline.review import Book, Judgement
from timeline.review.fields import from_text
from timeline.review.ledger import parsed

DAY = date(2022, 3, 20)


def word(kind: str = "accept", **values: Any) -> Judgement:
    events = {"merge": ("A", "B"), "not-same": ("A", "B"), "add": (), "revoke": ()}.get(kind, ("A",))
    return Judgement(**{"kind": kind, "author": "Ann", "day": DAY, "events": events} | values)


def held(*judgements: Judgement) -> set[str]:
    return {one.id for one in Book(judgements).in_force}


def test_a_judgement_is_named_by_what_it_says() -> None:
    assert word().id == word().id
    assert len({word().id, word("reject").id, word(author="Ben").id, word(why="seen").id, word(day=date(2022, 3, 21)).id}) == 5


def test_what_was_taken_back_no_longer_holds_and_what_it_had_replaced_does_again() -> None:
    first = word("edit", field="count", value=3)
    second = word("edit", field="count", value=4, supersedes=(first.id,))
    undo = word("revoke", supersedes=(second.id,))
    assert held(first, second) == {second.id}
    assert held(first, second, undo) == {first.id}
    assert held(first, second, undo, word("revoke", supersedes=(undo.id,))) == {second.id}


def test_judgements_that_name_each_other_in_a_ring_end_no_program() -> None:
    ring = [word("edit", id=a, field="count", value=3, supersedes=(b,)) for a, b in (("x", "y"), ("y", "x"))]
    assert held(*ring) == set()
    revocations = [word("revoke", id=a, supersedes=(b,)) for a, b in (("x", "y"), ("y", "x"))]
    assert held(*revocations, word()) == {word().id}


@given(st.lists(st.tuples(st.sampled_from(["accept", "reject", "edit", "revoke"]), st.integers(0, 8)), max_size=9), st.randoms())
def test_neither_the_order_of_lines_nor_a_line_twice_matters(drawn: list[tuple[str, int]], random: Random) -> None:
    said: list[Judgement] = []
    for kind, back in drawn:
        rest = {"field": "count", "value": len(said)} if kind == "edit" else {"why": str(len(said))}
        said.append(word(kind, supersedes=(said[-1 - back].id,) if back < len(said) else (), **rest))
    shuffled = [*said, *said]
    random.shuffle(shuffled)
    assert held(*said) == held(*shuffled)


def test_a_line_of_the_file_is_the_judgement() -> None:
    one = word("edit", field="targets", value=["RU", "BY"], replaced=["RU"], machine=["RU"], why="Zeile\u2028mit Ümläut")
    assert parsed(one.line, "x") == [one]
    assert "Ümläut" in one.line
    assert "\n" not in one.line
    assert list(json.loads(one.line)) == sorted(json.loads(one.line))


def test_words_that_no_encoding_can_hold_are_kept_all_the_same() -> None:
    one = word(why="broken \ud800 here")
    assert parsed(one.line.encode().decode(), "x") == [one]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": "praise"}, "unknown kind 'praise'"),
        ({"events": ("A", "B")}, "accept speaks of 1"),
        ({"kind": "edit", "field": "colour", "value": "red"}, "no field 'colour'.*announced"),
        ({"kind": "edit", "field": "status", "value": "done"}, "unknown status 'done'"),
        ({"kind": "edit", "field": "announced", "value": "2022-02-31"}, "is no date"),
        ({"kind": "edit", "field": "earliest", "value": "2022-02"}, "is no day"),
        ({"kind": "edit", "field": "targets", "value": "RU"}, "is no list"),
        ({"kind": "edit", "field": "targets", "value": ["Russia"]}, "is no jurisdiction"),
        ({"kind": "edit", "field": "imposer", "value": None}, "cannot be empty"),
        ({"kind": "edit", "field": "count", "value": "many"}, "no whole number"),
        ({"kind": "edit", "field": "authority", "value": 3}, "is no text"),
        ({"day": "2014"}, "no day of the form"),
        ({"kind": "add", "events": (), "fields": {"imposer": "JP"}}, "needs an instrument"),
        ({"kind": "add", "events": (), "fields": {"imposer": "JP", "instrument": "tariff", "mood": "bad"}}, "no field 'mood'"),
    ],
)
def test_what_cannot_be_meant_is_refused(values: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        Judgement(**{"kind": "accept", "author": "Ann", "day": DAY, "events": ("A",)} | values)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("targets", "RU, BY", ["RU", "BY"]),
        ("scope", "oil gas", ["oil", "gas"]),
        ("target_names", "Rossiya, Bank; Sberbank", ["Rossiya, Bank", "Sberbank"]),
        ("count", " 12 ", 12),
        ("announced", "2022-02", "2022-02"),
        ("effective", "", None),
        ("targets", "", []),
    ],
)
def test_values_are_read_as_people_type_them(field: str, text: str, value: Any) -> None:
    assert from_text(field, text) == value
