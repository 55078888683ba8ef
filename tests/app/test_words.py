"""What comes from below in English has a place among the words that are translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.words import NOTICES, REASONS, STAGES, noticed
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


def notices_of_films() -> Iterator[str]:
    """Sentences about a film that are not raised, as the source has them, with a 7 in every place."""
    for name in ("colour", "index", "probe", "stills"):
        tree = ast.parse((ROOT / "core" / "media" / f"{name}.py").read_text(encoding="utf-8"))
        others = {id(inner) for node in ast.walk(tree) for inner in _inside_of_others(node)}
        for node in ast.walk(tree):
            text = "" if id(node) in others else _filled(node)
            if " " in text and text.endswith("."):
                yield text


def _inside_of_others(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in an error, a docstring, or is only a part of a text."""
    if isinstance(node, ast.Raise | ast.Expr | ast.JoinedStr):
        yield from (inner for inner in ast.walk(node) if inner is not node)


def _filled(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_filled(part) or "7" for part in node.values)
    return node.value.replace("{}", "7") if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_notice_of_a_film_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.words.tr", lambda text: f"[{text}]")
    told = {noticed(text) for text in notices_of_films()}
    assert told
    assert {text for text in told if not text.startswith("[")} == set()


def test_a_notice_keeps_what_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.words.tr", lambda text: text.replace("frames", "Bilder"))
    assert noticed("12 frames at the end cannot be decoded and are left out.").startswith("12 Bilder at the end")
    assert noticed("Something else: 12 frames.") == "Something else: 12 frames."
    assert len(set(NOTICES)) == len(NOTICES)
