"""Who may import whom, and what a light import may load."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("module", ["core.project", "core.edit", "core.timing", "core.weights", "core.engines"])
def test_light_modules_stay_light(module: str) -> None:
    code = f"import {module}, sys; print([m for m in ('torch', 'av', 'cv2', 'transformers') if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_contracts_hold_and_can_fail(tmp_path: Path) -> None:
    """The linter passes on the tree, and reports a planted import of Qt in core."""
    config = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for package in ("app", "core", "training"):
        _copy_sources(ROOT / package, tmp_path / package)
    (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")
    assert _lint(tmp_path).returncode == 0, _lint(tmp_path).stdout
    with (tmp_path / "core" / "timing.py").open("a", encoding="utf-8") as planted:
        planted.write("\nfrom PySide6 import QtCore\n")
    assert "no Qt below app BROKEN" in _lint(tmp_path).stdout


def _copy_sources(source: Path, target: Path) -> None:
    for path in source.rglob("*.py"):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())


def _lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
