"""WCAG 2.2 AA as far as a machine can tell: axe-core finds nothing, in light and dark, on a desk and on a phone, evidence open or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: it is in the dev group")

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page: Page) -> list[str]:
    """What axe-core objects to: rule, what it asks for and the first places."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("tags => axe.run(document, { runOnly: tags })", STANDARD)
    return [f"{rule['id']}: {rule['help']}: {[node['html'][:160] for node in rule['nodes'][:3]]}" for rule in found["violations"]]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_nothing_on_the_page_stands_in_the_way(page: Page, scheme: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for figure in page.locator("figure[data-chart]").all():
        figure.scroll_into_view_if_needed()
        figure.locator(".main-svg").first.wait_for(state="attached")
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    assert findings(page) == []
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize(("scheme", "place"), [("light", "#event-eu-coal"), ("dark", "#event-ca-ports"), ("light", "#text=nothing%20fits")])
def test_nothing_in_the_evidence_or_an_empty_view_stands_in_the_way(go: Callable[[str], Page], scheme: Any, place: str) -> None:
    page = go(place)
    page.emulate_media(color_scheme=scheme)
    assert findings(page) == []
    page.emulate_media(color_scheme="light")


def test_every_control_has_a_name_and_a_size_to_hit(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    small = page.locator("button:visible, summary:visible, select:visible, input:visible").evaluate_all(
        "nodes => nodes.map(n => [n.outerHTML.slice(0, 80), n.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 24 && !/checkbox/.test(box)).map(([html, box]) => html + ' ' + box.height)"
    )
    assert [entry for entry in small if "checkbox" not in entry] == []
