"""Everything that is installed with the program may be, and the page says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.licences import COMPATIBLE, markdown, packages


@pytest.mark.parametrize("package", list(packages()), ids=lambda package: package.name)
def test_the_licence_goes_with_ours(package: tuple[str, str, str]) -> None:
    assert COMPATIBLE.search(package[1]), f"{package[0]}: {package[1]!r}"


def test_the_page_lists_what_is_locked(root: Path) -> None:
    page = (root / "docs" / "licences.md").read_text("utf-8").splitlines()
    assert set(markdown().splitlines()) <= set(page)


def test_every_locked_package_is_pinned_by_hash(root: Path) -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-ftm.lock"):
        text = (root / name).read_text("utf-8")
        assert text.count("==") <= text.count("--hash=sha256:")
        assert "://" not in text
