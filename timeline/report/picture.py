"""One chart as a file: a page of its own, or a picture drawn by a Chromium of this machine."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from parsers.errors import InputError
from timeline.charts import CONFIG, named
from timeline.charts.words import words
from timeline.report.page import as_script, fill
from timeline.report.plotly import Script, plotly_script

if TYPE_CHECKING:
    import pandas as pd

FORMS = ("png", "svg", "html")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
SECONDS = 60
WIDTH = 1200
FLAGS = (
    "--headless --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    " --virtual-time-budget=20000 --dump-dom"
).split()
SHOW = """const { figure, config } = JSON.parse(document.getElementById("data").textContent);
Plotly.newPlot("chart", figure.data, figure.layout, config);"""
# A browser without a window cannot save files, so the picture is put into the page, which is then read.
SNAP = """(async () => {
const { figure, form, width } = JSON.parse(document.getElementById("data").textContent);
const picture = await Plotly.toImage(figure, { format: form, width, height: figure.layout.height, scale: form === "png" ? 2 : 1 });
const place = document.createElement("pre");
place.id = "picture";
place.textContent = picture;
document.body.append(place);
})();"""
PICTURE = re.compile(r'<pre id="picture">data:image/[^,;]*(;base64)?[^,]*,([^<]*)</pre>')


def save_chart(name: str, frame: pd.DataFrame, path: str | Path) -> Path:
    """Draw a chart of ``timeline.charts.FIGURES`` to ``path`` (.png at double size, .svg or .html; folders are made) and return it.

    HTML is one file that loads nothing. Pictures need Chromium or Chrome. Raises InputError for an unknown chart or form, and where no
    browser is found or it fails.
    """
    target = Path(path)
    form = target.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise InputError(f"{target}: a chart is written as {', '.join(f'.{one}' for one in FORMS)}; name one of these")
    chart = named(name)
    figure = _plain(chart.draw(frame))
    data = {"figure": figure, "config": CONFIG, "form": form, "width": WIDTH}
    made = _page(chart.reading, data, SHOW).encode() if form == "html" else _picture(_page(chart.reading, data, SNAP), target)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)
    return target


def _plain(drawn: Any) -> dict[str, Any]:
    figure: dict[str, Any] = drawn.to_plotly_json()
    ground = {"paper_bgcolor": "#fff"} | ({} if figure["layout"].get("height") else {"height": 500})
    return figure | {"layout": figure["layout"] | ground}


def _page(reading: str, data: dict[str, Any], script: str) -> str:
    scripts = [plotly_script("inline"), Script(text=script)]
    title = data["figure"]["layout"]["title"]["text"]
    content = {"title": title, "reading": reading, "width": WIDTH, "words": words()}
    return fill("chart.html", content | {"data": as_script(data, long=sys.maxsize), "scripts": scripts})


def _picture(page: str, target: Path) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "chart.html")
        source.write_text(page, encoding="utf-8")
        found = PICTURE.search(_shown(source, folder, target))
    if not found:
        raise InputError(f"{target}: the browser drew nothing; write .html instead, or name another browser in CHROMIUM")
    return base64.b64decode(found[2]) if found[1] else unquote_to_bytes(unescape(found[2]))


def _shown(source: Path, folder: str, target: Path) -> str:
    """The page's elements after its scripts have run."""
    # Its sandbox refuses to start as root, as in containers; the page holds nothing but our own scripts.
    flags = [*FLAGS, f"--user-data-dir={folder}/profile", *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else [])]
    try:
        done = subprocess.run(  # noqa: S603 - the browser's path is the user's own, the page ours
            [_browser(target), *flags, source.as_uri()], capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputError(f"{target}: the browser failed ({error}); write .html instead, or name another browser in CHROMIUM") from error
    return done.stdout.decode("utf-8", "replace")


def find_browser() -> str | None:
    """Where a Chromium or Chrome is: the one that CHROMIUM names, else the first on the path."""
    return os.environ.get("CHROMIUM") or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _browser(target: Path) -> str:
    found = find_browser()
    if not found:
        raise InputError(
            f"{target}: a picture needs Chromium or Chrome, and none was found; install one, name it in CHROMIUM, or write .html"
        )
    return found
