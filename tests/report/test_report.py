"""What stands in the written page, read as text and as HTML."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from parsers.article import Article
from parsers.errors import InputError
from timeline.event import Event
from timeline.report import report_page, write_report
from timeline.report.finding import Facts, headline, sentences
from timeline.report.passages import Sentences, passage
from timeline.report.records import safe_url


@pytest.fixture(scope="module")
def page(events: list[Event], articles: list[Article]) -> str:
    return report_page(events, articles)


@pytest.fixture(scope="module")
def soup(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "html.parser")


@pytest.fixture(scope="module")
def data(soup: BeautifulSoup) -> dict[str, Any]:
    found = soup.find(id="data")
    assert found is not None
    return json.loads(found.get_text())


def test_the_page_is_written_where_it_is_asked_for(events: list[Event], articles: list[Article], tmp_path: Path) -> None:
    path = write_report(events, articles, tmp_path / "new" / "page.html", title="Coal & gold")
    assert path == tmp_path / "new" / "page.html"
    assert "<h1>Coal &amp; gold</h1>" in path.read_text(encoding="utf-8")


def test_the_same_events_give_the_same_bytes_in_any_order(page: str, events: list[Event], articles: list[Article]) -> None:
    assert report_page(reversed(events), reversed(articles)) == page


def test_charts_can_be_chosen_and_the_timeline_is_always_there(events: list[Event], articles: list[Article]) -> None:
    soup = BeautifulSoup(report_page(events, articles, figures=["matrix"]), "html.parser")
    assert [figure["data-chart"] for figure in soup.find_all("figure")] == ["timeline", "matrix"]
    with pytest.raises(InputError, match="unknown chart 'pie'"):
        report_page(events, articles, figures=["pie"])


def test_the_finding_comes_first_and_is_counted(soup: BeautifulSoup) -> None:
    finding = soup.find("section", class_="finding")
    assert finding is not None
    text = " ".join(finding.get_text(" ", strip=True).split())
    assert "5 sides took 5 measures, 5 of them against Russia, which took 2 itself." in text
    assert "The largest exchange: 1 measure by the EU against Russia, 1 the other way." in text
    assert "Of 10 entries, 4 have no date in the articles" in text


def test_what_takes_effect_next_counts_from_the_newest_article(soup: BeautifulSoup) -> None:
    text = soup.get_text(" ")
    assert "On 1 July 2022, the day of the newest article, 6 measures were in force as far as the articles tell" in text
    assert "Next, the import restriction (coal) of the EU takes effect (10 August 2022)." in text


def test_every_event_has_its_quote_and_its_article(data: dict[str, Any], events: list[Event]) -> None:
    rows = [dict(zip(data["fields"], row, strict=True)) for row in data["events"]]
    assert {row["id"]: row["quote"] for row in rows} == {event.event_id: event.quote for event in events}
    for row in rows:
        for article, (text, start, end, _), _, _ in row["evidence"]:
            assert data["articles"][article]["title"]
            assert text[start:end].strip()


def test_an_article_without_measures_is_listed_and_says_so(soup: BeautifulSoup) -> None:
    listed = soup.find(id="articles")
    assert listed is not None
    item = next(item for item in listed.find_all("li") if "Brewers leave" in item.get_text())
    assert "no measure found" in item.get_text()


def test_nothing_is_loaded_from_anywhere(soup: BeautifulSoup) -> None:
    assert not soup.find_all(["link", "img", "iframe", "object", "embed"])
    assert not soup.find_all(src=True)
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None
    assert "default-src 'none'" in str(policy["content"])
    assert "connect-src 'none'" in str(policy["content"])


def test_plotly_is_there_once_with_its_licence(page: str) -> None:
    from timeline import report

    assert page.count("* plotly.js (cartesian - minified)") == 1
    assert "MIT" in (Path(report.__file__).parent / "vendor" / "plotly-LICENSE.txt").read_text(encoding="utf-8")


def test_the_vendored_plotly_is_of_the_version_that_python_draws_for(page: str) -> None:
    from plotly.offline import get_plotlyjs_version

    found = re.search(r"plotly\.js \(cartesian - minified\) v(\d+)\.", page)
    assert found is not None
    assert found[1] == get_plotlyjs_version().partition(".")[0]


def test_a_hostile_article_stays_text(page: str, soup: BeautifulSoup) -> None:
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "javascript:alert" not in page
    assert len(soup.find_all("script")) == 3


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//host/path", "http://", "file:///etc/passwd", "http://[", "java\nscript:x", None, ""],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert safe_url(url) is None


def test_a_web_address_is_kept_as_it_is() -> None:
    assert safe_url("https://review.example/look?a=1&b=2") == "https://review.example/look?a=1&b=2"


def test_a_page_of_no_events_says_so(articles: list[Article]) -> None:
    assert "No measure was found in these articles." in report_page([], articles)


def test_a_small_report_is_small(page: str) -> None:
    assert len(page.encode()) < 2_500_000


def test_the_passage_is_the_article_s_own_text_with_the_words_marked(events: list[Event], articles: list[Article]) -> None:
    coal = next(event for event in events if event.event_id == "eu-coal").mentions[0]
    text = next(article.text for article in articles if article.id == "flash")
    found = passage(coal, Sentences(text))
    assert found.text in text
    assert found.text[found.start : found.end] == coal.quote
    marked = {(found.text[start:end], field) for start, end, field in found.marks}
    assert {("coal", "scope"), ("from 10 August 2022", "effective")} <= marked


def test_a_quote_that_does_not_stand_in_the_text_stands_alone(events: list[Event]) -> None:
    coal = events[0].mentions[0]
    assert passage(coal, Sentences("another text altogether")).text == coal.quote
    assert passage(coal, None) == (coal.quote, 0, len(coal.quote), [])


def test_without_a_common_target_the_headline_names_none(events: list[Event]) -> None:
    alone = [event for event in events if event.event_id == "ru-expulsion"]
    facts = Facts(alone, {"ru-expulsion": "counter"}, None, None)
    assert headline(facts) == "Sanctions and counter-measures, April 2022"
    assert "No side that was hit has answered in kind in these articles." in sentences(facts)
