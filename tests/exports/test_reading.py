"""What people read: slides of TimelineJS, pages of Markdown."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from tests.exports.conftest import HOSTILE, Write
from timeline.event import Event
from timeline.exports import export
from timeline.exports.markdown import text

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "timelinejs.json").read_text(encoding="utf-8"))


class Tags(HTMLParser):
    """The tags of a piece of HTML with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def slides(data: bytes) -> dict[str, Any]:
    value = json.loads(data)
    Draft202012Validator(SCHEMA).validate(value)
    return {slide["unique_id"]: slide for slide in value["events"]}


def test_a_slide_is_as_exact_as_the_article(write: Write) -> None:
    found = slides(write("timelinejs"))
    assert found["eu-coal"]["start_date"] == {"year": 2022, "month": 8, "day": 10}
    assert found["ru-airspace"]["start_date"] == {"year": 2022, "month": 3}
    assert "end_date" not in found["ru-airspace"]
    assert found["eu-coal"]["group"] == "EU"


def test_an_undated_event_runs_over_its_bounds_and_says_so(write: Write) -> None:
    slide = slides(write("timelinejs"))["us-reserves"]
    assert (slide["start_date"], slide["end_date"]) == ({"year": 2022, "month": 2, "day": 24}, {"year": 2022, "month": 4, "day": 8})
    assert slide["display_date"] == "no date told; between 24 February and 8 April 2022"


def test_what_has_no_place_in_time_is_left_out_and_counted(events: list[Event]) -> None:
    written = export("timelinejs", events)
    assert {"gb-gold", "in-refusal"}.isdisjoint(slides(written.data))
    assert written.left_out == {"no date, and not bounded on both sides": 2}
    assert written.events == len(events) - 2


def test_a_claim_is_told_as_a_claim(write: Write) -> None:
    told = "Canada: Port ban against Russia (imposed, in force, according to the Russian foreign ministry)"
    assert slides(write("timelinejs"))["ca-ports"]["text"]["headline"] == told
    assert "(imposed, in force, according to the Russian foreign ministry)" in write("markdown").decode().replace("\\", "")


def test_slides_hold_only_the_markup_of_the_export(write: Write) -> None:
    data = write("timelinejs", HOSTILE)
    assert not set(data.decode()) & set("<>&")
    for slide in slides(data).values():
        body = Tags(slide["text"]["text"])
        assert {tag for tag, _ in body.tags} <= {"p", "br", "blockquote", "a"}
        assert {name for _, attributes in body.tags for name in attributes} <= {"href", "rel"}
        assert {str(attributes["href"])[:8] for tag, attributes in body.tags if tag == "a"} <= {"https://"}
        assert "mark" in body.text
        for plain in (slide["group"], slide["display_date"], slide["text"]["headline"], slide["unique_id"]):
            assert Tags(plain).tags == []


def rendered(data: bytes) -> Tags:
    return Tags(MarkdownIt("commonmark").enable("table").render(data.decode()))


def test_markdown_is_a_table_and_its_evidence(write: Write, events: list[Event]) -> None:
    page = rendered(write("markdown"))
    names = [tag for tag, _ in page.tags]
    assert names.count("table") == 1
    assert names.count("tr") == len(events) + 1
    assert names.count("h2") == len(events)
    assert names.count("blockquote") == sum(len(event.mentions) for event in events)
    assert "“The EU banned imports of Russian coal on Friday”" in page.text
    assert ("a", {"href": "https://review.example/look?a=1&b=2"}) in page.tags


def test_markdown_shows_text_of_articles_as_text(write: Write) -> None:
    page = rendered(write("markdown", HOSTILE))
    ours = ("h1", "h2", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "blockquote", "p", "a")
    assert {tag for tag, _ in page.tags} == set(ours)
    names = [tag for tag, _ in page.tags]
    assert names.count("tr") == len(HOSTILE) + 1
    assert names.count("td") == 7 * len(HOSTILE)
    assert {str(attributes["href"])[:8] for tag, attributes in page.tags if tag == "a"} == {"https://"}
    assert "<img src=x onerror=alert('mark')>" in page.text
    assert "[mark](javascript:alert(1))" in page.text


@pytest.mark.parametrize("words", ["a*b*c", "1. x", "https://bad.example/x", "www.bad.example", "`x`", "&lt;", "a\\b", "~~x~~", "$x$"])
def test_words_come_back_from_markdown_as_they_were(words: str) -> None:
    page = Tags(MarkdownIt("gfm-like").render(f"| a |\n| --- |\n| x {text(words)} |\n"))
    assert f"x {words}" in page.text
    assert {tag for tag, _ in page.tags} == {"table", "thead", "tbody", "tr", "th", "td"}


def test_markdown_of_nothing_says_so(write: Write) -> None:
    assert write("markdown", []).decode() == "# Sanctions and counter-measures\n\nNo events.\n"
