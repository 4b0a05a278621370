"""The size budget of the house: small files, small functions, few parameters, names that say something."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[2]
FILE_LINES = 300
FUNCTION_MEDIAN, FUNCTION_95, FUNCTION_MOST = 6, 20, 40
PARAMETERS = 5
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
SOURCES = sorted(path for package in ("parsers", "timeline") for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts)
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def code_lines(function: Function) -> int:
    """Lines of the body that hold code: no docstring, no comment, no blank line."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return len(
        {line for statement in body for node in ast.walk(statement) if hasattr(node, "lineno") for line in (node.lineno, node.end_lineno)}
    )


def parameters(function: Function) -> int:
    spec = function.args
    names = [argument.arg for argument in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_fits_the_budget(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES, f"{lines} lines; split it by what it is about"
    assert path.stem not in EMPTY_NAMES, "name the file after what it holds"
    for function in functions(path):
        where = f"{function.name} (line {function.lineno})"
        assert code_lines(function) <= FUNCTION_MOST, f"{where} has {code_lines(function)} lines of code, {FUNCTION_MOST} are allowed"
        if path in SOURCES:
            assert parameters(function) <= PARAMETERS, f"{where} takes {parameters(function)} parameters; group what belongs together"


def test_functions_are_small_as_a_rule() -> None:
    sizes = [code_lines(function) for path in SOURCES for function in functions(path)]
    assert median(sizes) <= FUNCTION_MEDIAN
    assert quantiles(sizes, n=20)[-1] <= FUNCTION_95
