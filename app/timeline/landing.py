"""Voices that are dragged over the timeline: which files they are, and a line where they would begin."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from core.project_file import SUFFIX

_TOP, _PADDING, _HEIGHT = 26, 12, 20


def voices_in(dragged: QMimeData) -> list[Path]:
    """Files on this machine that may be voices: sounds and films, no projects."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() != SUFFIX]


def paint_landing(painter: QPainter, palette: QPalette, x: float, area: QRectF, told: str) -> None:
    """A broken line at `x`, and beside it words, inside the area."""
    accent = palette.color(QPalette.ColorRole.Highlight)
    painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    width = painter.fontMetrics().horizontalAdvance(told) + _PADDING
    left = x + 4 if x + 4 + width <= area.right() else x - 4 - width
    box = QRectF(left, _TOP, width, _HEIGHT)
    painter.setPen(QPen(accent, 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRect(box)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)
