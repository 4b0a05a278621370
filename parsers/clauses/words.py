"""Words of English that end, join or colour the reach of a verb."""

from __future__ import annotations

RELATIVES = frozenset({"who", "which", "whom", "whose", "that", "where"})
REACH = 16
