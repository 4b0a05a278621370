"""Every payload through the store, the terminal and every export: text stays text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import openpyxl
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from typer.testing import CliRunner

from tests.exports.test_reading import Tags
from tests.hostile.payloads import PAYLOADS, articles
from timeline.cli.app import app
from timeline.query import Timeline
from timeline.safe import ESCAPED, FORMULA

HARMLESS = set(
    "a p br em strong b i q blockquote cite ul ol li h1 h2 h3 h4 hr div span table thead tbody tr th td code pre time dl dt dd".split()
)
PROPERTIES = set(
    "BEGIN END VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME X-WR-CALDESC UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION URL CATEGORIES"
    " TRANSP CLASS STATUS LAST-MODIFIED CREATED SEQUENCE REFRESH-INTERVAL".split()
)
OBEYED = {chr(code) for code in ESCAPED if code not in range(0xD800, 0xE000)} - {"\n", "\t"}
VERBS = ("events", "articles", "skipped", "stats", "conflicts", "runs")


def test_the_corpus_is_large_and_all_of_it_ends_in_evidence(hostile: Timeline) -> None:
    assert len(PAYLOADS) >= 200
    told = {mention.article for event in hostile.event_list() for mention in event.mentions}
    assert len(told) > 0.9 * len(articles())


def test_the_store_keeps_every_payload_as_it_came(hostile: Timeline) -> None:
    assert hostile.check() == []
    assert {one.text for one in hostile.articles()} == {one.text for one in articles()}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_no_verb_writes_what_a_terminal_obeys(hostile: Timeline, verb: str, form: str) -> None:
    done = CliRunner().invoke(app, [verb, "--store", hostile.name, "--format", form])
    assert done.exit_code == 0, done.output
    assert OBEYED & set(done.output.replace("\r\n", "\n")) == set()


def test_explaining_an_event_obeys_nothing(hostile: Timeline) -> None:
    for event in hostile.event_list()[::12]:
        done = CliRunner().invoke(app, ["explain", event.event_id, "--store", hostile.name])
        assert OBEYED & set(done.output) == set()


def test_no_cell_of_a_spreadsheet_is_a_formula(hostile: Timeline) -> None:
    for row in csv.reader(io.StringIO(hostile.export("csv").data.decode("utf-8-sig"))):
        assert not [cell for cell in row if cell.startswith(FORMULA)]
    book = openpyxl.load_workbook(io.BytesIO(hostile.export("xlsx").data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert not [cell.hyperlink.target for cell in cells if cell.hyperlink and not (cell.hyperlink.target or "http").startswith("http")]


def test_markdown_holds_no_tag_and_no_link_of_a_stranger(hostile: Timeline) -> None:
    _harmless(MarkdownIt("commonmark", {"html": True}).enable("table").render(hostile.export("markdown").data.decode()))


def test_slides_and_feed_entries_hold_only_harmless_tags(hostile: Timeline) -> None:
    for value in _texts(json.loads(hostile.export("timelinejs").data)):
        _harmless(value)
    feed = etree.fromstring(hostile.export("atom").data)
    for element in feed.iter("{*}content", "{*}summary", "{*}title"):
        if element.get("type") == "html":
            _harmless(element.text or "")
    for link in feed.iter("{*}link"):
        assert str(link.get("href")).startswith(("http://", "https://", "urn:", "tag:"))


def test_calendar_lines_begin_no_property_of_a_stranger(hostile: Timeline) -> None:
    lines = hostile.export("ics").data.decode().replace("\r\n ", "").split("\r\n")
    names = {line.partition(":")[0].partition(";")[0] for line in lines if line}
    assert names <= PROPERTIES


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _harmless(html: str) -> None:
    for tag, attributes in Tags(html).tags:
        assert tag in HARMLESS, tag
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "srcset")]
        assert (attributes.get("href") or "https://").startswith(("http://", "https://", "#"))
