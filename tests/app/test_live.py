"""The live dock: started and stopped by keys, measured, told."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.application import Application
from app.panels.live import LivePanel, _share
from core.errors import DeviceError
from core.job import Job, Progress
from core.live.figures import Figures, LiveFrame, LiveReport
from tests.app.fakes import FakeWork


class FakeLive:
    """A session that shows a picture a step until it is stopped."""

    def __init__(self) -> None:
        self.level, self.figures = 0.5, Figures()
        self.devices: list[str] = []
        self.stopping = self.closed = False
        self.fails = False

    def microphones(self) -> Job[Any]:
        yield Progress(0, 0, "microphones")
        return (SimpleNamespace(name="Built-in"), SimpleNamespace(name="USB"))

    def speak(self, footage: Any, project: Any, device: str, sink: Any) -> Job[LiveReport]:
        yield Progress(0, 0, "live")
        if self.fails:
            raise DeviceError("There is no microphone.", "Plug one in.")
        self.stopping, number = False, 0
        self.devices.append(device)
        while not self.stopping:
            image = np.full((36, 64, 3), number % 256, np.uint8)
            frame = LiveFrame(number, number / 25, 0, image, 0.15, {})
            self.figures.add(frame)
            sink.put(frame)
            number += 1
            yield Progress(number, 0, "live")
        return LiveReport(1.0, number, 25.0, 3, 0, 0.15, 0.18, 0.2, {})

    def stop(self) -> None:
        self.stopping = True

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def live() -> FakeLive:
    return FakeLive()


@pytest.fixture
def dock(qtbot: QtBot, qapp: Any, live: FakeLive, dialogs: Any) -> Any:
    application = Application(qapp, FakeWork().work(), dialogs, live)
    with qtbot.waitActive(application.window):
        application.window.show()
    dock = application.window.findChild(LivePanel)
    dock.application = application
    application.commands.take_film(Path("film.mp4"))
    qtbot.waitUntil(lambda: application.live.can_start)
    dock.toggleViewAction().trigger()
    qtbot.waitUntil(lambda: dock.devices.count() == 2)
    yield dock
    application.shut_down()
    assert live.closed


def test_a_session_is_started_and_stopped_by_the_keyboard(qtbot: QtBot, dock: Any, live: FakeLive) -> None:
    dock.devices.setCurrentIndex(1)
    QTest.keyClick(dock.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dock.picture._original is not None)
    qtbot.waitUntil(lambda: "150 ms" in dock.figures.text())
    assert live.devices == ["USB"]
    assert dock.switch.text() == "&Stop"
    assert "everything else waits" in dock.told.text()
    assert dock.level.value() == _share(0.5)
    QTest.keyClick(dock.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not dock.application.live.runs)
    qtbot.waitUntil(lambda: "3 left out" in dock.told.text())
    assert dock.switch.text() == "&Start"


def test_other_work_waits_and_goes_on_afterwards(qtbot: QtBot, dock: Any) -> None:
    tasks, done = dock.application.tasks, []

    def other() -> Job[None]:
        yield Progress(0, 1)

    dock.application.live.start()
    qtbot.waitUntil(lambda: dock.picture._original is not None)
    tasks.run("other", other(), done.append)
    qtbot.wait(100)
    assert done == []
    dock.application.live.stop()
    qtbot.waitUntil(lambda: done == [None])


def test_a_machine_without_a_microphone_is_told(qtbot: QtBot, dock: Any, live: FakeLive) -> None:
    live.fails, said = True, []
    dock.application.notifier.said.connect(said.append)
    dock.application.live.start()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == "There is no microphone."
    assert not dock.application.live.runs


def test_a_slow_window_shows_the_newest_picture_only(qtbot: QtBot, dock: Any) -> None:
    shown: list[int] = []
    dock.application.live.pictured.connect(lambda frame: shown.append(frame.number))
    dock.application.live.start()
    qtbot.waitUntil(lambda: len(shown) > 20)
    dock.application.live.stop()
    assert shown == sorted(set(shown))
    assert shown[-1] > len(shown)


def test_every_control_has_a_name_and_takes_the_focus(dock: Any) -> None:
    for control in (dock.devices, dock.switch, dock.picture):
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(("level", "share"), [(0.0, 0), (0.001, 0), (1.0, 100), (0.0316227766, 50)])
def test_the_meter_is_even_in_decibels(level: float, share: int) -> None:
    assert _share(level) == share
