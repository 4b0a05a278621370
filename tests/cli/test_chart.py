"""``timeline chart``, and what ``timeline report`` lets one choose about the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup

from timeline.charts import FIGURES
from timeline.cli.report import Name

Run = Callable[..., Any]


@pytest.fixture
def filled(command: Run, article: Path) -> Run:
    """The command in a folder whose timeline holds the article."""
    assert command("append", str(article)).returncode == 0
    return command


def test_the_help_names_the_charts_that_there_are() -> None:
    assert get_args(Name) == tuple(entry.name for entry in FIGURES)


def test_a_chart_is_written_as_a_page_of_the_chosen_events(filled: Run, tmp_path: Path) -> None:
    done = filled("chart", "timeline", "--imposer", "JP", "--out", "new/chart.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 event in new/chart.html\n")
    soup = BeautifulSoup((tmp_path / "new" / "chart.html").read_text(encoding="utf-8"), "html.parser")
    assert "Japan" in soup.find(id="data").get_text()  # type: ignore[union-attr]
    assert "default-src 'none'" in str(soup.find("meta", attrs={"http-equiv": True}))


@pytest.mark.parametrize("out", ["chart.gif", "chart"])
def test_a_form_that_no_chart_has_is_refused_in_one_line(filled: Run, out: str) -> None:
    done = filled("chart", "exchange", "--out", out)
    assert done.returncode == 2
    assert done.stderr == f"timeline: {out}: a chart is written as .png, .svg, .html; name one of these\n"


def test_without_a_browser_a_picture_is_refused_with_the_way_out(filled: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    done = filled("chart", "exchange", "--out", "chart.png")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "needs Chromium or Chrome, and none was found" in done.stderr
    assert not (tmp_path / "chart.png").exists()


def test_a_browser_that_cannot_be_run_is_named(filled: Run) -> None:
    done = filled("chart", "exchange", "--out", "chart.svg", CHROMIUM="/no/such/browser")
    assert done.returncode == 2
    assert "the browser failed" in done.stderr
    assert "/no/such/browser" in done.stderr


def test_the_page_shows_the_charts_that_were_asked_for(filled: Run, tmp_path: Path) -> None:
    assert filled("report", "--figure", "matrix", "--figure", "exchange", "--out", "page.html").returncode == 0
    soup = BeautifulSoup((tmp_path / "page.html").read_text(encoding="utf-8"), "html.parser")
    assert [figure["data-chart"] for figure in soup.find_all("figure")] == ["timeline", "exchange", "matrix"]
    done = filled("report", "--figure", "pie", "--out", "page.html")
    assert done.returncode == 2
    assert "unknown chart 'pie'; known: timeline, exchange" in done.stderr


def test_plotly_is_in_the_page_beside_it_or_at_an_address(filled: Run, tmp_path: Path) -> None:
    sizes = {}
    for place in ("inline", "file", "cdn"):
        assert filled("report", "--plotlyjs", place, "--out", f"{place}/page.html").returncode == 0
        sizes[place] = (tmp_path / place / "page.html").stat().st_size
    assert sizes["inline"] > 1_500_000
    assert max(sizes["file"], sizes["cdn"]) < 300_000
    assert (tmp_path / "file" / "plotly-cartesian.min.js").stat().st_size > 1_000_000
    assert not (tmp_path / "inline" / "plotly-cartesian.min.js").exists()
    page = BeautifulSoup((tmp_path / "cdn" / "page.html").read_text(encoding="utf-8"), "html.parser")
    script = page.find("script", src=True)
    assert str(script["src"]).startswith("https://")  # type: ignore[index]
    assert str(script["integrity"]).startswith("sha384-")  # type: ignore[index]
    policy = str(page.find("meta", attrs={"http-equiv": True})["content"])  # type: ignore[index]
    assert str(script["src"]) in policy  # type: ignore[index]
    assert "unsafe-inline" not in policy.partition("style-src")[0]
