"""The report in other ways than the usual one: very many events, no scripts, plotly elsewhere, a slider, a page of one chart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.event import Event
from timeline.frame import to_frame
from timeline.report import write_report
from timeline.report.picture import save_chart

pytest.importorskip("playwright", reason="playwright is not installed: it is in the dev group")

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


def test_the_slider_moves_the_view_by_keyboard_and_says_where_it_is(page: Page) -> None:
    told = page.locator("#slider output")
    before = told.inner_text()
    handle = page.get_by_label("Shown from")
    handle.focus()
    for _ in range(12):
        page.keyboard.press("PageUp")
    page.wait_for_function("before => document.querySelector('#slider output').textContent !== before", arg=before)
    assert str(handle.get_attribute("aria-valuetext")) in told.inner_text()
    assert before != told.inner_text()


def test_the_slider_cannot_be_closed_upon_itself(page: Page) -> None:
    page.get_by_label("Shown until").focus()
    page.keyboard.press("Home")
    page.wait_for_function("T.lens.range !== null")
    first, last = page.evaluate("T.lens.range")
    assert last - first >= 7 * 86_400_000


def test_a_month_has_a_bar_with_an_edge_and_a_day_has_none(page: Page) -> None:
    edges = page.evaluate("""() => {
        const bars = document.getElementById('chart-timeline').data.find(trace => trace.meta && trace.meta.part === 'bars');
        return Object.fromEntries(bars.customdata.map((n, i) => [T.events[n].id, bars.marker.line.width[i]]));
    }""")
    assert edges["ru-airspace"] > 0
    assert edges["us-reserves"] == 0
    assert "jp-expulsion" not in edges


def test_very_many_marks_are_counted_and_open_as_a_list(shared_context: BrowserContext, crowded: str) -> None:
    page = shared_context.new_page()
    page.goto(crowded)
    counted = "() => document.getElementById('chart-timeline').data.flatMap(trace => trace.customdata.flat(2)).length"
    assert page.evaluate("document.getElementById('chart-timeline').data[0].type") == "heatmap"
    assert page.evaluate(counted) > 100
    assert "counted by" in page.locator("#outside").inner_text()
    page.evaluate("""() => {
        const chart = document.getElementById('chart-timeline');
        const cell = chart.data[0].customdata.flat().find(numbers => numbers.length > 1);
        chart.emit('plotly_click', { points: [{ customdata: cell }] });
    }""")
    assert page.locator("dialog[open] ul.list li").count() > 1
    page.keyboard.press("Escape")
    page.locator("[data-filter=imposer] > summary").click()
    page.locator("[data-filter=imposer]").get_by_label("Russia").check()
    assert page.evaluate("document.getElementById('chart-timeline').data[0].type") != "heatmap"
    page.close()


def test_a_quote_is_shown_without_the_comma_it_ends_in_and_kept_with_it(shared_context: BrowserContext, crowded: str) -> None:
    page = shared_context.new_page()
    page.goto(f"{crowded}#text=the%20eu%20banned%20russian%20coal,")
    assert page.locator("table.events q").all_inner_texts() == ["The EU banned Russian coal"]
    assert "The EU banned Russian coal," in page.evaluate("T.csv()")
    page.close()


def test_without_scripts_the_table_stands_there(browser: Browser, report: str, story: list[Event]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report)
    assert page.locator("table.events tbody tr").count() == len(story)
    assert "Import restriction" in page.locator("table.events").inner_text()
    assert not page.locator("#charts").is_visible()
    assert page.locator("noscript p.note").first.is_visible()
    context.close()


def test_plotly_can_lie_beside_the_page(shared_context: BrowserContext, story: list[Event], tmp_path: Path) -> None:
    path = write_report(story, [], tmp_path / "index.html", plotlyjs="file", figures=["matrix"])
    assert path.stat().st_size < 500_000
    page = shared_context.new_page()
    page.goto(path.as_uri())
    page.locator("#chart-timeline .main-svg").first.wait_for(state="attached")
    page.close()


def test_where_plotly_cannot_be_loaded_the_table_works_and_the_page_says_so(browser: Browser, story: list[Event], tmp_path: Path) -> None:
    context = browser.new_context()
    context.route("https://**", lambda route: route.abort())
    page = context.new_page()
    page.goto(write_report(story, [], tmp_path / "index.html", plotlyjs="cdn").as_uri())
    assert "could not be loaded" in page.locator("#key").inner_text()
    page.get_by_placeholder("Search").fill("coal")
    assert page.locator("table.events tbody tr").count() < len(story)
    context.close()


@pytest.mark.parametrize(("form", "start"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_a_chart_becomes_a_picture(browser: Browser, story: list[Event], tmp_path: Path, form: str, start: bytes) -> None:
    assert browser.is_connected()
    path = save_chart("exchange", to_frame(story), tmp_path / "new" / f"chart.{form}")
    assert path.read_bytes().startswith(start)
    assert path.stat().st_size > 5000


def test_a_chart_becomes_a_page(shared_context: BrowserContext, story: list[Event], tmp_path: Path) -> None:
    page = shared_context.new_page()
    page.goto(save_chart("timeline", to_frame(story), tmp_path / "chart.html").as_uri())
    page.locator("#chart .main-svg").first.wait_for(state="attached")
    assert page.title() == "Who did what, and when?"
    page.close()
