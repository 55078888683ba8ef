"""The pictures that a training has painted of what it never learned from, step after step. Knows no training."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QSlider, QVBoxLayout, QWidget

from app.language import tr
from app.widgets.section import muted


class StripView(QWidget):
    """One strip at a time; the slider goes back to earlier ones, and follows the newest while it stands at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: tuple[tuple[int, Path], ...] = ()
        self.picture = _Picture()
        self.picture.setAccessibleName(tr("Held-out samples"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Step of the samples"))
        self.slider.valueChanged.connect(self._show)
        self.words = muted()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.picture, self.slider, self.words):
            layout.addWidget(part)

    def show_strips(self, strips: Sequence[tuple[int, Path]]) -> None:
        """Strips by their steps, in order; each picture has four rows."""
        follows = self.slider.value() == self.slider.maximum()
        self._strips = tuple(strips)
        self.slider.setRange(0, max(len(strips) - 1, 0))
        self.slider.setEnabled(len(strips) > 1)
        if follows:
            self.slider.setValue(self.slider.maximum())
        self._show()

    def _show(self) -> None:
        if not self._strips:
            self.picture.show_file(None)
            self.words.clear()
            return
        step, path = self._strips[min(self.slider.value(), len(self._strips) - 1)]
        self.picture.show_file(path)
        told = tr("Step {step}. From above: what was shown, a reference, what was painted, the film.")
        self.words.setText(told.format(step=step))


class _Picture(QWidget):
    """A picture as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_file(self, path: Path | None) -> None:
        """Show a file; None, or one that is gone, empties it."""
        if path != self._path:
            self._path = path
            self._picture = QPixmap() if path is None else QPixmap(str(path))
            self.updateGeometry()
            self.update()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self._picture.isNull()

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As the picture has it."""
        return 0 if self.is_empty else width * self._picture.height() // self._picture.width()

    def sizeHint(self) -> QSize:
        """For the width that there is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it smoothly."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.is_empty:
            painter.drawPixmap(self.rect(), self._picture)
