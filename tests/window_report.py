# ruff: noqa: T201 - a program of its own, which tells what it measured
"""`python -m tests.window_report [--starts N] [--exports N] [--where] [FILM VOICE]`: is the window there for people?

Measures in the real window, and prints a table for docs/performance.md:

- from the start of the program's process to a window that can be used, with torch not loaded;
- 200 places asked for in a burst: how many pictures are computed, and whether the last one is shown;
- how soon a picture is shown that is ready, and one that must be computed, while a film is exported;
- gaps of a 5 ms timer of the window's thread while films are exported;
- how soon an export that is cancelled has ended, in each of its stages.

With --where, the places are told at which the worker was when the window had waited long. The exit code is 0 if every
figure is within its budget.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.application import Application
from app.settings import Preferences, Settings
from core.export_queue import State
from core.paths import RESOURCES

PATIENCE = 300.0
LONG_MS = 20.0


def rest(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def until(is_so: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit(f"window_report: waited in vain for {what}")
        rest(0.002)


def share(values: list[float], part: float) -> float:
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]


@dataclass
class Table:
    """Figures beside their budgets."""

    lines: list[str] = field(default_factory=list)
    kept: bool = True

    def add(self, what: str, figure: float, budget: float, unit: str, below: bool = False) -> None:
        within = figure < budget if below else figure <= budget
        self.kept &= within
        sign = "<" if below else "≤"
        self.lines.append(f"| {what} | {figure:,.4g} {unit} | {sign} {budget:g} {unit} | {'yes' if within else 'NO'} |")

    def show(self) -> None:
        print("| what | measured | budget | kept |\n|---|---|---|---|")
        print("\n".join(self.lines), flush=True)


class Beat:
    """Gaps of a 5 ms timer, in milliseconds, and where the worker was after the long ones."""

    def __init__(self, application: Application) -> None:
        self.gaps: list[float] = []
        self.places: Counter[str] = Counter()
        self._worker = application.worker
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap, self._last = (now - self._last) * 1000, now
        self.gaps.append(gap)
        if gap > LONG_MS:
            for place in _places():
                self.places[place] += 1


def _places() -> list[str]:
    """Where each of the other threads of Python is: the innermost line of this program, and the line it called."""
    own = sys._getframe()
    told = []
    for frame in sys._current_frames().values():
        stack = traceback.extract_stack(frame)
        if frame is own or any(entry.name == "_beat" for entry in stack) or stack[-1].name == "wait":
            continue
        ours = [e for e in stack if "/core/" in e.filename or "/app/" in e.filename] or stack
        told.append(f"{Path(ours[-1].filename).name}:{ours[-1].lineno} {ours[-1].name} · {stack[-1].name}")
    return told


def start_once() -> None:
    """Show the window of an empty program and tell how long that took since the process began."""
    qt = QApplication([])
    application = Application(qt)
    application.window.show()

    def usable() -> None:
        seconds = time.time() - psutil.Process().create_time()
        print(f"{seconds:.3f} {'torch' in sys.modules}", flush=True)
        qt.quit()

    QTimer.singleShot(0, usable)
    qt.exec()
    application.shut_down()


def measure_starts(times: int, table: Table) -> None:
    seconds, loaded = [], False
    for _ in range(times):
        told = subprocess.run(
            [sys.executable, "-m", "tests.window_report", "--start-once"], capture_output=True, text=True, check=True
        ).stdout.split()
        seconds.append(float(told[0]))
        loaded |= told[1] == "True"
    table.add(f"start to a usable window, median of {times}", share(seconds, 0.5), 3, "s")
    table.add("torch loaded by then", int(loaded), 0, "times")


def measure_burst(application: Application, table: Table) -> None:
    """Nothing is ready; 200 places are asked for without a pause."""
    preview = application.preview
    session: Any = preview._session
    computed: list[int] = []
    frame = session.frame
    session.frame = lambda project, index: (computed.append(index), frame(project, index))[1]
    last = preview.frames - 1
    for step in range(200):
        preview.seek(round(step * last / 199))
    begun = time.perf_counter()
    until(lambda: application.window.stage.shown_frame == last, "the last picture of a burst")
    waited = (time.perf_counter() - begun) * 1000
    rest(0.3)
    session.frame = frame
    table.add("200 places in a burst: pictures computed", len(computed), 10, "pictures", below=True)
    table.lines.append(f"| the last of the burst is shown after | {waited:.0f} ms | – | – |")


def measure_export(application: Application, folder: Path, times: int, table: Table, where: bool) -> None:
    beat = Beat(application)
    begun = time.perf_counter()
    for number in range(times):
        application.commands.export_to(application.document.project, folder / f"film-{number}.mp4")
        until(lambda: not application.exports.queue.unfinished, "an export")
    seconds = time.perf_counter() - begun
    beat.stop()
    states = [export.state for export in application.exports.queue.exports[-times:]]
    assert states == [State.DONE] * times, application.window.messages.text
    table.add(f"export, {seconds:.0f} s: 95 % of the gaps within", share(beat.gaps, 0.95), 20, "ms")
    table.add(f"export, {seconds:.0f} s: longest gap", max(beat.gaps), 50, "ms")
    long = [gap for gap in beat.gaps if gap > LONG_MS]
    table.lines.append(f"| gaps beyond {LONG_MS:.0f} ms | {len(long)} of {len(beat.gaps):,} | – | – |")
    if where:
        print("longest gaps, ms:", *(f"{gap:.0f}" for gap in sorted(beat.gaps)[-12:]))
        for place, count in beat.places.most_common(25):
            print(f"  {count:4}  {place}")


def measure_scrubbing(application: Application, folder: Path, table: Table) -> None:
    """Pictures while a film is exported: one that is kept, one that is not."""
    preview = application.preview
    kept = preview.playhead
    application.commands.export_to(application.document.project, folder / "scrubbed.mp4")
    until(lambda: application.exports.queue.running is not None, "the begin of an export")
    rest(1.0)
    fresh, known = [], []
    for step in range(1, 11):
        for waits, frame in ((fresh, 5 + 9 * step), (known, kept)):
            begun = time.perf_counter()
            preview.seek(frame)
            until(lambda wanted=frame: application.window.stage.shown_frame == wanted, "a picture")  # type: ignore[misc]
            waits.append((time.perf_counter() - begun) * 1000)
    application.exports.stop(application.exports.queue.exports[-1].id)
    until(lambda: application.exports.queue.running is None, "the end of an export")
    table.add("a picture that is ready, during an export, most", max(known), 50, "ms")
    table.lines.append(f"| a picture that is computed, during an export, median | {share(fresh, 0.5):.0f} ms | – | – |")


def measure_cancelling(application: Application, folder: Path, table: Table) -> None:
    """Cancel after a while of every length up to the first frames, and in the middle."""
    waits = []
    for number in range(12):
        before = application.exports.queue.exports
        application.commands.export_to(application.document.project, folder / f"cancelled-{number}.mp4")
        rest(0.03 * 1.6**number)
        (export,) = [each for each in application.exports.queue.exports if each not in before]
        if not export.is_unfinished:
            break
        begun = time.perf_counter()
        application.exports.stop(export.id)
        until(lambda name=export.id: not application.exports.queue.find(name).is_unfinished, "a cancelled export")  # type: ignore[misc]
        waits.append(time.perf_counter() - begun)
    left = [path.name for path in folder.glob("cancelled-*.part")]
    assert not left, left
    table.add(f"cancelled at {len(waits)} moments: the end comes within", max(waits), 1, "s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("film", type=Path, nargs="?", default=RESOURCES / "demo" / "presenter.mp4")
    parser.add_argument("voice", type=Path, nargs="?", default=RESOURCES / "demo" / "voice.flac")
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--exports", type=int, default=3)
    parser.add_argument("--where", action="store_true")
    parser.add_argument("--start-once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "LOGS", "CACHE", "RECOVERY"):
            os.environ[f"DUBWRIGHT_{name}"] = str(Path(home) / name.lower())
        if options.start_once:
            start_once()
            return 0
        table = Table()
        if options.starts:
            measure_starts(options.starts, table)
        measure_window(options, Path(home), table)
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    table.show()
    return 0 if table.kept else 1


def measure_window(options: argparse.Namespace, folder: Path, table: Table) -> None:
    from tests.app.fakes import FakeDialogs  # it loads torch, and the start is measured without

    Preferences(Settings()).set(replace(Settings(), welcomed=True))
    application = Application(QApplication([]), dialogs=FakeDialogs())
    application.window.resize(1360, 860)
    application.window.show()
    application.preview.rest(False)  # nothing is made ready: what is asked for must be computed
    application.commands.take([options.voice.absolute(), options.film.absolute()])
    until(lambda: application.preview.facts is not None, "faces")
    until(lambda: application.window.stage.video._dubbed is not None, "the dubbed picture")
    rest(1.0)
    measure_burst(application, table)
    measure_scrubbing(application, folder, table)
    measure_export(application, folder, options.exports, table, options.where)
    measure_cancelling(application, folder, table)
    application.shut_down()


if __name__ == "__main__":
    sys.exit(main())
