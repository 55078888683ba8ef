"""The live dock: started and stopped by keys, measured, told."""

import gc
import math
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.application import Application
from app.live import LiveWish
from app.panels.key_sheet import KeySheet
from app.panels.live import LivePanel, _share
from core.errors import DeviceError
from core.job import Job, Progress
from core.live.figures import Figures, LiveFrame, LiveReport
from core.recovery import Claim
from tests.app.fakes import FakeWork, end


class FakeLive:
    """A session that shows a picture a step until it is stopped."""

    def __init__(self) -> None:
        self.level, self.figures = 0.5, Figures()
        self.wishes: list[LiveWish] = []
        self.dropped = 0
        self.stopping = self.closed = False
        self.fails = False

    def microphones(self) -> Job[Any]:
        yield Progress(0, 0, "microphones")
        return (SimpleNamespace(name="Built-in"), SimpleNamespace(name="USB"))

    def speak(self, footage: Any, project: Any, wish: LiveWish, sink: Any) -> Job[LiveReport]:
        yield Progress(0, 0, "live")
        if self.fails:
            raise DeviceError("There is no microphone.", "Plug one in.")
        self.stopping, number = False, 0
        self.wishes.append(wish)
        self.dropped = 3
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
    end(application)
    assert live.closed


def test_a_session_is_started_and_stopped_by_the_keyboard(qtbot: QtBot, dock: Any, live: FakeLive) -> None:
    dock.devices.setCurrentIndex(1)
    QTest.keyClick(dock.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dock.picture._original is not None)
    qtbot.waitUntil(lambda: "150 ms" in dock.figures.text())
    assert live.wishes == [LiveWish("USB")]
    assert "Half within 150 ms, 95 % within 150 ms · 3 dropped" in dock.figures.text()
    assert all(part in dock.budget.text() for part in ("buffer", "look-ahead", "network", "blend", "display"))
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
    qtbot.waitUntil(lambda: len(shown) > 20, timeout=30_000)
    dock.application.live.stop()
    assert shown == sorted(set(shown))
    assert shown[-1] > len(shown)


def test_every_control_has_a_name_and_takes_the_focus(dock: Any) -> None:
    for control in (dock.devices, dock.switch, dock.picture, dock.gate, dock.monitor, dock.record, dock.camera):
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(("level", "share"), [(0.0, 0), (0.001, 0), (1.0, 100), (0.0316227766, 50)])
def test_the_meter_is_even_in_decibels(level: float, share: int) -> None:
    assert _share(level) == share


def test_what_is_wished_for_reaches_the_session(qtbot: QtBot, dock: Any, live: FakeLive, tmp_path: Path) -> None:
    dock._ask = lambda *_: tmp_path / "live.mp4"
    for choice in (dock.monitor, dock.record, dock.camera):
        assert not choice.isChecked()
        QTest.keyClick(choice, Qt.Key.Key_Space)
    dock.gate.setValue(dock.gate.minimum())
    QTest.keyClick(dock.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(live.wishes))
    assert live.wishes == [LiveWish("Built-in", -math.inf, True, tmp_path / "live.mp4", True)]
    dock.application.live.stop()


def test_who_names_no_file_for_the_recording_is_not_live(dock: Any) -> None:
    dock._ask = lambda *_: None
    dock.record.setChecked(True)
    QTest.keyClick(dock.switch, Qt.Key.Key_Space)
    assert not dock.application.live.runs


def test_the_picture_fills_a_screen_until_escape(qtbot: QtBot, dock: Any) -> None:
    dock.application.live.start()
    qtbot.waitUntil(dock.whole_screen.isEnabled)
    dock.whole_screen.trigger()
    qtbot.waitUntil(dock.whole.isFullScreen)
    QTest.keyClick(dock.whole, Qt.Key.Key_Escape)
    assert not dock.whole.isVisible()
    dock.application.live.stop()


def test_a_snapshot_is_the_picture_in_full_size(qtbot: QtBot, dock: Any, tmp_path: Path) -> None:
    dock._ask = lambda *_: tmp_path / "live.png"
    assert not dock.snap.isEnabled()
    dock.application.live.start()
    qtbot.waitUntil(dock.snap.isEnabled)
    dock.snap.trigger()
    saved = QImage(str(tmp_path / "live.png"))
    assert (saved.width(), saved.height()) == (64, 36)
    assert np.array_equal(
        [saved.pixelColor(3, 3).red()] * 2, [saved.pixelColor(3, 3).blue(), saved.pixelColor(9, 9).red()]
    )
    dock.application.live.stop()


def test_keys_of_the_dock_are_on_the_sheet(dock: Any) -> None:
    sheet = KeySheet(dock.application.window.actions_by_id.made, dock.application.window)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Ctrl+L", "Ctrl+Shift+F", "Ctrl+Shift+P"} <= shown
    sheet.deleteLater()


def test_recordings_that_a_killed_program_left_are_finished_and_told(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "abc.live"
    folder.mkdir()
    soundfile.write(folder / "sound.wav", np.zeros(16_000, np.float32), 16_000, subtype="FLOAT")
    Claim(folder, tmp_path / "session.mp4")
    gc.collect()  # its lock is free, as after a kill
    application.live.finish_left()
    qtbot.waitUntil(lambda: "session.wav" in application.window.messages.text, timeout=20_000)
    assert (tmp_path / "session.wav").exists()
    assert not folder.exists()


def test_without_a_place_for_notes_nothing_is_looked_for(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("DUBWRIGHT_RECOVERY", str(tmp_path / "file" / "recovery"))
    application.live.finish_left()
