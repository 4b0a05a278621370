"""Every word that a reader sees stands in ``words.toml`` or in the vocabulary, so that one file is all there is to translate."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import timeline
from parsers.vocabulary import vocabulary
from timeline.charts import FIGURES
from timeline.charts.words import words

ROOT = Path(timeline.__file__).parent
MODULES = sorted([*(ROOT / "charts").glob("*.py"), *(ROOT / "report").glob("*.py"), ROOT / "notebook.py"])
SCRIPTS = sorted((ROOT / "report" / "assets").glob("*.js"))
TEMPLATES = sorted((ROOT / "report" / "templates").glob("*.html"))
# Two words after each other, or one that begins like a label.
PROSE = re.compile(r"\b[A-Za-z]{2,} [a-z]{2,}\b|^[A-Z][a-z]{3,}\b")
# What a machine reads: fonts, policies, styles, flags, lists of field names, JavaScript and the digests and addresses of scripts.
MACHINE = re.compile(
    r"sans-serif|'none'|_src|--|const |Helvetica|text-align|^[a-z_ ]+$|unsafe-inline|<[a-z]+|\.js\b|^'self'|^[A-Z]+$|^Chart$"
)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
CODE = re.compile(r"//.*$|class: (?:\"[^\"]*\"|`[^`]*`)|rel: \"[^\"]*\"|\"use strict\"|font: [^,]*|SANS = .*$", re.MULTILINE)


def shown(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The texts of a module that are neither documentation nor an error for whoever calls it."""
    hidden: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            hidden.add(id(node.value))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InputError":
            hidden |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_holds_words_of_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [(line, text) for line, text in shown(tree) if PROSE.search(text) and not MACHINE.search(text)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_holds_words_of_its_own(path: Path) -> None:
    texts = LITERAL.findall(CODE.sub("", path.read_text(encoding="utf-8")))
    events = re.compile(r"^(?:Arrow|Enter|Escape|Infinity|Unknown|Accept)")
    assert [text for text in texts if PROSE.search(text) and not MACHINE.search(text) and not events.search(text)] == []


class Texts(HTMLParser):
    """The text between the tags of a page, without styles and scripts, and what its attributes say to a reader."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.found += [value or "" for name, value in attrs if name in ("aria-label", "title", "alt", "placeholder")]

    def handle_data(self, data: str) -> None:
        if self.inside not in ("style", "script"):
            self.found.append(data)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_holds_words_of_its_own(path: Path) -> None:
    reader = Texts()
    reader.feed(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", path.read_text(encoding="utf-8")))
    assert [text for text in reader.found if re.search(r"[A-Za-z]", text)] == []


def test_every_chart_has_a_title_and_a_reading() -> None:
    names = {entry.name for entry in FIGURES}
    assert set(words()["titles"]) == set(words()["readings"]) == names


def test_months_and_the_labels_of_all_codes_are_there() -> None:
    assert len(words()["dates"]["months"]) == len(words()["dates"]["short"]) == 12
    assert all(entry.label for entry in vocabulary().instruments.values())
