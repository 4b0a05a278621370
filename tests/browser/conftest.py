"""A headless Chromium that may open nothing but the report.

Skipped with a reason where there is no Chromium; an error where CI is set, so that the tests can't fall silent there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from parsers.article import Article
from timeline.event import Event
from timeline.report import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

STORY = Path(__file__).parents[1] / "report" / "story"
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        missing = "no Chromium on this machine: install the package chromium, or name one in CHROMIUM"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=executable, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def story() -> list[Event]:
    return [Event.model_validate_json(line) for line in (STORY / "events.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def report(story: list[Event], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report of the story, as a file."""
    articles = [Article.model_validate_json(line) for line in (STORY / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    return write_report(story, articles, tmp_path_factory.mktemp("report") / "index.html").as_uri()


class Watched:
    """What a page did that it should not: script errors, and requests to anything but itself."""

    def __init__(self, context: BrowserContext) -> None:
        self.errors: list[str] = []
        self.requests: list[str] = []
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        context.on("request", lambda request: self.requests.append(request.url))

    @property
    def outside(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("file:", "blob:", "data:"))]


@pytest.fixture(scope="session")
def crowded(story: list[Event], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report of six hundred events, more than can be drawn one by one; the first quote ends in a comma."""
    many = [event.model_copy(update={"event_id": f"{event.event_id}-{n}", "links": ()}) for n in range(60) for event in story]
    many[0] = many[0].model_copy(update={"quote": "The EU banned Russian coal,"})
    return write_report(many, [], tmp_path_factory.mktemp("crowd") / "index.html").as_uri()


@pytest.fixture(scope="session")
def shared_context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def watched(shared_context: BrowserContext) -> Watched:
    return Watched(shared_context)


@pytest.fixture(scope="session")
def shared_page(shared_context: BrowserContext, watched: Watched, report: str) -> Page:
    opened = shared_context.new_page()
    opened.goto(report)
    assert (watched.errors, watched.outside) == ([], [])
    return opened


# As a reader leaves it who closes, clears and goes back to the top; loading anew would take ten times as long.
AFRESH = """() => {
    document.querySelector('dialog').close();
    for (const menu of document.querySelectorAll('details.numbers[open], details.menu[open]')) menu.open = false;
    const arcs = document.getElementById('arcs');
    if (arcs.checked) arcs.click();
    const sort = document.querySelector('[data-sort=when]');
    if (sort && sort.closest('th').getAttribute('aria-sort') !== 'ascending') sort.click();
    T.lens.range = null;
    history.replaceState(null, '', location.pathname);
    T.readAddress();
    document.activeElement.blur();
    scrollTo(0, 0);
}"""


@pytest.fixture
def page(shared_page: Page, watched: Watched) -> Iterator[Page]:
    """The report as it opens; the test fails if a script failed or anything was asked of a network meanwhile."""
    watched.errors.clear()
    shared_page.set_viewport_size({"width": 1280, "height": 900})
    shared_page.evaluate(AFRESH)
    yield shared_page
    assert watched.errors == []
    assert watched.outside == []


@pytest.fixture
def go(page: Page) -> Callable[[str], Page]:
    """Leads the report to an address of its own: what stands after the ``#``."""

    def lead(place: str) -> Page:
        page.evaluate(
            "place => new Promise(done => { addEventListener('hashchange', done, { once: true }); location.hash = place; })", place
        )
        return page

    return lead
