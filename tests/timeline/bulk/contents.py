"""What a store holds, but for the names of its events."""

from __future__ import annotations

from pathlib import Path

from timeline import Timeline


def faces(store: str | Path) -> list[str]:
    """All that a store holds of its events but their ids, which tell who came first."""
    with Timeline.open(store) as timeline:
        events = timeline.event_list()
    said = {event.event_id: str(event.mentions[0].key) for event in events}
    plain = [event.model_dump(mode="json", exclude={"event_id", "aliases"}) for event in events]
    for one in plain:
        one["links"] = sorted([link | {"to": said[link["to"]]} for link in one["links"]], key=str)
    return sorted(map(str, plain))
