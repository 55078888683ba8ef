"""How long the window's thread is kept from its events: gaps of a 5 ms timer."""

import time

from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

STEP_MS = 5


def gaps_ms(qtbot: QtBot, seconds: float) -> list[float]:
    """Gaps between the beats of a 5 ms timer while the event loop runs for `seconds`, rising."""
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
    timer.start(STEP_MS)
    qtbot.wait(round(seconds * 1000))
    timer.stop()
    return sorted(gaps)


def calmest(qtbot: QtBot, seconds: float, tries: int = 3) -> float:
    """The gap that 95 % stay within, in the calmest of some stretches: other programs can only make it worse."""
    return min(most(gaps_ms(qtbot, seconds)) for _ in range(tries))


def most(gaps: list[float]) -> float:
    """The gap that 95 % stay within."""
    return gaps[int(len(gaps) * 0.95)]
