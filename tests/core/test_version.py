"""All three programs tell the same version."""

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
