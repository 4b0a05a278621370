"""What a run did, as records of the standard library's logger ``timeline``; silent unless somebody listens."""

from __future__ import annotations

import logging
from typing import Any

LOGGER = logging.getLogger("timeline")
LOGGER.addHandler(logging.NullHandler())


def note(happening: str, **about: Any) -> None:
    """Something that was done, with its particulars."""
    LOGGER.info(happening, extra={"about": about})


def warn(happening: str, **about: Any) -> None:
    """Something that went wrong and stopped nothing else."""
    LOGGER.warning(happening, extra={"about": about})
