"""Who acts, and who is hit: jurisdictions, blocs, capitals, offices, agencies and people in a text, with their codes."""

from __future__ import annotations

from parsers.actors.actor import Actor
from parsers.actors.atoms import read_atoms
from parsers.actors.compose import compose
from parsers.actors.lexicon import Word
from parsers.actors.lexicon import lexicon as known_words
from parsers.scan import Hit

__all__ = ["Actor", "actors_of", "find_actors"]


def find_actors(text: str, folded: str) -> list[Actor]:
    """All actors of ``text`` in its order, without overlap; ``folded`` is ``fold(text)``.

    State, office and name that stand together are one actor: "Japanese Foreign Minister Yoshimasa Hayashi".
    """
    return actors_of(text, folded, known_words().scanner.scan(folded))


def actors_of(text: str, folded: str, hits: list[Hit[Word]]) -> list[Actor]:
    """The same for a text of which the hits of the lexicon's scanner are known."""
    return compose(text, folded, read_atoms(text, hits))
