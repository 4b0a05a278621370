"""The records of a run on standard error, one line each: JSON for machines, or plain for people. Nothing is logged unless asked for."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import Any

from timeline.cli.output import printable
from timeline.safe import json_text


class Json(logging.Formatter):
    """One JSON object a line: time (UTC), level, event, and the particulars of the event."""

    def format(self, record: logging.LogRecord) -> str:
        return json_text(_told(record))


class Plain(logging.Formatter):
    """The same in words: ``2026-01-02T03:04:05Z info article stored article=wire-7 kind=added``."""

    def format(self, record: logging.LogRecord) -> str:
        told = _told(record)
        head = [str(told.pop(name)) for name in ("time", "level", "event")]
        return printable(" ".join([*head, *(f"{name}={value}" for name, value in told.items())]))


def _told(record: logging.LogRecord) -> dict[str, Any]:
    time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"time": time, "level": record.levelname.lower(), "event": record.getMessage()} | getattr(record, "about", {})


def log_to_stderr(form: str) -> None:
    """Write the records of the logger ``timeline`` to standard error as ``json`` or ``text``; each line is out before the next step."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json() if form == "json" else Plain())
    logger = logging.getLogger("timeline")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
