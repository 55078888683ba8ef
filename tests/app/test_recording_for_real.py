"""Recording with real devices, over PulseAudio: a take lies where it was said, and outlives what happens to it."""

import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Application
from app.recording import COUNT_IN
from core.media.recording import RATE
from core.project import Span
from core.recovery import lost_projects
from tests.recording_report import ALLOWED, measure, opened, rest, until
from tests.virtual_mic import VirtualMicrophone, virtual_microphone

pytestmark = pytest.mark.realtime


@pytest.fixture
def microphone(tmp_path: Path) -> Iterator[VirtualMicrophone]:
    with virtual_microphone(tmp_path / "pulse") as microphone:
        yield microphone


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, microphone: VirtualMicrophone, tmp_path: Path) -> Iterator[Application]:
    application = opened(tmp_path)
    yield application
    close(application, qapp)


def close(application: Application, qapp: QApplication) -> None:
    application.shut_down()
    application.window.deleteLater()
    application.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_said_lies_within_ten_milliseconds_of_its_place(
    desk: Application, microphone: VirtualMicrophone
) -> None:
    """The program's own beeps come back through the microphone; each lies where it was played."""
    errors = [abs(error) for _ in range(2) for error in measure(desk, microphone)]
    assert max(errors) < ALLOWED, errors


def test_pulled_out_in_the_middle_what_was_said_is_kept(desk: Application, microphone: VirtualMicrophone) -> None:
    desk.preview.seek(25)
    desk.commands.record()
    until(lambda: (desk.playback.heard or -9.0) > 1.4)
    microphone.unplug()
    until(lambda: not desk.recording.runs)
    assert "is gone" in desk.window.messages.text
    (take,) = desk.document.project.takes
    heard, _ = soundfile.read(take.path)
    assert len(heard) > 3 * RATE
    assert float(take.start) + len(heard) / RATE > 1.3


KILLED = """
import sys
from pathlib import Path
from tests.recording_report import opened, until
desk = opened(Path(sys.argv[1]))
desk.preview.seek(50)
desk.commands.record()
until(lambda: desk.recording.seconds > 4.0)
print(desk.recording.seconds, flush=True)
until(lambda: False, 60.0)
"""


def test_a_killed_program_leaves_what_was_said(
    microphone: VirtualMicrophone, tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to a tenth of a second before the end; it is offered as a take, where it was said."""
    said = np.full(60 * RATE, 0.5, np.float32)
    with subprocess.Popen([sys.executable, "-c", KILLED, tmp_path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        microphone.say(said)
        told, at = float(process.stdout.readline()), time.monotonic()
        rest(0.5)
        os.kill(process.pid, signal.SIGKILL)
        elapsed = time.monotonic() - at
    (path,) = (tmp_path / "takes").glob("*.wav")
    heard, rate = soundfile.read(path)
    assert rate == RATE
    assert len(heard) / RATE > told + elapsed - 0.3
    assert np.abs(heard[-RATE // 4 :]).max() > 0.3
    (lost,) = lost_projects()
    (take,) = lost.project.takes
    assert take.path == path
    assert float(take.start) == pytest.approx(2.0 - COUNT_IN - 0.3, abs=0.1)
    spoken = float(take.start) + len(heard) / rate
    assert take.span == Span(50, min(math.ceil(spoken * 25), 100))
    restarted = opened(tmp_path)
    monkeypatch.setattr(restarted.notifier, "ask_recover", lambda name, _: True)
    restarted.autosave.offer()
    assert restarted.document.project.takes == (take,)
    assert restarted.document.project.clips[0].voice.path == path
    close(restarted, qapp)
