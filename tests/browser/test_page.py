"""The report as a reader meets it: shown, filtered, linked to, on a phone, on paper, in the dark, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.event import Event

pytest.importorskip("playwright", reason="playwright is not installed: it is in the dev group")

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def shown(page: Page) -> list[str]:
    """The ids of the events in the table."""
    return [
        str(name).removeprefix("event-") for name in page.locator("table.events tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    ]


def drawn(page: Page, chart: str = "timeline") -> int:
    """How many events a chart has marks for."""
    marks = (
        "document.getElementById('chart-%s').data.filter(t => t.meta && t.meta.part === 'marks').flatMap(t => t.customdata.flat(2)).length"
    )
    return int(page.evaluate(marks % chart))


def test_every_event_is_in_the_table_and_the_datable_ones_on_the_timeline(page: Page, story: list[Event]) -> None:
    assert set(shown(page)) == {event.event_id for event in story}
    assert drawn(page) == len(story) - 1
    assert "1 measure lies outside this view" in page.locator("#outside").inner_text()


def test_every_chart_is_drawn_when_it_comes_into_sight(page: Page) -> None:
    for figure in page.locator("figure[data-chart]").all():
        figure.scroll_into_view_if_needed()
        figure.locator(".main-svg").first.wait_for(state="attached")


def test_words_of_an_article_are_shown_as_text(page: Page) -> None:
    assert page.locator("tr#event-nz-tariff q").inner_text().startswith("</script><img")
    assert page.locator("img").count() == 0


def test_a_filter_acts_on_table_and_charts_and_stands_in_the_address(page: Page) -> None:
    page.locator("[data-filter=imposer] > summary").click()
    page.locator("[data-filter=imposer]").get_by_label("Russia").check()
    assert set(shown(page)) == {"ru-expulsion", "ru-airspace"}
    assert drawn(page) == 2
    assert page.locator("#shown").inner_text() == "2 of 10 measures shown"
    page.wait_for_url("**#imposer=RU")


def test_a_shared_address_opens_the_same_view(shared_context: BrowserContext, report: str) -> None:
    page = shared_context.new_page()
    page.goto(f"{report}#instrument=expulsion,port_ban&status=in_force&text=diplomats")
    assert set(shown(page)) == {"jp-expulsion", "ru-expulsion"}
    page.get_by_role("button", name="Clear all").click()
    assert len(shown(page)) == 10
    page.wait_for_url(report)
    page.close()


def test_a_period_keeps_what_may_lie_in_it(go: Callable[[str], Page]) -> None:
    page = go("#from=2022-04-01&to=2022-04-20")
    assert set(shown(page)) == {"jp-expulsion", "us-reserves", "in-refusal", "ca-ports"}


def test_search_looks_into_quotes_and_names_and_says_when_nothing_fits(page: Page) -> None:
    page.get_by_placeholder("Search").fill("bad bank")
    assert shown(page) == ["nz-tariff"]
    page.get_by_placeholder("Search").fill("no such word")
    assert shown(page) == []
    assert "No measure fits" in page.locator("#rows").inner_text()


def test_an_anchor_opens_the_evidence_with_its_words_marked(go: Callable[[str], Page]) -> None:
    page = go("#event-eu-coal")
    dialog = page.locator("dialog[open]")
    assert "EU → Russia: Import restriction" in dialog.locator("h2").inner_text()
    assert dialog.locator("mark").first.inner_text().startswith("The EU")
    assert dialog.locator("u[title='takes effect']").inner_text() == "from 10 August 2022"
    assert "announced: 8 April 2022 / 9 April 2022" in dialog.inner_text()
    assert dialog.locator("figure.told").count() == 2
    assert page.locator("tr#event-eu-coal.chosen").count() == 1


SPOT = """name => {
    const chart = document.getElementById('chart-timeline'), box = chart.getBoundingClientRect();
    const { xaxis, yaxis } = chart._fullLayout;
    for (const trace of chart.data.filter(t => t.meta && t.meta.part === 'marks')) {
        const n = trace.customdata.findIndex(i => T.events[i].id === name);
        if (n >= 0) return [box.left + xaxis._offset + xaxis.d2p(trace.x[n]), box.top + yaxis._offset + yaxis.d2p(trace.y[n])];
    }
}"""


def test_a_mark_on_the_timeline_opens_its_evidence(page: Page) -> None:
    page.locator("#chart-timeline").scroll_into_view_if_needed()
    x, y = page.evaluate(SPOT, "ru-expulsion")
    page.mouse.move(x - 3, y - 3)
    page.mouse.move(x, y)
    page.locator("#card").wait_for(state="visible", timeout=5000)
    assert "Russia → Japan" in page.locator("#card").inner_text()
    page.mouse.click(x, y)
    assert "Russia → Japan: Expulsion of diplomats" in page.locator("dialog[open] h2").inner_text()
    assert page.url.endswith("#event-ru-expulsion")


def test_an_answer_leads_to_what_it_answers_and_back(go: Callable[[str], Page]) -> None:
    page = go("#event-ru-expulsion")
    page.locator("dialog[open]").get_by_role("button", name="Japan → Russia: Expulsion").click()
    assert "answered by" in page.locator("dialog[open]").inner_text()
    assert page.url.endswith("#event-jp-expulsion")


def test_arcs_show_on_demand(page: Page) -> None:
    before = page.evaluate("document.getElementById('chart-timeline').data.length")
    page.get_by_label("Show what answers what").check()
    assert page.evaluate("document.getElementById('chart-timeline').data.length") == before + 2


def test_lanes_can_be_kinds_of_measure(page: Page) -> None:
    page.get_by_role("button", name="by kind of measure").click()
    assert any(name and "Airspace closure" in name for name in page.locator("#chart-timeline .ytick").all_text_contents())
    page.wait_for_url("**#lanes=instrument")


def test_undated_claimed_and_proposed_are_called_so(page: Page) -> None:
    assert page.locator("tr#event-us-reserves td.when").inner_text().startswith("undated")
    assert "according to the Russian foreign ministry" in page.locator("tr#event-ca-ports").inner_text()
    assert "proposed" in page.locator("tr#event-gb-gold td.status").inner_text()


def test_the_keyboard_opens_and_closes_the_evidence_and_comes_back(page: Page) -> None:
    page.locator("tr#event-jp-expulsion button.open").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.closest('tr').id") == "event-jp-expulsion"


def test_the_keyboard_walks_along_the_timeline(page: Page) -> None:
    page.locator("#chart-timeline").focus()
    page.keyboard.press("ArrowRight")
    assert "India" in page.locator("#card").inner_text()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert "India → Russia" in page.locator("dialog[open] h2").inner_text()


def test_the_table_sorts_and_says_how(page: Page) -> None:
    page.get_by_role("button", name="Who and whom").click()
    assert shown(page)[0] == "ca-ports"
    page.get_by_role("button", name="Who and whom").click()
    assert shown(page)[0] == "us-reserves"
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Who and whom")


def test_the_download_holds_the_rows_shown_with_formulas_disarmed(page: Page) -> None:
    page.get_by_placeholder("Search").fill("tariff")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.count("nz-tariff") == 1
    assert "eu-coal" not in text
    assert "\"'=HYPERLINK" in text or '"=HYPERLINK' not in text


def test_numbers_behind_a_chart_can_be_read_as_a_table(page: Page) -> None:
    figure = page.locator("figure[data-chart=exchange]")
    figure.locator("summary").click()
    row = figure.locator("table tr").nth(1).locator("td")
    row.first.wait_for()  # the table is filled when it is opened
    cells = row.all_inner_texts()
    assert "2" in cells


def test_a_chart_can_be_saved_as_a_picture_and_sent_nowhere(page: Page) -> None:
    with page.expect_download() as download:
        page.locator("figure[data-chart=timeline]").get_by_role("button", name="Save as picture").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    assert page.locator(".modebar").count() == 0


def test_coming_closer_shows_a_shorter_time_and_the_whole_period_brings_all_back(page: Page) -> None:
    page.get_by_role("button", name="Closer").click()
    assert drawn(page) < 9
    page.get_by_role("button", name="Whole period").click()
    assert drawn(page) == 9


def test_no_width_scrolls_sideways(page: Page) -> None:
    for width in (768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function("width => document.getElementById('chart-timeline').clientWidth < width", arg=width)
        for figure in page.locator("figure[data-chart]").all():
            figure.scroll_into_view_if_needed()
            figure.locator(".main-svg").first.wait_for(state="attached")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_shows_every_row_and_every_chart(page: Page, story: list[Event], tmp_path: Path) -> None:
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    assert (tmp_path / "report.pdf").stat().st_size > 50_000
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".sheet .main-svg").count() > 0
    assert page.locator("table.events tbody tr").count() == len(story)
    assert page.locator("#charts .main-svg").count() >= page.locator("#charts figure").count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sheet").count() == 0


def test_the_dark_page_is_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    red, *_ = [int(part) for part in re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))]
    assert red < 60
    assert page.evaluate("document.getElementById('chart-timeline').layout.font.color") == "#e7eaee"
    page.emulate_media(color_scheme="light")
