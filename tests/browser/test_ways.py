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


def test_what_is_too_much_for_a_chart_follows_the_filter_and_is_told(shared_context: BrowserContext, crowded: str) -> None:
    page = shared_context.new_page()
    page.goto(crowded)
    for name in ("matrix", "expiries"):
        page.locator(f"figure[data-chart={name}]").scroll_into_view_if_needed()
        page.locator(f"#chart-{name} .main-svg").first.wait_for(state="attached")
    told = page.evaluate("Number(document.querySelector('[data-chart=matrix] .here').textContent.match(/[\\d,]+/)[0].replace(',', ''))")
    assert 0 < told <= page.evaluate("T.shown.length")
    drawn = "name => [...new Set(document.getElementById('chart-' + name).data.flatMap(trace => trace.customdata.flat(2)))].length"
    assert page.evaluate(drawn, "matrix") == told
    page.locator("[data-filter=imposer] > summary").click()
    page.locator("[data-filter=imposer]").get_by_label("Japan").check()
    page.wait_for_function("() => document.getElementById('chart-matrix').data[0].y.join() === 'Japan'")
    page.close()


def test_lines_of_what_runs_out_close_up_when_a_filter_leaves_some_out(
    shared_context: BrowserContext, story: list[Event], tmp_path: Path
) -> None:
    coal = next(event for event in story if event.event_id == "eu-coal")
    ends = [
        coal.model_copy(update={"event_id": f"e{n}", "imposer": ("JP", "US")[n % 2], "expires": f"2024-01-{n % 28 + 1:02}"})
        for n in range(40)
    ]
    page = shared_context.new_page()
    page.goto(write_report(ends, [], tmp_path / "index.html").as_uri())
    page.locator("figure[data-chart=expiries]").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('#chart-expiries .main-svg')")
    assert page.evaluate("document.getElementById('chart-expiries').data[0].type") == "bar"
    page.evaluate("location.hash = '#imposer=JP'")
    page.wait_for_function("() => document.getElementById('chart-expiries').data[0].type === 'scatter'")
    shown = page.evaluate("document.getElementById('chart-expiries').layout.yaxis.ticktext")
    assert len(shown) == 20
    assert all(name.startswith("Japan") for name in shown)
    assert sorted(page.evaluate("document.getElementById('chart-expiries').data[1].y")) == list(range(20))
    page.close()


def test_an_answer_is_joined_to_what_it_answers_in_the_exchange_on_demand(page: Page) -> None:
    figure = page.locator("figure[data-chart=exchange]")
    figure.scroll_into_view_if_needed()
    figure.locator(".main-svg").first.wait_for(state="attached")
    before = page.evaluate("document.getElementById('chart-exchange').data.length")
    figure.get_by_label("Join each answer to what it answers").check()
    assert page.evaluate("document.getElementById('chart-exchange').data.length") == before + 2


def test_the_key_of_a_chart_names_each_colour(page: Page) -> None:
    figure = page.locator("figure[data-chart=exchange]")
    figure.scroll_into_view_if_needed()
    figure.locator(".main-svg").first.wait_for(state="attached")
    assert [text.strip() for text in figure.locator(".legend li").all_inner_texts()] == [
        "Measures (mostly against Russia)",
        "Counter-measures (mostly by Russia)",
    ]


def test_characters_that_turn_or_hide_words_are_shown_by_their_number(
    shared_context: BrowserContext, story: list[Event], tmp_path: Path
) -> None:
    coal = next(event for event in story if event.event_id == "eu-coal")
    event = coal.model_copy(update={"quote": "The EU \u202elaoc\u202c ban\u200bned", "mentions": ()})
    page = shared_context.new_page()
    page.goto(write_report([event], [], tmp_path / "index.html").as_uri())
    assert page.locator("table.events q").inner_text().strip("“”") == "The EU [U+202E]laoc[U+202C] ban[U+200B]ned"
    assert "[U+202E]laoc" in (tmp_path / "index.html").read_text(encoding="utf-8")
    page.close()
