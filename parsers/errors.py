"""What can go wrong with input, in three classes. Every message names the thing, the place and the way out."""

from __future__ import annotations


class TrackerError(Exception):
    """Base of all errors that a user can do something about; the message is one line."""


class InputError(TrackerError):
    """An article, a file or a filter that cannot be used as it is."""


class PackError(TrackerError):
    """A vocabulary or phrase pack that contradicts itself; the message names file and entry."""
