"""All three programs tell the same version."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.__main__ import main as app
from core.__main__ import main as dub
from training.__main__ import main as train

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


@pytest.mark.parametrize("program", [app, dub, train])
def test_version_is_told(program: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        program(["--version"])
    assert ended.value.code == 0
    stated = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    assert capsys.readouterr().out.strip() == f"dubwright {stated}"


ASKED = """
import sys
from {module}.__main__ import main
for word in ("--version", "--help"):
    try:
        main([word])
    except SystemExit as ended:
        assert ended.code == 0
print([name for name in ("torch", "cv2", "av", "scipy", "PySide6.QtWidgets") if name in sys.modules])
"""


@pytest.mark.parametrize("module", ["app", "core", "training"])
def test_who_asks_for_help_or_the_version_waits_for_no_library(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", ASKED.format(module=module)], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
