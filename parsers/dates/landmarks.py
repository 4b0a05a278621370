"""World events that texts count from ("three days after the invasion"): names, day and source, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from parsers.errors import PackError
from parsers.pack import check_keys, check_phrases, load_pack

PACK = "landmarks"


@dataclass(frozen=True)
class Landmark:
    """A dated event. ``aliases`` name it anywhere; ``generic`` words ("the invasion") do where one of ``context`` stands in the text."""

    name: str
    day: date
    aliases: tuple[str, ...]
    generic: tuple[str, ...]
    context: tuple[str, ...]
    source: str


@cache
def landmarks() -> dict[str, Landmark]:
    """The landmarks by name. Raises PackError for an entry with a key, day or phrase that cannot be used."""
    return {name: landmark(name, entry) for name, entry in load_pack(PACK).items()}


def landmark(name: str, entry: dict[str, object]) -> Landmark:
    """One entry of the pack, checked."""
    where = f"packs/{PACK}.toml: [{name}]"
    check_keys(where, entry, ("date", "aliases", "generic", "context", "source"))
    day, source = entry.get("date"), entry.get("source")
    if not isinstance(day, date) or not isinstance(source, str):
        raise PackError(f"{where}: expected date = YYYY-MM-DD and source = an address")
    lists = [tuple(check_phrases(where, entry.get(key, []))) for key in ("aliases", "generic", "context")]
    if lists[1] and not lists[2]:
        raise PackError(f"{where}: generic words need context words that say when they mean this event")
    return Landmark(name, day, lists[0], lists[1], lists[2], source)


def generic_landmarks(fold: str, published: date | None) -> dict[str, Landmark]:
    """What each generic word ("invasion", "coup") means in a text: the latest event before publication whose context the text names."""
    meant: dict[str, Landmark] = {}
    for entry in sorted(landmarks().values(), key=lambda entry: entry.day):
        if entry.generic and (published is None or entry.day <= published) and any(each in fold for each in entry.context):
            meant.update(dict.fromkeys(entry.generic, entry))
    return meant
