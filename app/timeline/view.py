"""The timeline as a widget: what is pressed, dragged and turned on it becomes seeks and edits.

It changes nothing itself: the project comes from the document, the playhead from the preview.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.language import tr
from app.timeline.geometry import Hit, Kind, Lane, Part, Scale, Shown, edges, hit, lanes, rows_of, snapped
from app.timeline.landing import paint_landing, voices_in
from app.timeline.lanes import LABELS, LanePainter, Scene
from app.timeline.verdicts import sentence, what_is_measured
from core.project import DubProject, Span
from core.timing import timecode

if TYPE_CHECKING:
    from core.survey import Survey

_PEOPLE = 6
_DRAGGED = 4  # pixels before a press becomes a drag
_CURSORS = {
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.STOP: Qt.CursorShape.SizeHorCursor,
    Part.CLIP: Qt.CursorShape.OpenHandCursor,
    Part.PROBLEM: Qt.CursorShape.PointingHandCursor,
    Part.MARKER: Qt.CursorShape.PointingHandCursor,
    Part.KEY: Qt.CursorShape.SizeHorCursor,
}


@dataclass(frozen=True, slots=True)
class Drag:
    """What is being dragged: from where, and how the project was."""

    held: Hit
    x: float
    project: DubProject


class TimelineView(QWidget):
    """Paints the lanes and the playhead."""

    sought = Signal(int)
    """The person wants to see this frame."""

    shifted = Signal(str, float, object)
    """A clip is dragged by some frames from where it was: its id, frames, and the `Drag` all moves of it belong to."""

    trimmed = Signal(str, object, object)
    """An edge of a clip is dragged: its id, the new `Span`, and the `Drag`."""

    keyed = Signal(str, int, int, object)
    """Keys of a clip's mask are dragged: its id, their frame, the new one, and the `Drag` all moves belong to."""

    dropped = Signal(list, int)
    """Files with voices were dropped: their paths, and the frame at which they begin."""

    scaled = Signal(object)
    """Another part of the film is seen: `Scale`."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self._project = DubProject()
        self._survey: Survey | None = None
        self._scale = Scale(1, 1.0)
        self._playhead = 0
        self._ready: tuple[tuple[int, int], ...] = ()
        self._pictures: Mapping[int, QImage] = {}
        self._drag: Drag | None = None
        self._dragged = False
        self._landing: int | None = None
        self._painted: QPixmap | None = None
        self._arrange()

    @property
    def scale(self) -> Scale:
        """What part of the film is seen."""
        return self._scale

    @property
    def picture_height(self) -> int:
        """Height of the small pictures, in pixels."""
        return next(lane.height for lane in self._lanes if lane.kind is Kind.PICTURES)

    def shown(self) -> Shown:
        """What is on the timeline now."""
        problems = () if self._survey is None else self._survey.problems
        return Shown(
            self._project, self._scale, self._lanes, tuple((each.span.start, each.span.stop) for each in problems)
        )

    def show_project(self, project: DubProject) -> None:
        """Show this state of the project; another film is seen as a whole."""
        before, self._project = self._project, project
        if project.footage != before.footage:
            self._survey, self._pictures, self._ready = None, {}, ()
            frames, rate = (project.footage.frames, project.footage.rate) if project.footage else (1, Fraction(25))
            self.set_scale(Scale.whole(frames, rate, self._width()))
        self._arrange()

    def show_survey(self, survey: Survey | None) -> None:
        """Show what is known of the film."""
        self._survey = survey
        self._arrange()

    def show_ready(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Show which frames are ready."""
        if spans != self._ready:
            self._ready = spans
            self.update()

    def show_pictures(self, pictures: Mapping[int, QImage]) -> None:
        """Show small pictures by the frame they are of."""
        self._pictures = pictures
        self._repaint()

    def show_playhead(self, frame: int) -> None:
        """The playhead stands here; a timeline that is not being dragged follows it."""
        self._playhead = frame
        if self._drag is None:
            self.set_scale(self._scale.showing(frame))
        self.update()

    def set_scale(self, scale: Scale) -> None:
        """See another part of the film."""
        if scale != self._scale:
            self._scale = scale
            self.scaled.emit(scale)
            self._repaint()

    def zoom(self, factor: float) -> None:
        """Closer by a factor round the playhead, or with 0 all of it."""
        if factor == 0:
            self.set_scale(self._scale.fitted())
            return
        x = self._scale.x_of(self._playhead + 0.5)
        self.set_scale(self._scale.zoomed(factor, x if 0 <= x <= self._scale.width else self._scale.width / 2))

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(640, self._lanes[-1].bottom + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(LABELS + 120, self._lanes[-1].bottom + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See as much as there is room for."""
        super().resizeEvent(event)
        self.set_scale(self._scale.resized(self._width()))
        self._repaint()

    def changeEvent(self, event: QEvent) -> None:
        """Paint in other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._repaint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl closer or farther, else along the film."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_scale(self._scale.zoomed(1.25 ** (turned / 120), event.position().x() - LABELS))
        else:
            self.set_scale(self._scale.scrolled(-turned))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what lies there, or go there."""
        if event.button() is not Qt.MouseButton.LeftButton or event.position().x() < LABELS:
            return
        held = self._hit(event)
        self._drag, self._dragged = Drag(held, event.position().x(), self._project), False
        if held.part in (Part.FILM, Part.MARKER, Part.PROBLEM, Part.KEY):
            self.sought.emit(held.frame)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or tell what lies there."""
        drag = self._drag
        if drag is None:
            self._tell(event)
            return
        self._dragged = self._dragged or abs(event.position().x() - drag.x) >= _DRAGGED
        if drag.held.part is Part.FILM:
            self.sought.emit(self._scale.frame_at(event.position().x() - LABELS))
        elif self._dragged:
            self._drag_clip(drag, event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a clip that was pressed and not dragged is a place to go to."""
        drag, self._drag = self._drag, None
        if drag is not None and not self._dragged and drag.held.part in (Part.CLIP, Part.START, Part.STOP):
            self.sought.emit(drag.held.frame)
        del event

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Voices can be dropped where there is a film; anything else is for the window."""
        event.setAccepted(self._project.footage is not None and bool(voices_in(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the voice would begin."""
        event.acceptProposedAction()
        self._land(event.position().x())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is dropped."""
        del event
        self._land(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the voices begin here."""
        event.acceptProposedAction()
        self._land(event.position().x())
        if self._landing is not None:
            self.dropped.emit(voices_in(event.mimeData()), self._landing)
        self._land(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lanes, as they were painted before if nothing changed, and the playhead."""
        del event
        if self._painted is None:
            self._painted = self._paint_lanes()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        if self._project.footage is not None:
            LanePainter(painter, self._scene(), self.palette()).paint_over()
            self._paint_playhead(painter)
            self._paint_landing(painter, self._project.footage.rate)

    def _width(self) -> float:
        return max(self.width() - LABELS - 6, 1.0)

    def _hit(self, event: QMouseEvent) -> Hit:
        return hit(self.shown(), event.position().x() - LABELS, event.position().y())

    def _arrange(self) -> None:
        """Make the lanes anew, for what there is."""
        rows = rows_of(self._project.clips)
        people = 0 if self._survey is None else min(len(self._survey.people), _PEOPLE)
        has_sound = self._survey is not None and self._survey.film is not None
        self._lanes = lanes(max(rows.values(), default=-1) + 1, people, has_sound)
        self.updateGeometry()
        self._repaint()

    def _repaint(self) -> None:
        self._painted = None
        self.update()

    def _land(self, x: float | None) -> None:
        """The place at which a voice would begin: at something that is near, else at the frame that is."""
        self._landing = None
        if x is not None:
            cuts = () if self._survey is None else self._survey.cuts
            targets = (*edges(self._project, cuts), self._playhead)
            frame = snapped(self._scale.place_at(x - LABELS), targets, self._scale.zoom)
            self._landing = min(max(frame, 0), self._scale.frames - 1)
        self.update()

    def _paint_landing(self, painter: QPainter, rate: Fraction) -> None:
        if self._landing is not None:
            told = tr("Voice from {time} on").format(time=timecode(self._landing, rate))
            area = QRectF(LABELS, 24, self._scale.width, self.height() - 24)
            paint_landing(painter, self.palette(), LABELS + self._scale.x_of(self._landing), area, told)

    def _drag_clip(self, drag: Drag, x: float) -> None:
        clip = next((clip for clip in drag.project.clips if clip.id == drag.held.clip), None)
        if clip is None:
            return
        moved = (x - drag.x) / self._scale.zoom
        if drag.held.part is Part.KEY:
            to = snapped(drag.held.frame + moved, (self._playhead,), self._scale.zoom)
            self.keyed.emit(clip.id, drag.held.frame, min(max(to, clip.span.start), clip.span.stop - 1), drag)
            return
        cuts = () if self._survey is None else self._survey.cuts
        targets = (*edges(drag.project, cuts, clip.id), self._playhead)
        if drag.held.part is Part.CLIP:
            start = snapped(clip.span.start + moved, targets, self._scale.zoom)
            self.shifted.emit(clip.id, float(start - clip.span.start), drag)
        elif drag.held.part is Part.START:
            start = snapped(clip.span.start + moved, targets, self._scale.zoom)
            start = min(max(start, 0), clip.span.stop - 1)
            self.trimmed.emit(clip.id, Span(start, clip.span.stop), drag)
        else:
            stop = snapped(clip.span.stop + moved, targets, self._scale.zoom)
            stop = max(min(stop, self._scale.frames), clip.span.start + 1)
            self.trimmed.emit(clip.id, Span(clip.span.start, stop), drag)

    def _tell(self, event: QMouseEvent) -> None:
        if event.position().x() < LABELS or self._project.footage is None:
            self.unsetCursor()
            lane = self._lane_at(event.position().y())
            told = what_is_measured() if lane is not None and lane.kind is Kind.AGREEMENT else ""
            QToolTip.showText(event.globalPosition().toPoint(), told, self)
            return
        held = self._hit(event)
        self.setCursor(_CURSORS.get(held.part, Qt.CursorShape.ArrowCursor))
        told = timecode(held.frame, self._project.footage.rate)
        if held.part is Part.PROBLEM and self._survey is not None:
            found = [tr(each.trouble.value) for each in self._survey.problems if each.span.start == held.frame]
            told = f"{told}: {', '.join(found)}"
        elif (lane := self._lane_at(event.position().y())) is not None and lane.kind is Kind.AGREEMENT:
            told = f"{told}: {self._agreement_at(lane, held.frame)}"
        QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def _lane_at(self, y: float) -> Lane | None:
        return next((lane for lane in self._lanes if lane.top <= y < lane.bottom), None)

    def _agreement_at(self, lane: Lane, frame: int) -> str:
        """What is known of mouth and voice at a frame."""
        if self._survey is None:
            return what_is_measured()
        rows = rows_of(self._project.clips)
        spoken = [(clip.id, span) for clip, span in self._survey.spoken if frame in span]
        here = next((each for each in spoken if rows.get(each[0]) == lane.number), None)
        if here is None:
            return what_is_measured()
        judged = (each for each in self._survey.judged if (each.clip, each.span) == here)
        return sentence(next(judged, None))

    def _paint_lanes(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.palette().color(QPalette.ColorRole.Window))
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        if self._project.footage is not None:
            LanePainter(painter, self._scene(), self.palette()).paint()
        painter.end()
        return pixmap

    def _scene(self) -> Scene:
        rate = self._project.footage.rate if self._project.footage else Fraction(25)
        return Scene(self.shown(), rate, self._survey, self._ready, self._pictures)

    def _paint_playhead(self, painter: QPainter) -> None:
        """A line through the middle of its frame, and the whole frame where that is wide enough to be seen."""
        left = LABELS + self._scale.x_of(self._playhead)
        x = round(left + self._scale.zoom / 2) + 0.0
        if not LABELS <= x <= LABELS + self._scale.width + 1:
            return
        text = self.palette().color(QPalette.ColorRole.WindowText)
        ground = self.palette().color(QPalette.ColorRole.Window)
        if self._scale.zoom >= 5:
            shade = QColor(text)
            shade.setAlpha(40)
            painter.fillRect(QRectF(left, 24, self._scale.zoom, self.height() - 24), shade)
        for colour, width in ((ground, 4), (text, 2)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, 24), QPointF(x, self.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ground, 1))
        painter.setBrush(text)
        painter.drawPolygon(QPolygonF([QPointF(x - 6, 15), QPointF(x + 6, 15), QPointF(x, 25)]))
