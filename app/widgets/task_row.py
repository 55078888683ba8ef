"""One piece of work that runs: its name, how far it is, how long it will take, what it made last, and a way to stop it.

Knows no jobs.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.images import small_pixmap
from app.language import tr
from core.arrays import Image

_PICTURE = (112, 63)
_SOON = 2.0
"""Seconds of work after which the time that is left can be told."""


class Estimate:
    """Tells how long is left, from when what was done. `clock` gives seconds; tests give their own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: tuple[float, int] | None = None

    def left(self, done: int, total: int) -> float | None:
        """Seconds until `done` is `total`; None while nothing can be said.

        Counted from the first step that was told, so that what is loaded before it does not weigh on the speed.
        """
        now = self._clock()
        if self._began is None or done < self._began[1]:
            self._began = (now, done)
        seconds, made = now - self._began[0], done - self._began[1]
        return None if seconds < _SOON or made <= 0 else seconds / made * (total - done)


class ProgressWords:
    """Says how far work is and how long it will take; every stage of it is estimated by itself."""

    def __init__(self) -> None:
        self._estimate: tuple[str, Estimate] = ("", Estimate())

    def of(self, done: int, total: int, label: str) -> str:
        """Words for `done` of `total` steps of the stage `label`; `total` 0 means that nobody knows."""
        if not total:
            return f"{_begun(tr(label))} …" if label else tr("Working …")
        if self._estimate[0] != label:
            self._estimate = (label, Estimate())
        left = self._estimate[1].left(done, total)
        words = tr("{done:,} of {total:,}").format(done=done, total=total)
        words = f"{_begun(tr(label))}: {words}" if label else words
        return tr("{words} · {left} left").format(words=words, left=in_words(left)) if left is not None else words


class TaskRow(QWidget):
    """Shows a running task. `cancelled` is emitted once, when the person wants it to stop."""

    cancelled = Signal()

    def __init__(self, title: str, can_cancel: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title)
        self._facts = QLabel(tr("Waiting …"))
        self._facts.setObjectName("muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1)
        self._bar.setAccessibleName(tr("Progress of {title}").format(title=title))
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("Newest picture of {title}").format(title=title))
        self._picture.hide()
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setAccessibleName(tr("Cancel {title}").format(title=title))
        self._cancel.clicked.connect(self._stop)
        self._words = ProgressWords()
        self._stopping = False
        self._arrange()
        self._cancel.setVisible(can_cancel)  # not before it has its place: it would be a window of its own

    @property
    def is_stopping(self) -> bool:
        """Whether a person has stopped it."""
        return self._stopping

    @property
    def facts(self) -> str:
        """How far it is, in words."""
        return self._facts.text()

    def report(self, done: int, total: int, label: str, image: Image | None) -> None:
        """Show how far the work is; `total` 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total) if total else 0)
        if not self._stopping:
            self._facts.setText(self._words.of(done, total, label))
        if image is not None:
            self._picture.setPixmap(small_pixmap(image, _PICTURE, self.devicePixelRatioF()))
            self._picture.show()

    def _stop(self) -> None:
        self._stopping = True
        self._cancel.setEnabled(False)
        self._facts.setText(tr("Stopping …"))
        self.cancelled.emit()

    def _arrange(self) -> None:
        words = QHBoxLayout()
        words.addWidget(self._title)
        words.addStretch(1)
        words.addWidget(self._facts)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(1)
        column.addLayout(words)
        column.addWidget(self._bar)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(16)
        layout.addWidget(self._picture)
        layout.addLayout(column, 1)
        layout.addWidget(self._cancel)


def _begun(label: str) -> str:
    """A label as the beginning of a sentence; names in it keep their letters."""
    return label[:1].upper() + label[1:]


def in_words(seconds: float) -> str:
    """A duration as people say it: 40 s, 3 min, 1 h 20 min."""
    whole = max(1, round(seconds))
    if whole < 90:
        return tr("{seconds} s").format(seconds=whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
