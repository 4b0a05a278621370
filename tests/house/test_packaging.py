"""What is installed: locked versions from no particular place, every declared library, every data file."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-ftm.lock")
NAME = re.compile(r"[A-Za-z0-9._-]+")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normal(requirement: str) -> str:
    match = NAME.match(requirement)
    assert match, requirement
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def locked(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {normal(line) for line in lines if "==" in line and not line.startswith((" ", "#"))}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place_and_gives_a_hash_for_everything(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"://|file:|--find-links|index-url|/[a-z]+/[a-z]+/", text) == []
    entries = re.split(r"\n(?=[a-z0-9])", text)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_hold_what_the_project_declares(project: dict[str, Any]) -> None:
    declared = {normal(requirement) for requirement in project["project"]["dependencies"]} - {"tzdata"}
    assert declared <= locked("requirements.lock"), "make lock"
    groups = dict(project["dependency-groups"])
    assert {normal(item) for item in groups.pop("ftm")} <= locked("requirements-ftm.lock"), "make lock"
    extras = project["project"]["optional-dependencies"]
    everything = declared | {normal(item) for items in (*groups.values(), *extras.values()) for item in items}
    assert everything <= locked("requirements-dev.lock"), "make lock"
    assert locked("requirements.lock") <= locked("requirements-dev.lock")


def imported() -> set[str]:
    """Modules from elsewhere that the packages import, by their first name."""
    found: set[str] = set()
    for path in [*(ROOT / "parsers").rglob("*.py"), *(ROOT / "timeline").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").split(".")[0])
    return found - set(sys.stdlib_module_names) - {"parsers", "timeline"}


def test_what_is_imported_is_declared(project: dict[str, Any]) -> None:
    extras = project["project"]["optional-dependencies"].values()
    declared = {normal(item) for items in (project["project"]["dependencies"], *extras) for item in items}
    origin = packages_distributions()
    assert {module for module in imported() if not declared & {normal(name) for name in origin.get(module, [])}} == set()


def test_the_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    [wheel] = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = {path.relative_to(ROOT) for package in ("parsers", "timeline") for path in (ROOT / package).rglob("*") if path.is_file()}
    assert {str(path) for path in files if "__pycache__" not in path.parts} <= packed
