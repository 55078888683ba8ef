"""The picture: as the film is, dubbed, side by side, with a wipe between, or what differs. Knows no film."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.images import difference, to_qimage
from app.language import later, tr
from app.widgets.sight import Sight
from core.arrays import Image

STAGE = "#101114"
"""Ground beside the picture; neutral and dark in every theme, so that the picture's own colours are judged."""

DIFFERENCE_GAIN = 4
"""How many times larger than they are the differences of two pictures are shown."""

_REACH = 14
"""Pixels around the wipe within which it is grasped."""

_GAP = 4
"""Pixels between two pictures that are side by side."""

_CLOSER = 1.25
_PUSHED = 0.2  # of the pane, at a key
_PIXELS_SEEN = 2.0  # screen pixels on one of the picture from which it is not smoothed


class View(StrEnum):
    """What is shown of a frame."""

    ORIGINAL = "original"
    DUBBED = "dubbed"
    WIPE = "wipe"
    SIDE = "side by side"
    DIFFERENCE = "difference"


class Gaze(StrEnum):
    """How a person changes what part of the picture is seen."""

    CLOSER = "closer"
    FARTHER = "farther"
    FIT = "fit"
    FULL = "full size"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


_BADGES = {
    View.ORIGINAL: later("Original"),
    View.DUBBED: later("Dubbed"),
    View.DIFFERENCE: later("Difference, 4 times as large"),
}
_PUSHES = {Gaze.LEFT: (1, 0), Gaze.RIGHT: (-1, 0), Gaze.UP: (0, 1), Gaze.DOWN: (0, -1)}


@dataclass(frozen=True, slots=True)
class _Scaled:
    """A picture in the device pixels it is drawn with, so that it is scaled once and not at every repaint."""

    source: QImage
    size: QSize
    image: QImage


