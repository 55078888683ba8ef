"""The layer over the picture on which a mask is seen and worked on. Decides nothing: it asks `app.mask_tools`."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.mask_tools import HANDLES, Held, MaskTools, MaskView, Tool
from app.widgets.video_view import VideoView
from core.arrays import Alpha
from core.face.axes import axes_of

_GRASP = 10.0
_TINT = (255, 64, 200)


class MaskOverlay(QWidget):
    """Lies over a `VideoView` and is as large. Without a tool in hand the pointer goes through it."""

    def __init__(self, video: VideoView, tools: MaskTools) -> None:
        super().__init__(video)
        self._video, self._tools = video, tools
        self._path: list[tuple[float, float]] = []
        self._held: Held | None = None
        self._point: int | None = None
        self._from = QPointF()
        self._pointer: QPointF | None = None
        self.setAccessibleName(tr("Mask on the picture"))
        self.setMouseTracking(True)
        self.setGeometry(video.rect())
        video.installEventFilter(self)
        video.sighted.connect(self.update)
        tools.changed.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the picture's widget."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._video.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mask, handles of the tool, the stroke that is being drawn and the brush."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face, tool = self._tools.face, self._tools.tool
        if self._tools.view is MaskView.ALONE:
            painter.fillRect(self._video.picture_rect(), QColor("#000000"))
        if face is not None and face.mask is not None and self._tools.view is not MaskView.OFF:
            alone = self._tools.view is MaskView.ALONE
            painter.setClipRect(self._video.picture_rect())
            painter.drawImage(self._area(face.mask.x, face.mask.y, face.mask.alpha), _seen(face.mask.alpha, alone))
            painter.setClipping(False)
        if face is not None and tool is Tool.BOX:
            self._paint_box(painter)
        elif face is not None and tool is Tool.POINTS:
            for point in HANDLES:
                _handle(painter, self._spot(point))
        elif tool in (Tool.BRUSH, Tool.ERASER):
            self._paint_brush(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, or take hold of the face or a point of it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._from = event.position()
        if self._tools.tool in (Tool.BRUSH, Tool.ERASER):
            self._path = [self._place(event.position())]
        else:
            self._point = self._grasped(event.position())
            self._held = None if self._point is None else self._tools.hold()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on."""
        self._pointer = event.position()
        if self._path:
            self._path.append(self._place(event.position()))
        elif self._held is not None:
            self._drag(self._held, event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke, let go of the face."""
        del event
        path, self._path, self._held = self._path, [], None
        if path:
            self._tools.draw(path)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """There is no brush to show."""
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def _follow(self) -> None:
        idle = self._tools.tool is Tool.NONE
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, idle)
        self.setVisible(not idle or self._tools.view is not MaskView.OFF)
        self.update()

    def _place(self, point: QPointF) -> tuple[float, float]:
        place = self._video.to_picture(point)
        return place.x(), place.y()

    def _area(self, x: int, y: int, alpha: Alpha) -> QRectF:
        height, width = alpha.shape
        return QRectF(self._video.to_widget(QPointF(x, y)), self._video.to_widget(QPointF(x + width, y + height)))

    def _spot(self, point: int) -> QPointF:
        """Where a point of the face is seen."""
        face = self._tools.face
        assert face is not None
        x, y = face.points[point, :2].tolist()
        return self._video.to_widget(QPointF(x, y))

    def _box(self) -> QRectF:
        """Where the box of the face is seen."""
        face = self._tools.face
        assert face is not None
        low, high = face.points[:, :2].min(axis=0).tolist(), face.points[:, :2].max(axis=0).tolist()
        return QRectF(self._video.to_widget(QPointF(*low)), self._video.to_widget(QPointF(*high)))

    def _grasped(self, point: QPointF) -> int | None:
        """The handle at a place: of the box 0 for all of it and 1 for a corner; None if there is none."""
        if self._tools.face is None:
            return None
        if self._tools.tool is Tool.POINTS:
            near = min(HANDLES, key=lambda each: _apart(self._spot(each), point))
            return near if _apart(self._spot(near), point) <= _GRASP else None
        box = self._box()
        if any(_apart(corner, point) <= _GRASP for corner in _corners(box)):
            return 1
        return 0 if box.contains(point) else None

    def _drag(self, held: Held, point: QPointF) -> None:
        (x, y), (x0, y0) = self._place(point), self._place(self._from)
        way = (x - x0, y - y0)
        if self._tools.tool is Tool.POINTS and self._point is not None:
            self._tools.nudge(held, self._point, way)
        elif self._point == 0:
            self._tools.move(held, way)
        else:
            middle = (held.face.points[:, :2].min(axis=0) + held.face.points[:, :2].max(axis=0)) / 2
            before = float(np.hypot(*(np.array((x0, y0)) - middle)))
            self._tools.scale(held, float(np.hypot(*(np.array((x, y)) - middle))) / max(before, 1.0))

    def _paint_box(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 170), 3.0), (QColor("#ffffff"), 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(self._box())
        for corner in _corners(self._box()):
            _handle(painter, corner)

    def _paint_brush(self, painter: QPainter) -> None:
        """The stroke so far, and a ring as large as the brush round the pointer; dashed for the eraser."""
        face = self._tools.face
        if face is None:
            return
        one = self._video.to_widget(QPointF(1, 0)).x() - self._video.to_widget(QPointF(0, 0)).x()
        radius = self._tools.size * axes_of(face.points).scale * one
        style = Qt.PenStyle.SolidLine if self._tools.tool is Tool.BRUSH else Qt.PenStyle.DashLine
        if self._path:
            pen = QPen(QColor(*_TINT, 110), 2 * radius)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([self._video.to_widget(QPointF(*place)) for place in (*self._path, self._path[-1])])
        if self._pointer is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((QColor(0, 0, 0, 170), 3.0), (QColor("#ffffff"), 1.5)):
                painter.setPen(QPen(colour, width, style))
                painter.drawEllipse(self._pointer, radius, radius)


def _seen(alpha: Alpha, alone: bool) -> QImage:
    """Weights as a picture: grey on their own, as a tint over the film otherwise."""
    height, width = alpha.shape
    levels = np.rint(alpha * 255).astype(np.uint8)
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[..., :3] = levels[..., None] if alone else _TINT
    pixels[..., 3] = 255 if alone else levels // 2
    return QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _corners(box: QRectF) -> tuple[QPointF, ...]:
    return box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()


def _apart(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()


def _handle(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1.5))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(at, 5, 5)
