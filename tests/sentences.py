"""The sentences of `core` that a person may read in the window, as templates with places for what changes.

`core` writes English and knows no language: what it says is found here in its source. A sentence is a literal text, or
an f-string, that begins like one and ends like one; its places have the names of what stands in them. Not meant are
docstrings, and modules that only speak on a terminal.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from core import errors
from core.paths import RESOURCES

ROOT = Path(__file__).resolve().parent.parent

TERMINAL = {
    "__main__",
    "bench",
    "bench_musetalk",
    "bench_networks",
    "bench_weights",
    "commands",
    "commands_live",
    "compare",
    "console",
    "gpu_report",
    "licences",
    "licences_bundle",
    "report",
    "weights_commands",
}
"""Modules of `core` that only speak on a terminal."""

_SENTENCE = re.compile(r"\s?[A-Z0-9“{].*[ ].*[.]")
_WORD = re.compile(r"[A-Za-z]{3,}")
_DEFECTS = {"ValueError", "TypeError", "RuntimeError", "AssertionError", "NotImplementedError", "LookupError"}
_ERRORS = [name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)]
_SAID = {"Finding": 2, "Refusal": 1, **dict.fromkeys(_ERRORS, 2)}
"""Calls whose first texts are shown, whether they are sentences or not."""


FRAGMENTS = (
    "Input/output error",
    "Is a directory",
    "No space left on device",
    "No such file or directory",
    "Not a directory",
    "Permission denied",
    "Read-only file system",
    "cache",
    "folders",
    "logs",
    "missing",
    "recovery",
    "temporary files",
    "weights folder",
    "{free} of {all} GB free",
    "{path} ({free} GB free)",
    "beyond repair; the one before is shown instead",
    "damaged and may show blocks",
    "loudspeaker",
)
"""What stands in places of sentences and is no sentence: reasons of the system, and ends of sentences."""


def templates(root: Path = ROOT / "core") -> list[str]:
    """Every sentence of a source tree, sorted."""
    found = set(FRAGMENTS)
    for path in sorted(root.rglob("*.py")):
        if path.stem not in TERMINAL:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found.update(sentences(tree))
            found.update(_rules(tree) if path.stem in {"edit", "project"} else ())
    for weights in tomllib.loads((RESOURCES / "weights.toml").read_text(encoding="utf-8")).values():
        found.add(weights["title"])
    return sorted(found)


def sentences(tree: ast.AST) -> Iterator[str]:
    """The sentences of one module."""
    skipped = set(_not_said(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from filter(_WORD.search, map(template, node.args[: _SAID.get(node.func.id, 0)]))
        if id(node) not in skipped and isinstance(node, ast.Constant | ast.JoinedStr):
            text = template(node)
            if _SENTENCE.fullmatch(text) and _WORD.search(re.sub(r"\{\w+\}", "", text)):
                yield text


def _rules(tree: ast.AST) -> Iterator[str]:
    """What an edit that breaks a rule of the project is refused with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ValueError":
            yield from filter(_WORD.search, map(template, node.args))


def template(node: ast.expr) -> str:
    """A text with places for what is filled in; "" if it is none."""
    if isinstance(node, ast.Constant):
        return node.value.replace("{}", "{value}") if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts, used = [], list[str]()
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            name = _name(part.value)
            number = sum(each.rstrip("0123456789") == name for each in used) + 1
            used.append(name if number == 1 else f"{name}{number}")
            parts.append(f"{{{used[-1]}}}")
        else:
            parts.append(template(part))
    return "".join(parts)


def _name(value: ast.expr) -> str:
    if isinstance(value, ast.Attribute):
        return value.attr.strip("_")
    if isinstance(value, ast.Call):
        return _name(value.func)
    if isinstance(value, ast.Subscript):
        return _name(value.value)
    return value.id.strip("_") if isinstance(value, ast.Name) else "value"


def _not_said(tree: ast.AST) -> Iterable[int]:
    """Docstrings, texts that are parts of others, and defects: what only a programmer reads."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.JoinedStr) or _is_defect(node):
            yield from (id(inner) for inner in ast.walk(node) if inner is not node)


def _is_defect(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _DEFECTS
