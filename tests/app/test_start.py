"""The program starts light: nothing that computes is loaded before the worker needs it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "torch",
    "av",
    "cv2",
    "transformers",
    "diffusers",
    "scipy",
    "sounddevice",
    "soundfile",
    "onnxruntime",
    "pyqtgraph",
)


def run(code: str, tmp_path: Path) -> str:
    folders = {f"DUBWRIGHT_{name}": str(tmp_path / name) for name in ("CONFIG", "LOGS", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout.strip()


def test_importing_the_window_loads_nothing_heavy(tmp_path: Path) -> None:
    code = f"import sys, app.main_window, app.application; print([m for m in {HEAVY} if m in sys.modules])"
    assert run(code, tmp_path) == "[]"


def test_a_shown_window_has_loaded_nothing_heavy(tmp_path: Path) -> None:
    code = f"""
import sys
from PySide6.QtWidgets import QApplication
from app.application import Application
qt = QApplication([])
application = Application(qt)
application.window.show()
qt.processEvents()
print([m for m in {HEAVY} if m in sys.modules], application.window.isVisible())
application.shut_down()
"""
    assert run(code, tmp_path) == "[] True"


def test_version_is_told_without_a_window(tmp_path: Path) -> None:
    told = run("import sys; sys.argv = ['x', '--version']; from app.__main__ import main; main()", tmp_path)
    assert told.startswith("dubwright ")


def test_the_whole_program_runs_and_ends_well(tmp_path: Path) -> None:
    code = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import __main__
from core.paths import log_folder
import app.application as program
shown = program.MainWindow.show
def show(window):
    shown(window)
    QTimer.singleShot(100, window.close)
program.MainWindow.show = show
code = __main__.main([])
print(code, (log_folder() / "faults.txt").read_text() == "")
"""
    assert run(code, tmp_path) == "0 True"


def test_a_crash_of_the_last_run_is_kept_and_told(tmp_path: Path) -> None:
    code = """
from core.paths import log_folder
from app.application import _crash_of_last_run
(log_folder() / "faults.txt").write_text("Fatal Python error")
kept = _crash_of_last_run()
print(kept.read_text(), kept.name.startswith("crash-"), _crash_of_last_run())
"""
    assert run(code, tmp_path) == "Fatal Python error True None"


@pytest.mark.realtime
def test_the_window_can_be_used_within_three_seconds_of_the_start(tmp_path: Path) -> None:
    code = """
import sys, time
from PySide6.QtCore import QTimer
import app.application as program
shown = program.MainWindow.show
def show(window):
    shown(window)
    QTimer.singleShot(0, lambda: (print(time.time()), window.close()))
program.MainWindow.show = show
from app import __main__
__main__.main([])
"""
    taken = []
    for _ in range(3):  # the first reads the program from the disk
        begun = time.time()
        taken.append(float(run(code, tmp_path)) - begun)
    assert min(taken) <= 3
