"""One HTML file from template, styles, scripts and data; nothing in it is loaded from anywhere."""

from __future__ import annotations

import base64
import hashlib
import zlib
from importlib.resources import files
from typing import Any

LONG = 2_000_000
SCRIPTS = ("data.js", "filters.js", "draw.js", "stack.js", "crowd.js", "lens.js", "card.js", "table.js", "evidence.js", "start.js")


def render(content: dict[str, Any], data: dict[str, Any]) -> str:
    """The page: ``content`` is what the template shows at once, ``data`` what the scripts draw from. Same input, same bytes."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("timeline.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    own = "\n".join(asset(f"assets/{name}") for name in SCRIPTS)
    # One function for all, so that it can wait until the data is unpacked and leaves nothing in the page's global names but T.
    scripts = [asset("vendor/plotly-cartesian.min.js"), f"(async () => {{\n{own}\n}})();"]
    page = environment.get_template("page.html")
    return page.render(content, csp=policy(scripts), style=asset("assets/report.css"), scripts=scripts, data=as_script(data)) + "\n"


def asset(name: str) -> str:
    """The text of a file of this package, fit to stand inside a script or style element."""
    text = files("timeline.report").joinpath(name).read_text(encoding="utf-8")
    # "</script" inside a string literal would end the element; "<\\/script" means the same to JavaScript.
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def policy(scripts: list[str]) -> str:
    """The content security policy: these scripts and no others, no address to load from or send to."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'"
    )


def as_script(data: dict[str, Any]) -> dict[str, str]:
    """The data for a script element: JSON that cannot end the element, or, where that would be long, deflated and in base64.

    ``{"text": ..., "packing": "" or "deflate"}``; a browser unpacks a page of ten thousand events in a fraction of a second.
    """
    import orjson

    text = orjson.dumps(data, option=orjson.OPT_SORT_KEYS).decode()
    if len(text) > LONG:
        return {"text": base64.b64encode(zlib.compress(text.encode(), 6)).decode(), "packing": "deflate"}
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return {"text": text, "packing": ""}
