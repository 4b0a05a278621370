"""Named sets of words from ``packs/en/words.toml``: what the rules of English look for around verbs and nouns."""

from __future__ import annotations

from functools import cache

from parsers.errors import PackError
from parsers.pack import check_phrases, load_pack


@cache
def wordset(name: str) -> frozenset[str]:
    """The set of that name; PackError where the pack has none."""
    pack = load_pack("en/words")
    if name not in pack:
        raise PackError(f"packs/en/words.toml: no set {name!r}; known: {', '.join(pack)}")
    return frozenset(check_phrases(f"packs/en/words.toml: {name}", pack[name]))