class VideoView(QWidget):
    """Shows one frame. In the wipe view the film lies left of the handle and the dub right of it.

    The wheel zooms round the pointer, the middle button moves the picture, and so does the left one where the picture
    is larger than its pane and nothing else is grasped. Places are mapped by `to_picture` and `to_widget`.
    """

    wiped = Signal(float)
    """Where the person moved the wipe to, 0 left to 1 right."""

    sighted = Signal()
    """Another part of the picture is seen, or it is seen in another size: `zoom`, `to_widget`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._original: QImage | None = None
        self._dubbed: QImage | None = None
        self._pair: tuple[Image, Image] | None = None
        self._difference: QImage | None = None
        self._scaled: dict[View, _Scaled] = {}
        self._view = View.DUBBED
        self._sight = Sight((1.0, 1.0), (1.0, 1.0))
        self._wipe = 0.5
        self._dragging = False
        self._panning: QPointF | None = None

    @property
    def view(self) -> View:
        """What is shown of a frame."""
        return self._view

    @property
    def wipe(self) -> float:
        """Where the wipe stands, 0 to 1."""
        return self._wipe

    @property
    def zoom(self) -> float:
        """Pixels of the screen on one of the picture."""
        return self._sight.scale

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is seen, as large as can be."""
        return self._sight.is_fitted

    def show_frame(self, original: Image | None, dubbed: Image | None) -> None:
        """Show a frame; without `dubbed` the film is shown in every view. None for both empties the view."""
        self._original = None if original is None else to_qimage(original)
        self._dubbed = None if dubbed is None else to_qimage(dubbed)
        self._pair = None if original is None or dubbed is None else (original, dubbed)
        self._difference = None
        self._fit_panes()
        self.update()

    def set_view(self, view: View) -> None:
        """Choose what is shown."""
        self._view = view
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._fit_panes()
        self.update()

    def set_wipe(self, share: float) -> None:
        """Move the wipe; beyond the edges it stops there."""
        self._wipe = min(max(share, 0.0), 1.0)
        self.wiped.emit(self._wipe)
        self.update()

    def look(self, gaze: Gaze) -> None:
        """See another part of the picture, round the middle of what is seen."""
        width, height = self._sight.pane
        middle = (width / 2, height / 2)
        if gaze is Gaze.FIT:
            self._see(self._sight.fitted())
        elif gaze is Gaze.FULL:
            self._see(self._sight.zoomed_to(1.0, middle))
        elif gaze in _PUSHES:
            right, down = _PUSHES[gaze]
            self._see(self._sight.panned(right * _PUSHED * width, down * _PUSHED * height))
        else:
            self._see(self._sight.zoomed(_CLOSER if gaze is Gaze.CLOSER else 1 / _CLOSER, middle))

    def picture_rect(self) -> QRectF:
        """Where the picture lies in the widget, the left one of two; it may reach beyond the widget when zoomed."""
        return QRectF() if self._original is None else self._areas()[0]

    def to_picture(self, point: QPointF) -> QPointF:
        """The place of the picture, in its pixels, that is seen at a point of the widget; maybe beside the picture.

        Of two pictures side by side it is the one that lies there. Without a picture everything is (0, 0).
        """
        if self._original is None:
            return QPointF()
        return QPointF(*self._sight.to_picture(self._in_pane(point)))

    def to_widget(self, place: QPointF) -> QPointF:
        """Where in the widget a place of the picture, in its pixels, is seen; in the left one of two pictures."""
        spot = QPointF(*self._sight.to_pane((place.x(), place.y()))) / self.devicePixelRatioF()
        return self._panes()[0].topLeft() + spot

    def sizeHint(self) -> QSize:
        """Half of full HD."""
        return QSize(960, 540)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle of what is seen in the middle."""
        super().resizeEvent(event)
        self._fit_panes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the picture or pictures, and the wipe."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(STAGE))
        if self._original is None or self._panes()[0].isEmpty():
            return
        if self._dubbed is None:
            self._paint_picture(painter, View.ORIGINAL)
        elif self._view is View.WIPE:
            self._paint_wipe(painter)
        elif self._view is View.SIDE:
            for place, which in enumerate((View.ORIGINAL, View.DUBBED)):
                self._paint_picture(painter, which, place)
                self._paint_badge(painter, self._areas()[place].intersected(self._panes()[place]), which)
        else:
            self._paint_picture(painter, self._view)
            if self._view is View.DIFFERENCE:
                self._paint_badge(painter, self.picture_rect().intersected(self._panes()[0]), self._view)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom round the pointer."""
        if self._original is None:
            event.ignore()
            return
        self._see(self._sight.zoomed(_CLOSER ** (event.angleDelta().y() / 120), self._in_pane(event.position())))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grasp the wipe, or the picture."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self._grasps(event.position()):
            self._dragging = True
        elif is_left or event.button() is Qt.MouseButton.MiddleButton:
            self._panning = None if self.is_fitted else event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the wipe or the picture, or show what can be moved."""
        area = self.picture_rect()
        if self._dragging and area.width() > 0:
            self.set_wipe((event.position().x() - area.left()) / area.width())
        elif self._panning is not None:
            moved = (event.position() - self._panning) * self.devicePixelRatioF()
            self._panning = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._see(self._sight.panned(moved.x(), moved.y()))
        elif self._grasps(event.position()):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor if self.is_fitted else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the wipe, or of the picture."""
        del event
        self._dragging, self._panning = False, None

    def _see(self, sight: Sight) -> None:
        if sight != self._sight:
            self._sight = sight
            self.sighted.emit()
            self.update()

    def _fit_panes(self) -> None:
        """Keep what is seen in panes and pictures of another size."""
        if self._original is not None:
            pane, ratio = self._panes()[0], self.devicePixelRatioF()
            size = (float(self._original.width()), float(self._original.height()))
            self._see(self._sight.in_pane(size, (max(pane.width() * ratio, 1.0), max(pane.height() * ratio, 1.0))))

    def _panes(self) -> tuple[QRectF, ...]:
        """The parts of the widget that show a picture each."""
        if self._view is not View.SIDE or self._dubbed is None:
            return (QRectF(self.rect()),)
        half = (self.width() - _GAP) // 2
        return QRectF(0, 0, half, self.height()), QRectF(self.width() - half, 0, half, self.height())

    def _areas(self) -> tuple[QRectF, ...]:
        """Where the picture of every pane lies in the widget."""
        ratio = self.devicePixelRatioF()
        left, top, width, height = (value / ratio for value in self._sight.area)
        return tuple(QRectF(pane.left() + left, pane.top() + top, width, height) for pane in self._panes())

    def _in_pane(self, point: QPointF) -> tuple[float, float]:
        """A point of the widget in pixels of the screen within its pane."""
        panes, ratio = self._panes(), self.devicePixelRatioF()
        pane = panes[-1] if point.x() >= panes[-1].left() else panes[0]
        return (point.x() - pane.left()) * ratio, (point.y() - pane.top()) * ratio

    def _grasps(self, point: QPointF) -> bool:
        return self._view is View.WIPE and self._dubbed is not None and abs(point.x() - self._wipe_x()) <= _REACH

    def _wipe_x(self) -> float:
        area = self.picture_rect()
        return area.left() + round(self._wipe * area.width())

    def _source(self, which: View) -> QImage:
        """What is shown of a frame, in its own size."""
        assert self._original is not None
        if which is View.DIFFERENCE and self._pair is not None:
            if self._difference is None:
                self._difference = to_qimage(difference(*self._pair, DIFFERENCE_GAIN))
            return self._difference
        return self._dubbed if which is View.DUBBED and self._dubbed is not None else self._original

    def _paint_picture(self, painter: QPainter, which: View, place: int = 0) -> None:
        """Paint a picture into the first pane or another: scaled once where all is seen, else only what is seen."""
        area, pane = self._areas()[place], self._panes()[place]
        painter.save()
        painter.setClipRect(pane, Qt.ClipOperation.IntersectClip)
        if self.is_fitted:
            painter.drawImage(area, self._fitted(which, self._source(which), area))
        else:
            source, seen = self._source(which), area.intersected(pane)
            across, down = source.width() / area.width(), source.height() / area.height()
            part = QRectF(
                (seen.left() - area.left()) * across,
                (seen.top() - area.top()) * down,
                seen.width() * across,
                seen.height() * down,
            )
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < _PIXELS_SEEN)
            painter.drawImage(seen, source, part)
        painter.restore()

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

    def _paint_wipe(self, painter: QPainter) -> None:
        area = self.picture_rect()
        seen = area.intersected(self._panes()[0])
        at = self._wipe_x()
        sides = ((View.ORIGINAL, area.left(), at), (View.DUBBED, at, area.right()))
        for which, left, right in sides:
            painter.setClipRect(QRectF(left, area.top(), right - left, area.height()))
            self._paint_picture(painter, which)
            self._paint_badge(painter, seen, which, at_right=which is View.DUBBED)
        painter.setClipping(False)
        self._paint_handle(painter, at, seen)

    def _paint_badge(self, painter: QPainter, area: QRectF, which: View, at_right: bool = False) -> None:
        """What a picture is, in an upper corner of its area."""
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        text = tr(_BADGES[which])
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        left = area.right() - 10 - width if at_right else area.left() + 10
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
