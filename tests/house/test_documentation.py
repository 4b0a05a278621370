"""What the documentation shows is what happens: README and docstring examples run, in the order in which they stand."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCE = re.compile(r"^```(python|pycon|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
PAGES = [path for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))) if path.exists()]


def modules_with_examples() -> list[str]:
    sources = [path for package in ("parsers", "timeline") for path in sorted((ROOT / package).rglob("*.py"))]
    found = [path.relative_to(ROOT) for path in sources if ">>> " in path.read_text(encoding="utf-8")]
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in found]


@pytest.mark.parametrize("name", modules_with_examples())
def test_docstring_examples_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=OPTIONS)
    assert result.attempted, "the module has >>> but no example that doctest can see"
    assert result.failed == 0


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like a fresh clone: the sample corpus, an empty folder for reports, the commands of this environment."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "reports").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    for name in [name for name in os.environ if name.startswith("TIMELINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


def run_python(code: str, namespace: dict[str, object]) -> None:
    exec(compile(code, "README.md", "exec"), namespace)  # noqa: S102 - the project's own page


def run_session(block: str, namespace: dict[str, object]) -> None:
    test = doctest.DocTestParser().get_doctest(block, namespace, "README.md", "README.md", 0)
    complaints: list[str] = []
    result = doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=complaints.append, clear_globs=False)
    namespace.update(test.globs)
    assert result.failed == 0, "".join(complaints)


def run_shell(block: str) -> None:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        done = subprocess.run(["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        checker = doctest.OutputChecker()
        assert done.returncode in (0, 1), f"{command}\n{done.stdout}"
        assert checker.check_output(expected, done.stdout, OPTIONS), f"$ {command}\n{done.stdout}\ninstead of\n{expected}"


@pytest.mark.usefixtures("workplace")
def test_the_examples_of_the_readme_run() -> None:
    blocks = FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(blocks) >= 3, "the README shows the library, its table and the command line"
    namespace: dict[str, object] = {"__name__": "readme"}
    for kind, block in blocks:
        if kind == "python":
            run_python(block, namespace)
        elif kind == "pycon":
            run_session(block, namespace)
        else:
            run_shell(block)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    assert [target for target in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / target).exists()] == []


def test_the_changelog_has_a_word_on_this_version() -> None:
    from parsers import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## (Unreleased|\[?{re.escape(__version__)})", changelog, re.MULTILINE)
