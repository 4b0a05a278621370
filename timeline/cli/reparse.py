"""``timeline reparse``: read the stored articles again with the parser as it is now."""

from __future__ import annotations

from timeline.cli.append import total
from timeline.cli.judging import tell_ground
from timeline.cli.opening import existing
from timeline.cli.options import STORE, Store
from timeline.cli.output import note
from timeline.cli.progress import counting


def reparse(store: Store = STORE) -> None:
    """Read the stored articles again, after an upgrade of the parser; events that did not change keep their ids."""
    with existing(store) as timeline, counting("Reading articles again", timeline.summary()["articles"]) as step:
        result = timeline.reparse(progress=step)
        note(f"articles: {result.corrected} read otherwise than before, {result.unchanged} as before")
        note(f"events: {result.events_new} new, {result.events_updated} updated")
        note(total(store, timeline.summary()))
        tell_ground(timeline)
