"""JSON lines: everything that is known of each event."""

from __future__ import annotations

from timeline.exports.exporter import Content, Exporter, Written
from timeline.safe import json_text


def write(content: Content) -> Written:
    """One JSON object a line, as ``timeline events --format jsonl --with-mentions`` prints them."""
    lines = (f"{json_text(content.certainty(event.event_id) | event.as_json())}\n" for event in content.events)
    return Written("".join(lines).encode(), len(content.events))


EXPORTER = Exporter(
    name="jsonl",
    suffix=".jsonl",
    label="JSON lines, for programs",
    holds=(
        "Everything: each event with all its mentions, their reasons and offsets, links, conflicts, history, judgements. Values are"
        " as they came in, addresses too. Where a filter asks about days, `certainty` and its reason stand first."
    ),
    leaves_out=("the articles' texts, to which the offsets refer (`timeline articles --format jsonl` has them)",),
    write=write,
)
