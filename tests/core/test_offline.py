"""A dub never opens a connection: no network, library or helper process asks anybody anything, or reports anything."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.engines.inpaint_openvino import is_installed
from tests.official import write_official

ROOT = Path(__file__).resolve().parents[2]

WATCHED = """
import os, socket, sys

def refuse(*wanted, **_):
    with open(sys.argv[1], "a") as noted:  # processes that are forked off refuse and note as well
        noted.write(f"{wanted}\\n")
    raise OSError("the internet is not to be asked")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.gethostbyname = refuse
"""

DUB = """
from core.__main__ import main
sys.exit(main(sys.argv[2:]))
"""

CONVERT = """
import torch
from core.engines.inpaint_openvino import _openvino
_openvino().convert_model(torch.nn.Linear(2, 2), example_input=torch.zeros(1, 2))
"""


def watched(program: str, noted: Path, *arguments: str) -> None:
    """Run a program that is refused every connection, and find that it asked for none."""
    wanted = [sys.executable, "-W", "ignore", "-c", WATCHED + program, str(noted), *arguments]
    done = subprocess.run(wanted, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not noted.exists(), noted.read_text()


@pytest.mark.skipif(not is_installed(), reason="openvino is not installed")
def test_openvino_reports_nothing(tmp_path: Path) -> None:
    """Left alone, it tells its makers of every import and conversion."""
    watched(CONVERT, tmp_path / "noted.txt")


@pytest.mark.slow
def test_a_dub_opens_no_connection(
    face_film: Path, pausing_voice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = "openvino" if is_installed() else "torch"
    models = write_official(tmp_path / "models", only=("musetalkV15", "sd-vae", "whisper"))
    out = tmp_path / "out.mp4"
    for name, value in (("BACKEND", backend), ("CACHE", str(tmp_path / "cache")), ("DEVICE", "cpu")):
        monkeypatch.setenv(f"DUBWRIGHT_{name}", value)
    dub = ["dub", str(face_film), str(pausing_voice), "-o", str(out), "--range", "0:0.4"]
    watched(DUB, tmp_path / "noted.txt", *dub, "--engine", "musetalk", "--weights", str(models))
    assert out.is_file()
