"""Mentions in, events out: ``Timeline`` keeps the table, answers questions about it and draws the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.query import AppendResult, Timeline

__version__ = "0.1.0"
__all__ = ["AppendResult", "Timeline"]


def __getattr__(name: str) -> Any:
    # The store's libraries take half a second to import, so they wait until somebody asks for them.
    if name in __all__:
        from timeline import query

        return getattr(query, name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
