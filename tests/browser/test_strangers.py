"""The page in Chromium: every payload shown, every passage opened, and nothing of it runs or leaves the machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hostile.payloads import articles
from timeline.query import Timeline

pytest.importorskip("playwright", reason="playwright is not installed: it is in the dev group")

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# What only a payload could have brought into the page.
STRANGERS = """() => {
    const tags = ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'FORM', 'BASE', 'MATH', 'MARQUEE', 'PORTAL', 'FRAMESET'];
    const links = ['href', 'src', 'action', 'formaction', 'xlink:href'];
    const loads = ['src', 'srcset', 'style'];
    const bad = each => each.name.startsWith('on')
        || links.includes(each.name) && /^\\s*(javascript|vbscript|data:text)/i.test(each.value)
        || loads.includes(each.name) && each.value.includes('evil.example');
    const strange = one => tags.includes(one.tagName) || [...one.attributes].some(bad);
    return [...document.querySelectorAll('*')].filter(strange).map(one => one.outerHTML.slice(0, 200));
}"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Timeline]:
    """A timeline made of the corpus."""
    with Timeline.open(tmp_path_factory.mktemp("strangers") / "timeline.db") as timeline:
        timeline.append(articles())
        yield timeline


@pytest.fixture(scope="module")
def page_file(told: Timeline) -> Path:
    """The report on it."""
    path = Path(told.name).with_suffix(".html")
    told.report(path)
    return path


def test_nothing_of_a_stranger_runs_or_asks_the_network(browser: Browser, page_file: Path, told: Timeline) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    spoken: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("dialog", lambda dialog: spoken.append(dialog.message))
    page = context.new_page()
    page.goto(page_file.as_uri())
    for event in told.event_list():
        page.evaluate("place => { location.hash = place; }", f"event-{event.event_id}")
        page.wait_for_function("() => document.querySelector('dialog[open]') !== null")
        assert page.evaluate("() => window.__hit") is None
        assert page.evaluate(STRANGERS) == []
    for figure in page.locator("figure[data-chart]").all():
        figure.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.__hit") is None
    assert page.evaluate(STRANGERS) == []
    assert spoken == []
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    context.close()


def test_the_page_stands_under_a_strict_policy(page_file: Path) -> None:
    text = page_file.read_text("utf-8")
    policy = text.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert "default-src 'none'" in policy.replace("&#39;", "'")
    assert "unsafe-eval" not in policy
    scripts = policy.replace("&#39;", "'").partition("script-src")[2].partition(";")[0]
    assert "unsafe-inline" not in scripts
