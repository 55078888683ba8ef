"""The bundle's recipe names everything that the source imports, and leaves out nothing that it needs."""

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
OWN = ("core", "app", "training")
SOURCES = sorted(path for name in OWN for path in (ROOT / name).rglob("*.py"))
LOADERS = {"import_module", "find_spec", "__import__"}
TELLERS = {"version", "installed"}
EXTRAS = "an extra that the program does without and says so"


def tables() -> dict[str, Any]:
    """The tables of build.spec by their names."""
    wanted = ("PROGRAMS", "PACKED", "OWN", "HIDDEN", "EXCLUDED", "METADATA", "UNUSED")
    found = {}
    for node in ast.parse((ROOT / "build.spec").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in wanted:
            found[node.targets[0].id] = eval(compile(ast.Expression(node.value), "build.spec", "eval"), {})
    return found


def imported(text: str) -> Iterator[str]:
    """Modules that a source imports anywhere, in functions too, and those that it loads by a name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif name := called_with(node, LOADERS):
            yield name


def called_with(node: ast.AST, functions: set[str]) -> str:
    """The name that one of these functions is called with, if the node is such a call."""
    if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
        return ""
    function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return str(node.args[0].value) if function in functions else ""


def foreign() -> set[str]:
    """Everything that is imported from elsewhere."""
    names = {name for path in SOURCES for name in imported(path.read_text(encoding="utf-8"))}
    return {name for name in names if name.split(".")[0] not in {*sys.stdlib_module_names, *OWN}}


def within(name: str, others: list[str]) -> bool:
    return any(name == other or name.startswith(f"{other}.") for other in others)


def excluded() -> list[str]:
    return [name for names in tables()["EXCLUDED"].values() for name in names]


def unnamed(names: set[str], packed: list[str], left_out: list[str]) -> set[str]:
    return {name for name in names if not within(name, packed) and not within(name, left_out)}


def test_everything_imported_is_packed_or_left_out_by_name() -> None:
    assert not unnamed(foreign(), tables()["PACKED"], excluded())


def test_an_import_that_the_spec_does_not_name_is_found() -> None:
    text = "def late() -> None:\n    import newcomer.part\n    import_module('by_name')\n    from numpy import array\n"
    assert unnamed(set(imported(text)), ["numpy"], []) == {"newcomer.part", "by_name"}


def test_what_is_left_out_is_imported_nowhere_but_for_extras() -> None:
    extras = tables()["EXCLUDED"][EXTRAS]
    assert not [name for name in foreign() if within(name, excluded()) and not within(name, extras)]


def test_everything_named_is_imported_and_installed() -> None:
    names, installed = foreign(), packages_distributions()
    assert not [name for name in tables()["PACKED"] if not any(within(one, [name]) for one in names)]
    missing = [name for name in tables()["PACKED"] if name.split(".")[0] not in installed]
    if missing == ["openvino"]:
        pytest.skip("openvino is an extra")
    assert not missing


def test_every_distribution_whose_version_is_asked_for_brings_its_metadata() -> None:
    nodes = [node for path in SOURCES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    asked = {name for node in nodes if (name := called_with(node, TELLERS))}
    assert {"dubwright", "openvino"} <= asked
    assert asked <= set(tables()["METADATA"])


def test_data_beside_the_source_is_packed() -> None:
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    folders = {path.parent for name in OWN for path in (ROOT / name).rglob("*.*") if path.suffix not in (".py", ".pyc")}
    assert folders
    assert not [folder for folder in folders if f'"{folder.relative_to(ROOT).as_posix()}"' not in spec]


def test_programs_are_those_of_the_project() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name, (module, _) in tables()["PROGRAMS"].items():
        assert f'{name} = "{module}:main"' in project
    assert tables()["OWN"] == list(OWN)
