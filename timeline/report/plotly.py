"""Where a page takes plotly.js from: it carries it (``inline``), finds it beside itself (``file``) or asks a public address (``cdn``)."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

FILE = "plotly-cartesian.min.js"
CDN = "https://cdn.jsdelivr.net/npm/plotly.js-cartesian-dist-min@{version}/plotly-cartesian.min.js"
PLACES = ("inline", "file", "cdn")


class Script(NamedTuple):
    """A script of a page: its text, or the address that it is loaded from, with a digest where the address is not the page's own."""

    text: str = ""
    src: str = ""
    integrity: str = ""

    @property
    def source(self) -> str:
        """The one source that the content security policy has to allow for it."""
        if not self.src:
            return f"'sha256-{_digest('sha256', self.text.encode())}'"
        # A page opened from a disk has no origin of its own, so that 'self' alone would not match the file beside it.
        return self.src if self.integrity else "'self' file:"


def plotly_script(place: str) -> Script:
    """The script element for one of PLACES. Raises InputError for another."""
    if place not in PLACES:
        from parsers.errors import InputError

        raise InputError(f"unknown place for plotly.js {place!r}; known: {', '.join(PLACES)}")
    if place == "inline":
        return Script(text=script_text("vendor/" + FILE))
    if place == "file":
        return Script(src=FILE)
    library = _bundle()
    return Script(src=CDN.format(version=_version(library)), integrity=f"sha384-{_digest('sha384', library)}")


def put_beside(page: Path) -> None:
    """Write plotly.js into the folder of a page that expects it there."""
    page.with_name(FILE).write_bytes(_bundle())


def script_text(name: str) -> str:
    """The text of a file of this package, fit to stand inside a script or style element."""
    text = files("timeline.report").joinpath(name).read_text(encoding="utf-8")
    # "</script" inside a string literal would end the element; "<\\/script" means the same to JavaScript.
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def policy(scripts: list[Script]) -> str:
    """The content security policy: these scripts and no others, no address to load from or send to."""
    sources = " ".join(script.source for script in scripts)
    return (
        f"default-src 'none'; script-src {sources}; style-src 'unsafe-inline'; img-src data: blob:; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'"
    )


def _bundle() -> bytes:
    return files("timeline.report").joinpath("vendor", FILE).read_bytes()


def _version(library: bytes) -> str:
    found = re.search(rb"v(\d+\.\d+\.\d+)", library[:200])
    return found[1].decode() if found else ""


def _digest(algorithm: str, data: bytes) -> str:
    return base64.b64encode(hashlib.new(algorithm, data).digest()).decode()
