"""Calendars and feeds, read by what their users read them with."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

import feedparser
import icalendar
import pytest

from tests.exports.conftest import HOSTILE, Write
from timeline.event import Event
from timeline.exports import export
from timeline.exports.atom import MOST
from timeline.exports.icalendar import folded


def entries(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_a_calendar_tells_what_takes_effect(write: Write) -> None:
    found = entries(write("ics"))
    assert [(str(one["UID"]), one.decoded("DTSTART")) for one in found] == [
        ("ch-gas-expires@sanctions-timeline", date(2022, 12, 31)),
        ("eu-coal-effective@sanctions-timeline", date(2022, 8, 10)),
    ]
    coal = next(one for one in found if str(one["UID"]).startswith("eu-coal"))
    assert str(coal["SUMMARY"]) == "Takes effect: EU: Import restriction against Russia (imposed, in force)"
    assert coal.decoded("DTSTAMP").date() == date(2022, 6, 1), "the day of the newest article"
    assert "“The EU banned imports of Russian coal on Friday” (The Morning Wire, 8 April 2022: " in str(coal["DESCRIPTION"])
    assert "articles disagree on: announced" in str(coal["DESCRIPTION"])
    assert str(coal["URL"]) == "https://wire.example/flash"


def act(**values: Any) -> Event:
    return Event(**{"event_id": "a", "imposer": "JP", "targets": ("RU",), "instrument": "tariff", "date_basis": "explicit"} | values)


@pytest.mark.parametrize(
    ("values", "days", "reason"),
    [
        ({"effective": "2022-04-05", "expires": "2022-10"}, [date(2022, 4, 5)], None),
        ({"effective": "2022-04-05", "expires": "2022-10-05"}, [date(2022, 4, 5), date(2022, 10, 5)], None),
        ({"expires": "0999-12-31"}, [date(999, 12, 31)], None),
        ({"effective": "2022-04"}, [], "day of effect or expiry not known to the day"),
        ({"effective": "XXXX-04-05"}, [], "day of effect or expiry not known to the day"),
        ({"expires": "2022-04-01/2022-04-05"}, [], "day of effect or expiry not known to the day"),
        ({"announced": "2022-04-05"}, [], "no day of effect or expiry"),
        ({"effective": "2022-04-05", "status": "rejected"}, [], "rejected"),
    ],
)
def test_only_days_get_into_a_calendar_and_the_rest_is_counted(values: dict[str, str], days: list[date], reason: str | None) -> None:
    written = export("ics", [act(**values)])
    assert [one.decoded("DTSTART") for one in entries(written.data)] == days
    assert list(written.left_out) == ([reason] if reason else [])


def test_a_proposal_is_tentative_and_a_claim_is_told_as_one() -> None:
    [one] = entries(export("ics", [act(effective="2022-04-05", status="proposed", attribution="the ministry")]).data)
    assert (str(one["STATUS"]), str(one["SUMMARY"])) == (
        "TENTATIVE",
        "Takes effect: Japan: Tariff against Russia (imposed, proposed, according to the ministry)",
    )


def test_lines_are_folded_between_characters() -> None:
    for line in ("x" * 200, "日本" * 60, "a" + "🚢" * 50, "", "x" * 75):
        pieces = folded(line).encode().split(b"\r\n")
        assert max(map(len, pieces)) <= 75
        assert pieces[0].decode() + "".join(piece.decode()[1:] for piece in pieces[1:]) == line


def test_no_article_writes_its_own_calendar_lines(write: Write) -> None:
    data = write("ics", HOSTILE)
    found = entries(data)
    assert len(found) == len(HOSTILE) == data.count(b"\r\nEND:VEVENT\r\n")
    assert b"\r\nBEGIN:VALARM" not in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all("mark" in str(one["DESCRIPTION"]) for one in found)
    assert {str(one["URL"])[:8] for one in found if "URL" in one} == {"https://"}


def feed(data: bytes) -> Any:
    parsed = feedparser.parse(data)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def test_a_feed_tells_the_newest_first_with_times_from_the_data(write: Write, events: list[Event]) -> None:
    parsed = feed(write("atom"))
    assert len(parsed.entries) == len(events)
    stamps = [calendar.timegm(entry.updated_parsed) for entry in parsed.entries]
    assert stamps == sorted(stamps, reverse=True)
    assert parsed.feed.updated == parsed.entries[0].updated == "2022-07-01T00:00:00Z"
    coal = next(entry for entry in parsed.entries if entry.title.startswith("EU: Import restriction"))
    assert (coal.published, coal.updated) == ("2022-04-08T00:00:00Z", "2022-06-01T00:00:00Z")
    assert [link.href for link in coal.links] == ["https://wire.example/flash", "https://review.example/look?a=1&b=2"]
    assert "“The EU said on April 9 that coal was banned” (Weekly Review, 1 June 2022: What Moscow closed)" in coal.content[0].value


def test_an_entry_keeps_its_id_whatever_else_is_in_the_feed(write: Write, events: list[Event]) -> None:
    ids = {entry.title: entry.id for entry in feed(write("atom")).entries}
    [alone] = feed(write("atom", [event for event in events if event.event_id == "eu-coal"])).entries
    assert ids[alone.title] == alone.id
    assert len(set(ids.values())) == len(ids)


def test_a_feed_keeps_its_id_from_run_to_run_and_other_filters_are_another_feed(events: list[Event]) -> None:
    ids = [feed(export("atom", events, (), filters).data).feed.id for filters in ({}, {"new_since": 3}, {"imposer": ["JP"]})]
    assert ids[0] == ids[1] != ids[2]


def test_a_feed_ends_at_its_limit_and_says_what_it_left_out() -> None:
    known = [act(event_id=str(number), announced=f"20{number // 12:02}-{number % 12 + 1:02}-01") for number in range(MOST + 7)]
    written = export("atom", [*known, act(event_id="none", date_basis="undated")])
    assert len(feed(written.data).entries) == written.events == MOST
    assert written.left_out == {"no article or act with a day": 1, f"older than the newest {MOST}": 7}


def test_no_article_breaks_a_feed_or_links_elsewhere(write: Write) -> None:
    parsed = feed(write("atom", HOSTILE))
    assert len(parsed.entries) == len(HOSTILE)
    assert {entry.content[0].type for entry in parsed.entries} == {"text/plain"}
    assert {link.href[:8] for entry in parsed.entries for link in entry.get("links", ())} == {"https://"}


def test_a_feed_of_nothing_is_a_feed(write: Write) -> None:
    assert feed(write("atom", [])).entries == []
    assert entries(write("ics", [])) == []
