"""Plays the film silently: moves the playhead by the clock, leaving out frames rather than time. Knows no sound.

The picture follows as fast as the worker makes it; while it plays, nothing waits for anything.
"""

import time
from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.document import Document
from app.preview import Preview
from core.project import DubProject
from core.timing import frame_at


class Playback(QObject):
    """Play and stop. Whoever moves the playhead meanwhile makes it go on from there."""

    changed = Signal(bool)
    """Whether it plays now."""

    def __init__(self, document: Document, preview: Preview, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(document)
        self._document = document
        self._preview = preview
        self._clock = clock
        self._began: tuple[float, int] = (0.0, 0)
        self._shown = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        document.changed.connect(self._follow)

    @property
    def plays(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Play, from the beginning if the playhead stands at the end; or stop."""
        if self.plays:
            self.stop()
        elif self._preview.frames:
            if self._preview.playhead == self._preview.frames - 1:
                self._preview.seek(0)
            self._rebase()
            self._timer.start(max(1, round(500 / self._rate)))
            self.changed.emit(True)

    def stop(self) -> None:
        """Stop where the playhead is."""
        if self.plays:
            self._timer.stop()
            self.changed.emit(False)

    def tick(self) -> None:
        """Move the playhead to where it belongs now; stop at the end."""
        if self._preview.playhead != self._shown:
            self._rebase()
        began, start = self._began
        wanted = start + frame_at(Fraction(self._clock() - began), self._rate)
        self._preview.seek(wanted)
        self._shown = self._preview.playhead
        if wanted >= self._preview.frames - 1:
            self.stop()

    @property
    def _rate(self) -> Fraction:
        footage = self._document.project.footage
        return footage.rate if footage else Fraction(25)

    def _rebase(self) -> None:
        self._shown = self._preview.playhead
        self._began = (self._clock(), self._shown)

    def _follow(self, before: DubProject, after: DubProject) -> None:
        if before.footage != after.footage:
            self.stop()
