"""What an import costs and brings: nothing heavy before it is used, nothing that reaches the wrong way."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("pandas", "numpy", "plotly", "sqlalchemy", "alembic", "trafilatura", "htmldate", "lxml", "dateparser", "babel", "jinja2", "httpx2")
PARSERS_NEVER = {"timeline", "pandas", "plotly", "sqlalchemy", "alembic", "jinja2"}


@pytest.mark.parametrize("module", ["parsers", "timeline", "timeline.cli"])
def test_an_import_loads_nothing_heavy(module: str) -> None:
    code = f"import {module}, sys; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    assert loaded == [], f"import {module} loads {', '.join(loaded)}; import them in the function that uses them"


@pytest.mark.parametrize("path", sorted((ROOT / "parsers").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_parsers_import_neither_the_timeline_nor_tables_nor_databases(path: Path) -> None:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            roots.add(node.module.split(".")[0])
    assert roots & PARSERS_NEVER == set()
