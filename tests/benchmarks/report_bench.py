"""How long the page takes to be made and to answer, and how large it is: ``python tests/benchmarks/report_bench.py``.

Prints a line for each yardstick with what was asked and what was seen, and exits with 1 where one was missed. Events are those of
``crowd.py``. Times are of one core in headless Chromium; a busy machine shows longer ones, so the best of some is taken.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from crowd import crowd

from timeline.report import write_report

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
# Time from a click on a filter to the frame that shows table and charts in sight anew.
FILTER = """async ([name, value]) => {
    const box = document.querySelector(`[data-filter=${name}] input[value=${value}]`);
    const start = performance.now();
    box.click();
    document.body.offsetHeight;
    const port = new MessageChannel(); // its message comes after the frame is painted
    await new Promise(done => requestAnimationFrame(() => { port.port1.onmessage = done; port.port2.postMessage(0); }));
    return performance.now() - start;
}"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
USABLE = "() => performance.getEntriesByName('ready')[0].startTime"


class Seen(NamedTuple):
    """One yardstick: what is measured, what was seen, what is asked at most, and the unit."""

    name: str
    value: float
    most: float
    unit: str

    def __str__(self) -> str:
        verdict = "ok" if self.value <= self.most else "MISSED"
        asked = f"  at most {self.most:g} {self.unit}  {verdict}" if math.isfinite(self.most) else ""
        return f"{self.name:60} {self.value:9.2f} {self.unit:2}{asked}"


def main() -> int:
    """Measure, print, and tell by the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--out", type=Path, help="keep the pages in this folder")
    given = parser.parse_args()
    folder = given.out or Path(tempfile.mkdtemp())
    missed = 0
    for seen in measure(given.events, folder):
        print(seen, flush=True)
        missed += seen.value > seen.most
    return int(missed > 0)


def measure(size: int, folder: Path) -> Iterator[Seen]:
    """All yardsticks, for a hundred events and for ``size``."""
    small, large = folder / "small.html", folder / "large.html"
    events, articles = crowd(size)
    write_report(events[:100], articles, small)  # imports what is needed, so that the next is timed without
    told = {evidence.digest for event in events[:100] for evidence in event.mentions}
    write_report(events[:100], [article for article in articles if article.digest in told], small)
    yield Seen("page of 100 events", small.stat().st_size / 1e6, 2.5, "MB")
    yield Seen(f"page of {size:,} events, made", best(lambda: timed(write_report, events, articles, large)), 3, "s")
    yield Seen(f"page of {size:,} events", large.stat().st_size / 1e6, 8, "MB")
    yield from in_browser(large)


def in_browser(page: Path) -> Iterator[Seen]:
    """First paint, ready, and filters with the timeline in sight and with every other chart in sight in turn."""
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=ARGUMENTS)
        opened = [arrival(browser, page) for _ in range(3)]
        yield Seen("first paint", min(paint for paint, _ in opened), 2000, "ms")
        yield Seen("table and timeline ready", min(ready for _, ready in opened), math.inf, "ms")
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(page.as_uri())
        for name in tab.locator("figure[data-chart]").evaluate_all("all => all.map(one => one.dataset.chart)"):
            yield filtering(tab, name)
        browser.close()


def arrival(browser: Any, page: Path) -> tuple[float, float]:
    """Milliseconds from the opening of the page to its first paint and until table and timeline are drawn."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(page.as_uri())
    tab.wait_for_function("() => performance.getEntriesByName('ready').length")
    seen = float(tab.evaluate(PAINT)), float(tab.evaluate(USABLE))
    tab.close()
    return seen


def filtering(tab: Any, chart: str) -> Seen:
    """The slowest of some filters set and taken back while a chart is in sight, each at its best of eight."""
    tab.locator(f"figure[data-chart={chart}]").evaluate("one => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
    tab.wait_for_timeout(800)
    choices = [["imposer", "US"], ["status", "in_force"], ["target", "RU"]]
    times = [[tab.evaluate(FILTER, choice) for _ in range(16)] for choice in choices]
    slowest = max(min(rows[way::2]) for rows in times for way in (0, 1))
    return Seen(f"filter, {chart} in sight ({working(tab):.0f} ms of the processor)", slowest, 200, "ms")


def working(tab: Any) -> float:
    """Milliseconds of processor time that the page's main thread takes for a filter set and for the frame after it, at its best."""
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))

    def once() -> float:
        before = spent()
        tab.evaluate(FILTER, ["imposer", "US"])
        return spent() - before

    return best(once, 4)


def timed(call: Callable[..., Any], *arguments: Any) -> float:
    """Seconds of processor time that a call takes."""
    start = time.process_time()
    call(*arguments)
    return time.process_time() - start


def best(run: Callable[[], float], times: int = 3) -> float:
    """The least of some runs."""
    return min(run() for _ in range(times))


if __name__ == "__main__":
    sys.exit(main())
