"""Arrows between events."""

from __future__ import annotations

from stories import Told, merged, told

from timeline.event import Event

OUT = {"instrument": "expulsion", "scope": ("officials",)}


def arrows(*stories: Told) -> set[tuple[str, str, str]]:
    """(date of the event, type, date of the other end)."""
    events = merged(*stories)
    dates = {event.event_id: event.date or "" for event in events}
    return {(event.date or "", link.type, dates[link.to]) for event in events for link in event.links}


def test_an_answer_points_to_the_latest_measure_before_it() -> None:
    old = told("a", OUT | {"imposer": "GB", "announced": "2017-12-01"}, published="2017-12-01")
    blow = told("b", OUT | {"imposer": "GB", "announced": "2018-03-14"}, published="2018-03-14")
    answer = told(
        "c", OUT | {"imposer": "RU", "targets": ("GB",), "announced": "2018-03-17", "response_to": ("GB",)}, published="2018-03-17"
    )
    later = told("d", OUT | {"imposer": "GB", "announced": "2018-03-20"}, published="2018-03-20")
    assert arrows(old, blow, answer, later) == {("2018-03-17", "response_to", "2018-03-14")}


def test_an_answer_carries_the_words_that_make_it_one() -> None:
    reason = {"field": "response_to", "rule": "in response", "phrase": "In retaliation"}
    blow = told("a", OUT | {"imposer": "GB", "announced": "2018-03-14"})
    answer = {"imposer": "RU", "targets": ("GB",), "announced": "2018-03-17", "response_to": ("GB",), "reasons": (reason,)}
    event = merged(blow, told("b", OUT | answer))[-1]
    (link,) = event.links
    assert (link.type, link.cue, link.basis) == ("response_to", "In retaliation", "the only measure of GB before it")
    assert 0 < link.confidence < 1


def test_an_answer_to_a_member_may_be_one_to_its_bloc() -> None:
    cap = told("a", {"imposer": "G7", "instrument": "price_cap", "scope": ("oil",), "announced": "2022-12-02"}, published="2022-12-02")
    ban = {"imposer": "RU", "targets": ("WEST",), "instrument": "export_restriction", "scope": ("oil",), "announced": "2022-12-27"}
    assert arrows(cap, told("b", ban | {"response_to": ("US",)}, published="2022-12-27")) == {("2022-12-27", "response_to", "2022-12-02")}


def test_an_end_points_to_what_it_ends_by_the_goods_in_its_words() -> None:
    duty = {"imposer": "CN", "targets": ("AU",), "instrument": "tariff", "scope": ("food",)}
    barley = told("a", duty | {"announced": "2020-05-18", "quote": "A duty on barley of 80 percent."}, published="2020-05-18")
    wine = told("b", duty | {"announced": "2021-03-26", "quote": "A duty on wine of 200 percent."}, published="2021-03-26")
    end = told("c", duty | {"action": "lift", "announced": "2023-08-04", "quote": "China drops the barley duty."}, published="2023-08-04")
    assert arrows(barley, wine, end) == {("2023-08-04", "lifts", "2020-05-18")}


def test_every_follow_up_has_its_own_arrow() -> None:
    act = {"imposer": "EU", "targets": ("MM",)}
    first = told("a", act | {"announced": "2021-03-22"}, published="2021-03-22")
    rest = [
        told(action, act | {"action": action, "announced": day}, published=day)
        for action, day in (("expand", "2021-07-01"), ("ease", "2021-09-01"), ("extend", "2022-04-01"), ("lift", "2024-01-01"))
    ]
    assert {kind for _, kind, _ in arrows(first, *rest)} == {"expands", "eases", "extends", "lifts"}


def test_a_member_carries_out_what_its_bloc_had_agreed() -> None:
    status = {"instrument": "mfn_revocation", "announced": "2022-03-11"}
    agreed = told("a", status | {"imposer": "G7", "status": "announced"}, published="2022-03-11")
    done = told("b", status | {"imposer": "GB", "announced": "2022-03-15"}, published="2022-03-15")
    before = told("c", status | {"imposer": "CA", "announced": "2022-03-03"}, published="2022-03-03")
    assert arrows(agreed, done, before) == {("2022-03-15", "implements", "2022-03-11")}


def test_a_refusal_answers_and_ends_nothing() -> None:
    first = told("a", {"announced": "2021-03-22"})
    events: list[Event] = merged(first, told("b", {"action": "lift", "status": "rejected", "announced": "2021-04-22"}))
    assert [event.links for event in events] == [(), ()]


def test_an_answer_to_what_was_done_on_one_day_points_to_the_set_of_it() -> None:
    blows = [{"imposer": "US", "instrument": kind, "announced": "2022-02-25"} for kind in ("tariff", "import_restriction")]
    answer = {"imposer": "RU", "targets": ("US",), "instrument": "travel_ban", "announced": "2022-03-15", "response_to": ("US",)}
    events = merged(told("a", *blows, published="2022-02-25"), told("b", answer, published="2022-03-15"))
    first, second = (link.confidence for link in events[-1].links)
    assert first > second
    assert {link.to for link in events[-1].links} == {event.event_id for event in events[:-1]}


def test_an_end_told_by_its_month_follows_what_began_in_that_month() -> None:
    ban = {"imposer": "PL", "targets": ("UA",), "instrument": "import_restriction", "scope": ("food",)}
    begun = told("a", ban | {"announced": "2023-04-15"}, published="2023-04-17")
    ended = told("b", ban | {"action": "lift", "announced": "2023-04/2023-05"}, published="2024-01-08")
    assert arrows(begun, ended) == {("2023-04/2023-05", "lifts", "2023-04-15")}


def test_an_answer_told_by_its_month_may_answer_a_blow_of_that_month() -> None:
    blow = told("a", OUT | {"imposer": "GB", "announced": "2018-03-14"}, published="2018-03-14")
    answer = OUT | {"imposer": "RU", "targets": ("GB",), "announced": "2018-03", "response_to": ("GB",)}
    assert arrows(blow, told("b", answer, published="2019-01-01")) == {("2018-03", "response_to", "2018-03-14")}


def test_an_end_without_a_target_ends_what_its_imposer_began() -> None:
    duty = {"imposer": "CN", "instrument": "tariff", "scope": ("food",)}
    begun = told("a", duty | {"targets": ("AU",), "announced": "2021-03-26"}, published="2021-03-26")
    ended = told("b", duty | {"targets": (), "action": "lift", "announced": "2024-03-28"}, published="2024-03-28")
    assert arrows(begun, ended) == {("2024-03-28", "lifts", "2021-03-26")}


def test_a_second_list_widens_the_first_and_another_ban_does_not() -> None:
    first, second = {"imposer": "US", "announced": "2021-02-11"}, {"imposer": "US", "announced": "2021-03-25"}
    assert arrows(told("a", first), told("b", second)) == {("2021-03-25", "expands", "2021-02-11")}
    ban = {"instrument": "import_restriction", "scope": ("oil",)}
    assert arrows(told("a", first | ban), told("b", second | ban | {"scope": ("oil", "gas")})) == set()
