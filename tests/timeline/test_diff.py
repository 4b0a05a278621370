"""What changed between two tables."""

from __future__ import annotations

from stories import Told, told

from timeline import Timeline
from timeline.diff import Difference
from timeline.store.writing import add_article

BAN = {"instrument": "import_restriction", "scope": ("coal",), "announced": "2022-04-08"}
FREEZE = {"announced": "2022-02-25"}


def store(*stories: Told) -> Timeline:
    timeline = Timeline.open("sqlite://")
    for story in stories:
        add_article(timeline._engine, *story)
    return timeline


def between(old: list[Told], new: list[Told]) -> Difference:
    with store(*old) as before, store(*new) as after:
        return before.diff(before, after)


def test_a_table_does_not_differ_from_itself() -> None:
    assert not between([told("a", BAN)], [told("a", BAN)])


def test_what_came_what_is_gone_and_what_says_something_else_now() -> None:
    kept, more = told("a", BAN | {"status": "announced"}), told("b", BAN | {"count": 3}, published="2022-04-10")
    found = between([kept, told("c", FREEZE)], [kept, more, told("d", {"imposer": "US"} | FREEZE)])
    assert [event.imposer for event in found.added] == ["US"]
    assert [event.instrument for event in found.gone] == ["asset_freeze"]
    (changed,) = found.changed
    assert changed.fields == {"status": ("announced", "in_force"), "count": (None, 3), "n_articles": (1, 2), "n_sources": (1, 2)}


def test_the_order_of_appending_is_no_difference() -> None:
    stories = [told("a", BAN, FREEZE), told("b", FREEZE), told("c", BAN | {"announced": None})]
    assert not between(stories, stories[::-1])


def test_links_lead_to_the_same_event_whatever_it_is_called() -> None:
    blow = told("a", FREEZE)
    answer = told("c", {"imposer": "RU", "targets": ("JP",), "instrument": "expulsion", "announced": "2022-03-01", "response_to": ("JP",)})
    assert not between([blow, told("b", FREEZE), answer], [told("b", FREEZE), blow, answer])
    found = between([answer], [blow, answer])
    assert list(found.changed[0].fields) == ["links"]


def test_two_days_of_one_table() -> None:
    first, second = told("a", FREEZE, published="2022-02-25"), told("b", BAN, published="2022-04-08")
    with store(first, second) as timeline:
        found = timeline.diff("2022-03-01", "2022-05-01")
        assert [event.instrument for event in found.added] == ["import_restriction"]
        assert not found.gone
        assert not timeline.diff("2022-05-01")
        assert [row["change"] for row in found.rows()] == ["added"]
        assert found.as_json()["added"][0]["event_id"] == found.added[0].event_id
