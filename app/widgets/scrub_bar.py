"""The bar below the picture: a ruler in timecode, what is dubbed, and the playhead. Knows numbers of frames only."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from app.language import tr
from core.timing import timecode

_MARGIN = 14
_LANE_TOP, _LANE_HEIGHT = 29, 14
_APART = 96
"""Pixels between two labels of the ruler, at least."""

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
"""Seconds between two labels of the ruler."""


class ScrubBar(QAbstractSlider):
    """A slider over the frames of a film. Press or drag anywhere to go there; the value is the frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setAccessibleName(tr("Playhead"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._rate = Fraction(25)
        self._spans: tuple[tuple[int, int], ...] = ()
        self._marks: tuple[tuple[int, int], ...] = ()

    def set_film(self, frames: int, rate: Fraction) -> None:
        """The frames that there are, and how they are counted."""
        self._rate = rate
        self.setSingleStep(1)
        self.setPageStep(max(1, round(rate)))
        self.setRange(0, max(frames - 1, 0))
        self.update()

    def set_spans(self, spans: Sequence[tuple[int, int]]) -> None:
        """Stretches [start, stop) that have a voice."""
        self._spans = tuple(spans)
        self.update()

    def set_marks(self, marks: Sequence[tuple[int, int]]) -> None:
        """Stretches [start, stop) that could not be dubbed; drawn hatched, with a flag."""
        self._marks = tuple(marks)
        self.update()

    def x_of(self, frame: float) -> float:
        """Where a frame begins on the bar."""
        return _MARGIN + frame / max(self.maximum() + 1, 1) * self._length()

    def frame_at(self, x: float) -> int:
        """The frame under a place of the bar; the nearest beside its ends."""
        frame = int((x - _MARGIN) / self._length() * (self.maximum() + 1))
        return min(max(frame, 0), self.maximum())

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(640, 52)

    def minimumSizeHint(self) -> QSize:
        """Room for two labels."""
        return QSize(2 * (_APART + _MARGIN), 52)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.frame_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along, or say what lies there."""
        frame = self.frame_at(event.position().x())
        if self.isSliderDown():
            self.setValue(frame)
        place = QPoint(round(event.position().x()), -34)
        QToolTip.showText(self.mapToGlobal(place), timecode(frame, self._rate), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        del event
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ruler, lane, marks and playhead."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ruler(painter)
        self._paint_lane(painter)
        self._paint_playhead(painter)

    def _length(self) -> float:
        return max(self.width() - 2 * _MARGIN, 1)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _paint_ruler(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        step = self._seconds_between_labels()
        nominal = max(1, round(self._rate))
        label = self._colour(QPalette.ColorRole.WindowText)
        label.setAlpha(190)
        for second in range(0, (self.maximum() + 1) // nominal + 1, step):
            x = self.x_of(second * nominal)
            text = timecode(second * nominal, self._rate)
            painter.setPen(self._colour(QPalette.ColorRole.Mid))
            painter.drawLine(QPointF(x, 18), QPointF(x, _LANE_TOP - 3))
            if x + metrics.horizontalAdvance(text) <= self.width():
                painter.setPen(label)
                painter.drawText(QPointF(x + 4 if second else x, 15), text)

    def _seconds_between_labels(self) -> int:
        """The shortest step of the ruler at which labels do not meet."""
        seconds = max(float((self.maximum() + 1) / self._rate), 1e-6)
        wanted = _APART / self._length() * seconds
        return next((step for step in _STEPS if step >= wanted), _STEPS[-1] * max(1, round(wanted / _STEPS[-1])))

    def _paint_lane(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(self._lane(0, self.maximum() + 1), 4, 4)
        painter.setBrush(self._colour(QPalette.ColorRole.Highlight))
        painter.setOpacity(0.65)
        for start, stop in self._spans:
            painter.drawRoundedRect(self._lane(start, stop), 4, 4)
        painter.setOpacity(1.0)
        for start, stop in self._marks:
            self._paint_mark(painter, self._lane(start, stop))

    def _lane(self, start: int, stop: int) -> QRectF:
        left = self.x_of(start)
        return QRectF(left, _LANE_TOP, max(self.x_of(stop) - left, 2), _LANE_HEIGHT)

    def _paint_mark(self, painter: QPainter, lane: QRectF) -> None:
        painter.fillRect(lane, self._colour(QPalette.ColorRole.Window))
        painter.fillRect(lane, QBrush(self._colour(QPalette.ColorRole.WindowText), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(self._colour(QPalette.ColorRole.WindowText), 1))
        painter.setBrush(self._colour(QPalette.ColorRole.WindowText))
        x, y = lane.left(), lane.bottom() + 1
        painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + 7, y + 3.5), QPointF(x, y + 7)]))
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_playhead(self, painter: QPainter) -> None:
        x = round(self.x_of(self.value() + 0.5)) + 0.0
        head = QPolygonF([QPointF(x - 6, 18), QPointF(x + 6, 18), QPointF(x, 27)])
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Window), 4))
        painter.drawLine(QPointF(x, 26), QPointF(x, self.height() - 3))
        painter.setPen(QPen(self._colour(QPalette.ColorRole.WindowText), 2))
        painter.drawLine(QPointF(x, 26), QPointF(x, self.height() - 3))
        painter.setBrush(self._colour(QPalette.ColorRole.WindowText))
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Window), 1))
        painter.drawPolygon(head)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Highlight), 2))
            painter.drawPolygon(head)
