"""The window without a screen, in folders of its own; nothing of a test outlives it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = os.environ["LANGUAGE"] = "C"  # tests read the English words

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.application import Application
from app.worker import GpuWorker
from tests.app.fakes import FakeDialogs, FakeSpeakers, FakeWork


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and caches of a test lie in its own folder."""
    for name in ("CONFIG", "LOGS", "CACHE", "RECOVERY"):
        monkeypatch.setenv(f"DUBWRIGHT_{name}", str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture(autouse=True)
def no_question_without_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A box that waits for somebody would hold the test, and with it everything, for ever."""

    def ask(box: QMessageBox) -> int:
        raise AssertionError(f"nobody answers: {box.text()}")

    monkeypatch.setattr(QMessageBox, "exec", ask)


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


@pytest.fixture
def fake_work() -> FakeWork:
    return FakeWork()


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def speakers() -> FakeSpeakers:
    return FakeSpeakers()


@pytest.fixture
def application(
    qtbot: QtBot, qapp: QApplication, fake_work: FakeWork, dialogs: FakeDialogs, speakers: FakeSpeakers
) -> Iterator[Application]:
    """The whole program on fake jobs, its window shown."""
    application = Application(qapp, fake_work.work(), dialogs, speakers=speakers)
    with qtbot.waitActive(application.window):
        application.window.show()
        application.window.activateWindow()
    yield application
    application.shut_down()
    application.window.hide()
    application.window.deleteLater()
    application.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert application.worker.isFinished()


@pytest.fixture
def dubbing(application: Application, qtbot: QtBot) -> Application:
    """The program with a film and a voice, its first dubbed picture shown."""
    application.commands.take([Path("/films/film.mp4")])
    qtbot.waitUntil(lambda: application.commands.has_film)
    application.commands.take([Path("/voices/line.wav")])
    qtbot.waitUntil(lambda: application.commands.can_dub)
    qtbot.waitUntil(lambda: application.window.stage.video._dubbed is not None)
    qtbot.waitUntil(lambda: application.preview.facts is not None)
    return application
