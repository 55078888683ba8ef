"""What comes from below in English has a place among the words that are translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

from app.words import REASONS, STAGES
from core.problems import Trouble
from tests.translations import ROOT


def stages() -> Iterator[tuple[Path, str]]:
    """Labels that stand in the source as they are."""
    for path in sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "app").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Progress":
                yield from ((path, arg.value) for arg in node.args[2:3] if isinstance(arg, ast.Constant))


def test_every_stage_of_work_is_a_word() -> None:
    assert {label for _, label in stages()} - set(STAGES) == set()


def test_every_trouble_is_a_word() -> None:
    assert {trouble.value for trouble in Trouble} - set(REASONS) == set()
