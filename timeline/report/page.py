"""One HTML file from template, styles, scripts and data."""

from __future__ import annotations

import base64
import zlib
from typing import Any

from timeline.report.plotly import Script, plotly_script, policy, script_text
from timeline.safe import shown

LONG = 2_000_000
SCRIPTS = (
    "data.js filters.js counting.js legend.js answers.js draw.js stack.js crowd.js lens.js card.js table.js evidence.js start.js"
).split()


def render(content: dict[str, Any], data: dict[str, Any], plotlyjs: str = "inline") -> str:
    """The page: ``content`` is what the template shows at once, ``data`` what the scripts draw from. Same input, same bytes."""
    own = "\n".join(script_text(f"assets/{name}") for name in SCRIPTS)
    # One function for all, so that it can wait until the data is unpacked and leaves nothing in the page's global names but T.
    scripts = [plotly_script(plotlyjs), Script(text=f"(async () => {{\n{own}\n}})();")]
    return fill("page.html", content | {"style": script_text("assets/report.css"), "scripts": scripts, "data": as_script(data)})


def fill(template: str, content: dict[str, Any]) -> str:
    """A template of this package filled in, with the policy for its ``scripts``; everything is escaped that is not marked safe there."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("timeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_seen,
    )
    return environment.get_template(template).render(content, csp=policy(content["scripts"])) + "\n"


def _seen(value: Any) -> Any:
    """Words of articles with their hidden characters shown; what is marked safe is our own."""
    return shown(value) if type(value) is str else value


def as_script(data: dict[str, Any], *, long: int = LONG) -> dict[str, str]:
    """The data for a script element: JSON that cannot end the element, or, above ``long`` characters, deflated and in base64.

    ``{"text": ..., "packing": "" or "deflate"}``; a browser unpacks a page of ten thousand events in a fraction of a second.
    """
    import orjson

    text = orjson.dumps(data, option=orjson.OPT_SORT_KEYS).decode()
    if len(text) > long:
        return {"text": base64.b64encode(zlib.compress(text.encode(), 6)).decode(), "packing": "deflate"}
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return {"text": text, "packing": ""}
