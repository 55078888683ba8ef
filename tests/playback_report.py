# ruff: noqa: T201 - a program of its own, which tells what it measured
"""`python -m tests.playback_report [SECONDS] [FILM VOICE]`: how far pictures are from the sound while a film plays.

Plays the dubbed film in a loop in the real window, by the machine's loudspeaker or, where there is none, by the wall
clock, and tells by how many frames each picture came after the sound it belongs to, and the gaps of a 5 ms timer of
the window's thread. The exit code is 0 if 95 of 100 pictures were within one frame.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.application import Application
from app.speaker import SilentOutput
from core.paths import RESOURCES
from tests.app.fakes import FakeDialogs


def rest(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def share(values: list[float], part: float) -> float:
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]


def measure(application: Application, seconds: float) -> tuple[list[float], list[float]]:
    """Play for so long; skews in frames, gaps in milliseconds."""
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    application.playback.set_loops(True)
    application.commands.play()
    while application.playback.heard is None:
        rest(0.05)
    rest(1.0)
    application.playback.skews.clear()
    timer.start(5)
    last = time.perf_counter()
    rest(seconds)
    timer.stop()
    return list(application.playback.skews), gaps


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", type=float, nargs="?", default=300.0)
    parser.add_argument("film", type=Path, nargs="?", default=RESOURCES / "demo" / "presenter.mp4")
    parser.add_argument("voice", type=Path, nargs="?", default=RESOURCES / "demo" / "voice.flac")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "LOGS", "CACHE", "RECOVERY"):
            os.environ[f"DUBWRIGHT_{name}"] = str(Path(home) / name.lower())
        application = Application(QApplication([]), dialogs=FakeDialogs())
        application.window.resize(1360, 860)
        application.window.show()
        application.commands.take([options.voice.absolute(), options.film.absolute()])
        while application.preview.facts is None or not application.preview.kept.spans():
            rest(0.1)
        skews, gaps = measure(application, options.seconds)
        silent = isinstance(application.playback._output, SilentOutput)
        application.playback.stop()
        application.shut_down()
    late = [abs(skew) for skew in skews]
    within = sum(skew <= 1 for skew in late) / len(late)
    print(f"clock: {'wall clock (no loudspeaker)' if silent else 'loudspeaker'}")
    print(f"{len(skews)} pictures in {options.seconds:.0f} s, {len(skews) / options.seconds:.1f} a second")
    print(f"skew in frames: median {share(skews, 0.5):+.2f}, 95 % within {share(late, 0.95):.2f}, most {max(late):.2f}")
    print(f"within one frame: {100 * within:.1f} %")
    print(f"gaps of the window's thread: 95 % within {share(gaps, 0.95):.1f} ms, longest {max(gaps):.1f} ms")
    return 0 if within >= 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
