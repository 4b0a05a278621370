"""What a notebook shows of a timeline and of an event."""

from __future__ import annotations

from bs4 import BeautifulSoup

from timeline import Timeline
from timeline.event import Event
from timeline.notebook import timeline_html


def test_an_event_shows_who_what_when_and_every_article(events: list[Event]) -> None:
    coal = next(event for event in events if event.event_id == "eu-coal")
    text = " ".join(BeautifulSoup(coal._repr_html_(), "html.parser").get_text(" ").split())
    assert "EU → Russia: Import restriction (coal)" in text
    assert "10 August 2022" in text
    assert all(evidence.title in text for evidence in coal.mentions if evidence.title)


def test_an_undated_event_shows_its_bounds(events: list[Event]) -> None:
    reserves = next(event for event in events if event.event_id == "us-reserves")
    assert "undated, between 24 February and 8 April 2022" in reserves._repr_html_()


def test_the_words_of_an_article_are_escaped(events: list[Event]) -> None:
    tariff = next(event for event in events if event.event_id == "nz-tariff")
    for shown in (tariff._repr_html_(), timeline_html("<b>store", events)):
        assert "<img" not in shown
        assert "<script" not in shown
        assert "<b>store" not in shown


def test_a_timeline_shows_its_latest_dated_events(events: list[Event]) -> None:
    soup = BeautifulSoup(timeline_html("story.db", events), "html.parser")
    assert "story.db: 10 entries" in soup.get_text()
    assert len(soup.find_all("tr")) == 1 + sum(event.is_dated for event in events)


def test_an_empty_timeline_shows_itself() -> None:
    with Timeline.open("sqlite://") as timeline:
        assert "0 entries" in timeline._repr_html_()
