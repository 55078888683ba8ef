"""The window without a screen, in folders of its own; nothing of a test outlives it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.worker import GpuWorker


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and caches of a test lie in its own folder."""
    for name in ("CONFIG", "LOGS", "CACHE"):
        monkeypatch.setenv(f"DUBWRIGHT_{name}", str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    leaked = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    assert leaked == []


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[GpuWorker]:
    worker = GpuWorker()
    worker.start()
    yield worker
    worker.shut_down()
    assert worker.isFinished()
    assert QThread.currentThread().isRunning()
