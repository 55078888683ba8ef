"""The picture: fitted and sharp, as the film is, dubbed, or both with a wipe between. Knows no film."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.images import to_qimage
from app.language import tr
from core.arrays import Image

STAGE = "#101114"
"""Ground beside the picture; neutral and dark in every theme, so that the picture's own colours are judged."""

_REACH = 14
"""Pixels around the wipe within which it is grasped."""


class View(StrEnum):
    """What is shown of a frame."""

    ORIGINAL = "original"
    DUBBED = "dubbed"
    WIPE = "wipe"


@dataclass(frozen=True, slots=True)
class _Scaled:
    """A picture in the device pixels it is drawn with, so that it is scaled once and not at every repaint."""

    source: QImage
    size: QSize
    image: QImage


class VideoView(QWidget):
    """Shows one frame. In the wipe view the film lies left of the handle and the dub right of it."""

    wiped = Signal(float)
    """Where the person moved the wipe to, 0 left to 1 right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._original: QImage | None = None
        self._dubbed: QImage | None = None
        self._scaled: dict[View, _Scaled] = {}
        self._view = View.DUBBED
        self._wipe = 0.5
        self._dragging = False

    @property
    def view(self) -> View:
        """What is shown of a frame."""
        return self._view

    @property
    def wipe(self) -> float:
        """Where the wipe stands, 0 to 1."""
        return self._wipe

    def show_frame(self, original: Image | None, dubbed: Image | None) -> None:
        """Show a frame; without `dubbed` the film is shown in every view. None for both empties the view."""
        self._original = None if original is None else to_qimage(original)
        self._dubbed = None if dubbed is None else to_qimage(dubbed)
        self.update()

    def set_view(self, view: View) -> None:
        """Choose what is shown."""
        self._view = view
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def set_wipe(self, share: float) -> None:
        """Move the wipe; beyond the edges it stops there."""
        self._wipe = min(max(share, 0.0), 1.0)
        self.wiped.emit(self._wipe)
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture lies in the widget: as large as fits, in its own shape, on whole device pixels."""
        if self._original is None:
            return QRectF()
        ratio = self.devicePixelRatioF()
        size = QSize(self._original.size()).scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        left = (round(self.width() * ratio) - size.width()) // 2
        top = (round(self.height() * ratio) - size.height()) // 2
        return QRectF(left / ratio, top / ratio, size.width() / ratio, size.height() / ratio)

    def sizeHint(self) -> QSize:
        """Half of full HD."""
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the picture and the wipe."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(STAGE))
        area = self.picture_rect()
        if self._original is None or area.isEmpty():
            return
        if self._view is View.WIPE and self._dubbed is not None:
            self._paint_wipe(painter, area)
        elif self._view is View.ORIGINAL or self._dubbed is None:
            painter.drawImage(area, self._fitted(View.ORIGINAL, self._original, area))
        else:
            painter.drawImage(area, self._fitted(View.DUBBED, self._dubbed, area))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grasp the wipe."""
        if event.button() is Qt.MouseButton.LeftButton and self._grasps(event.position()):
            self._dragging = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the wipe, or show that it can be moved."""
        area = self.picture_rect()
        if self._dragging and area.width() > 0:
            self.set_wipe((event.position().x() - area.left()) / area.width())
        else:
            grasps = self._grasps(event.position())
            self.setCursor(Qt.CursorShape.SplitHCursor if grasps else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the wipe."""
        del event
        self._dragging = False

    def _grasps(self, point: QPointF) -> bool:
        return self._view is View.WIPE and self._dubbed is not None and abs(point.x() - self._wipe_x()) <= _REACH

    def _wipe_x(self) -> float:
        area = self.picture_rect()
        return area.left() + round(self._wipe * area.width())

    def _fitted(self, which: View, source: QImage, area: QRectF) -> QImage:
        """`source` in the size it is drawn with."""
        size = (area.size() * self.devicePixelRatioF()).toSize()
        known = self._scaled.get(which)
        if known is None or known.source is not source or known.size != size:
            mode = Qt.TransformationMode.SmoothTransformation
            image = source.convertToFormat(QImage.Format.Format_RGB32)
            if size != image.size():
                image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
            known = self._scaled[which] = _Scaled(source, size, image)
        return known.image

    def _paint_wipe(self, painter: QPainter, area: QRectF) -> None:
        assert self._original is not None
        assert self._dubbed is not None
        at = self._wipe_x()
        for which, image, left, right in (
            (View.ORIGINAL, self._original, area.left(), at),
            (View.DUBBED, self._dubbed, at, area.right()),
        ):
            painter.setClipRect(QRectF(left, area.top(), right - left, area.height()))
            painter.drawImage(area, self._fitted(which, image, area))
            self._paint_badge(painter, area, which)
        painter.setClipping(False)
        self._paint_handle(painter, at, area)

    def _paint_badge(self, painter: QPainter, area: QRectF, which: View) -> None:
        """The name of a side in its upper corner."""
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        text = which.value.capitalize()
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        left = area.left() + 10 if which is View.ORIGINAL else area.right() - 10 - width
        box = QRect(round(left), round(area.top()) + 10, width, 22)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_handle(self, painter: QPainter, at: float, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(0, 0, 0, 150), 4.0), (QColor("#ffffff"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))
        centre = QPointF(at, area.center().y())
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(centre, 13, 13)
        painter.setPen(QPen(QColor("#1a1c20"), 2))
        for side in (-1, 1):
            tip, back = centre.x() + side * 8, centre.x() + side * 4
            painter.drawLine(QPointF(tip, centre.y()), QPointF(back, centre.y() - 4))
            painter.drawLine(QPointF(tip, centre.y()), QPointF(back, centre.y() + 4))
