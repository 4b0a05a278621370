"""What all tests share: where the project lies, and properties that are drawn the same way in every run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
pytest_plugins = ["tests.postgresql"]

# No deadline: how long an example takes depends on the machine and says nothing about the code.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def corpus(root: Path) -> Path:
    """The folder of the sample articles."""
    return root / "data" / "articles"
