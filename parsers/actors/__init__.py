"""Who acts, and who is hit: jurisdictions, blocs, capitals, offices, agencies and people in a text, with their codes."""

from __future__ import annotations

from parsers.actors.actor import Actor
from parsers.actors.atoms import read_atoms
from parsers.actors.compose import compose

__all__ = ["Actor", "find_actors"]


def find_actors(text: str, folded: str) -> list[Actor]:
    """All actors of ``text`` in its order, without overlap; ``folded`` is ``fold(text)``.

    State, office and name that stand together are one actor: "Japanese Foreign Minister Yoshimasa Hayashi".
    """
    return compose(text, folded, read_atoms(text, folded))
