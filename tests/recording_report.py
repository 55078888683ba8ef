# ruff: noqa: T201 - a program of its own, which tells what it measured
"""`python -m tests.recording_report [TIMES]`: how far from its place in the film does a take put what was said?

The window records over PulseAudio: its own beeps, which are played at known times of the film, come back through a
virtual microphone and lie in the take. Where the take is laid, each beep should be heard at just its time. Loudspeaker
and microphone are opened anew for every take. Nothing is simulated but the cable.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import soundfile
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.application import Application
from app.recording import COUNT_IN
from app.speaker import Speakers
from core.project import Take
from tests.app.fakes import FakeDialogs, FakeWork
from tests.virtual_mic import VirtualMicrophone, virtual_microphone

ALLOWED = 0.010
"""Seconds."""

_BEGIN = 50  # frame; two seconds
_SAID = 0.7
_LOUD = 0.08


def rest(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def until(is_so: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        rest(0.01)


def opened(folder: Path) -> Application:
    """The program with a film; it records the preferred microphone and plays on the preferred loudspeaker."""
    application = Application(
        QApplication.instance() or QApplication([]), FakeWork().work(), FakeDialogs(), speakers=Speakers()
    )
    application.recording.folder = lambda: folder / "takes"
    application.commands.take([Path("/films/film.mp4")])
    until(lambda: application.commands.has_film and application.preview.facts is not None)
    return application


def record(application: Application) -> Take:
    """Record one take from the third second of the film on."""
    application.preview.seek(_BEGIN)
    before = len(application.document.project.takes)
    application.commands.record()
    begin = application.playback.frame_seconds(_BEGIN)
    until(lambda: (application.playback.heard or -9.0) > begin + _SAID or not application.recording.runs)
    application.commands.record()
    until(lambda: not application.recording.runs)
    takes = application.document.project.takes
    assert len(takes) == before + 1, application.window.messages.text
    return takes[-1]


def errors_of(take: Take, begin: float) -> list[float]:
    """Seconds by which each beep is heard after its time, where the take is laid."""
    heard, rate = soundfile.read(take.path, dtype="float32")
    loud = np.flatnonzero(np.abs(heard) > _LOUD)
    onsets = loud[np.diff(loud, prepend=-rate) > rate // 2] / rate + float(take.start)
    assert len(onsets) == COUNT_IN, onsets
    return [onset - (begin - number) for onset, number in zip(onsets, range(COUNT_IN, 0, -1), strict=True)]


def measure(application: Application, microphone: VirtualMicrophone) -> list[float]:
    """The errors of one take."""
    assert microphone.running
    return errors_of(record(application), application.playback.frame_seconds(_BEGIN))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("times", type=int, nargs="?", default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "LOGS", "CACHE", "RECOVERY"):
            os.environ[f"DUBWRIGHT_{name}"] = str(Path(home) / name.lower())
        with virtual_microphone(Path(home) / "pulse") as microphone:
            application = opened(Path(home))
            takes = []
            for number in range(options.times):
                takes.append(measure(application, microphone))
                told = ", ".join(f"{1000 * error:+.1f}" for error in takes[-1])
                print(f"take {number + 1}: {told} ms", flush=True)
            application.shut_down()
    worst = [max(map(abs, errors)) for errors in takes]
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(
        f"{len(takes)} takes: median {1000 * float(np.median(np.abs(takes))):.1f} ms, worst {1000 * max(worst):.1f} ms"
    )
    print(f"takes with every beep within {1000 * ALLOWED:.0f} ms: {sum(each <= ALLOWED for each in worst)}")
    return 0 if max(worst) <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
