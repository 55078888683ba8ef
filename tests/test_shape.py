"""Size and shape of the source: files, functions and arguments stay small, everything public is described."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for folder in ("app", "core", "training") for path in (ROOT / folder).rglob("*.py"))

FILE_LINES, FUNCTION_LINES, ARGUMENTS = 400, 50, 6

EXCEPTIONS: dict[str, str] = {}
"""`file:function` or `file` → why it may be larger."""


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(path: Path, function: str = "") -> str:
    short = path.relative_to(ROOT).as_posix()
    return f"{short}:{function}" if function else short


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_file_is_small_and_described(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no module docstring"
    assert len(text.splitlines()) <= FILE_LINES or name_of(path) in EXCEPTIONS


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_functions_are_small(path: Path) -> None:
    large = [
        f"{node.name}: {length(node)} lines, {len(node.args.args)} arguments"
        for node in functions(path)
        if (
            length(node) > FUNCTION_LINES
            or len([a for a in node.args.args if a.arg not in ("self", "cls")]) > ARGUMENTS
        )
        and name_of(path, node.name) not in EXCEPTIONS
    ]
    assert not large


def test_typical_function_is_short() -> None:
    lengths = sorted((length(node), name_of(path, node.name)) for path in SOURCES for node in functions(path))
    longest = "\n".join(f"{lines:4} {name}" for lines, name in lengths[-10:])
    assert lengths[len(lengths) // 2][0] <= 12, f"longest:\n{longest}"


def test_exceptions_are_still_needed() -> None:
    names = {name_of(path) for path in SOURCES} | {
        name_of(path, node.name) for path in SOURCES for node in functions(path)
    }
    assert set(EXCEPTIONS) <= names
