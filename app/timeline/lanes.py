"""How the lanes of the timeline look: everything but the playhead. Changes nothing and asks for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPalette, QPen, QPolygonF

from app.language import tr
from app.timeline import waveform
from app.timeline.geometry import Kind, Lane, Shown, key_frames, rows_of, ticks
from app.timeline.verdicts import mark_of
from core.project import Clip
from core.timing import timecode

if TYPE_CHECKING:
    from core.survey import PersonLane, Survey

LABELS = 84
"""Pixels of the column with the names of the lanes."""

_APART = 104


@dataclass(frozen=True, slots=True)
class Scene:
    """What is painted: what is shown, what is known, which frames are ready, small pictures by frame."""

    shown: Shown
    rate: Fraction
    survey: Survey | None = None
    ready: tuple[tuple[int, int], ...] = ()
    pictures: Mapping[int, QImage] = field(default_factory=dict)
    selected: str = ""


class LanePainter:
    """Paints one scene."""

    def __init__(self, painter: QPainter, scene: Scene, palette: QPalette) -> None:
        self._painter, self._scene, self._palette = painter, scene, palette
        self._scale = scene.shown.scale
        self._font = QFont(painter.font())
        self._font.setPixelSize(11)
        painter.setFont(self._font)

    def paint(self) -> None:
        """All lanes, their names last."""
        paint = {
            Kind.RULER: self._ruler,
            Kind.PICTURES: self._pictures,
            Kind.FILM: self._film,
            Kind.VOICE: self._voice,
            Kind.AGREEMENT: self._agreement,
            Kind.PERSON: self._person,
            Kind.PROBLEMS: self._problems,
        }
        for lane in self._scene.shown.lanes:
            self._painter.save()
            self._painter.setClipRect(QRectF(LABELS, lane.top, self._scale.width, lane.height))
            self._painter.translate(LABELS, 0)
            if lane.kind is not Kind.RULER:
                ground = QRectF(0, lane.top, min(self._x(self._scale.frames), self._scale.width), lane.height)
                self._painter.fillRect(ground, self._colour(QPalette.ColorRole.Base))
            paint[lane.kind](lane)
            self._painter.restore()
        self._in_out()
        self._names()

    def _colour(self, role: QPalette.ColorRole, alpha: int = 255) -> QColor:
        colour = QColor(self._palette.color(role))
        colour.setAlpha(alpha)
        return colour

    def _x(self, frame: float) -> float:
        return self._scale.x_of(frame)

    def _stretch(self, start: float, stop: float, top: float, height: float) -> QRectF:
        return QRectF(self._x(start), top, max(self._x(stop) - self._x(start), 1.5), height)

    def _ruler(self, _: Lane) -> None:
        painter, text = self._painter, self._colour(QPalette.ColorRole.WindowText, 200)
        for tick in ticks(self._scale, self._scene.rate, _APART):
            x = round(self._x(tick.frame)) + 0.5
            painter.setPen(self._colour(QPalette.ColorRole.Mid))
            painter.drawLine(QPointF(x, 14 if tick.named else 18), QPointF(x, 22))
            if tick.named:
                painter.setPen(text)
                painter.drawText(QPointF(x + 4, 12), timecode(tick.frame, self._scene.rate))
        painter.fillRect(QRectF(0, 25, self._x(self._scale.frames), 3), self._colour(QPalette.ColorRole.AlternateBase))

    def paint_over(self) -> None:
        """What changes often, over lanes that were painted before: which frames are ready, and the markers."""
        ruler = self._scene.shown.lanes[0]
        self._painter.save()
        self._painter.setClipRect(QRectF(LABELS, ruler.top, self._scale.width, ruler.height))
        self._painter.translate(LABELS, 0)
        for start, stop in self._scene.ready:
            self._painter.fillRect(self._stretch(start, stop, 24, 5), self._colour(QPalette.ColorRole.Highlight))
        for marker in self._scene.shown.project.markers:
            self._flag(self._x(marker.frame + 0.5), ruler.bottom - 14)
        self._painter.restore()

    def _flag(self, x: float, top: float) -> None:
        """A marker: a pentagon that points at its frame."""
        shape = [(-5, 0), (5, 0), (5, 7), (0, 12), (-5, 7)]
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._colour(QPalette.ColorRole.Window), 1))
        self._painter.setBrush(self._colour(QPalette.ColorRole.WindowText))
        self._painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in shape]))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _pictures(self, lane: Lane) -> None:
        for frame, image in sorted(self._scene.pictures.items()):
            width = image.width() / image.devicePixelRatio()
            at = QRectF(self._x(frame), lane.top, width, lane.height)
            if at.right() > 0 and at.left() < self._scale.width:
                self._painter.drawImage(at, image)
        for cut in self._scene.survey.cuts if self._scene.survey is not None else ():
            x = round(self._x(cut)) + 0.5
            self._painter.setPen(QPen(self._colour(QPalette.ColorRole.WindowText), 1, Qt.PenStyle.DashLine))
            self._painter.drawLine(QPointF(x, lane.top), QPointF(x, lane.bottom))

    def _film(self, lane: Lane) -> None:
        survey = self._scene.survey
        if survey is None or survey.film is None:
            return
        second = 1 / float(self._scene.rate)
        levels = waveform.columns(
            survey.film, self._scale.left * second, second / self._scale.zoom, round(self._scale.width)
        )
        stripe = waveform.Stripe(0, round(self._scale.width), lane.top + 2, lane.bottom - 2)
        waveform.paint(self._painter, stripe, levels, self._colour(QPalette.ColorRole.WindowText, 170))

    def _voice(self, lane: Lane) -> None:
        rows = rows_of(self._scene.shown.project.clips)
        for clip in self._scene.shown.project.clips:
            if rows[clip.id] == lane.number:
                self._clip(clip, lane)

    def _clip(self, clip: Clip, lane: Lane) -> None:
        painter, whole = self._painter, self._stretch(clip.span.start, clip.span.stop, lane.top, lane.height)
        if whole.right() < 0 or whole.left() > self._scale.width:
            return
        painter.save()
        painter.setClipRect(whole, Qt.ClipOperation.IntersectClip)
        painter.fillRect(whole, self._colour(QPalette.ColorRole.Highlight, 60))
        self._speech(clip, lane)
        self._outline(clip, lane)
        self._retouched(clip, lane)
        painter.restore()
        chosen = clip.id == self._scene.selected
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Highlight), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        for edge in (whole.left() + 3, whole.right() - 4):
            painter.drawLine(QPointF(edge, lane.top + 17), QPointF(edge, lane.bottom - 12))
        room = min(whole.right(), self._scale.width) - max(whole.left(), 0) - 12
        name = QFontMetrics(self._font).elidedText(clip.voice.path.name, Qt.TextElideMode.ElideRight, max(int(room), 0))
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        painter.drawText(QPointF(max(whole.left(), 0) + 8, lane.top + 12), name)

    def _retouched(self, clip: Clip, lane: Lane) -> None:
        """Diamonds for keys of the mask, circles for corrected faces, hatching where the person is as filmed."""
        painter, middle = self._painter, lane.bottom - 17
        for span in clip.retouch.originals:
            hatch = QBrush(self._colour(QPalette.ColorRole.WindowText, 150), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(self._stretch(span.start, span.stop, lane.top, lane.height), hatch)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Window), 3))  # it stands out of the waveform below it
        painter.setBrush(self._colour(QPalette.ColorRole.WindowText))
        for frame in key_frames(clip):
            x = self._x(frame + 0.5)
            shape = ((0, -7), (7, 0), (0, 7), (-7, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, middle + dy) for dx, dy in shape]))
        for correction in clip.retouch.corrections:
            painter.drawEllipse(QPointF(self._x(correction.frame + 0.5), middle - 14), 5, 5)
        painter.restore()

    def _outline(self, clip: Clip, lane: Lane) -> None:
        voice = None if self._scene.survey is None else self._scene.survey.voices.get(clip.voice.path)
        if voice is None:
            return
        second = 1 / float(self._scene.rate)
        first = self._scale.left * second - float(clip.voice.start)
        levels = waveform.columns(voice.peaks, first, second / self._scale.zoom, round(self._scale.width))
        stripe = waveform.Stripe(0, round(self._scale.width), lane.top + 15, lane.bottom - 10)
        waveform.paint(self._painter, stripe, levels, self._colour(QPalette.ColorRole.WindowText, 220))

    def _speech(self, clip: Clip, lane: Lane) -> None:
        """A bar where somebody speaks, a thin line where nobody does."""
        voice = None if self._scene.survey is None else self._scene.survey.voices.get(clip.voice.path)
        if voice is None:
            return
        rate, begin = float(self._scene.rate), float(clip.voice.start)
        line = self._stretch(begin * rate, (begin + voice.peaks.seconds) * rate, lane.bottom - 5, 1)
        self._painter.fillRect(line, self._colour(QPalette.ColorRole.Highlight))
        for start, stop in voice.speech:
            spoken = self._stretch((begin + start) * rate, (begin + stop) * rate, lane.bottom - 8, 6)
            self._painter.fillRect(spoken, self._colour(QPalette.ColorRole.Highlight))

    def _agreement(self, lane: Lane) -> None:
        """What is known of each stretch of speech: told by its shape and by a sign, and late mouths by how much."""
        survey, rows = self._scene.survey, rows_of(self._scene.shown.project.clips)
        if survey is None:
            return
        known = {(judged.clip, judged.span): judged for judged in survey.judged}
        for clip, span in survey.spoken:
            if rows.get(clip.id) == lane.number:
                box = self._stretch(span.start, span.stop, lane.top + 2, lane.height - 4).adjusted(0.5, 0, -0.5, 0)
                mark = mark_of(known.get((clip.id, span)))
                self._painter.fillRect(box, QBrush(self._colour(QPalette.ColorRole.WindowText, mark.alpha), mark.brush))
                self._inside(box, mark.text)

    def _inside(self, box: QRectF, text: str) -> None:
        """Words at the beginning of what is seen of a box, on a ground of their own, if there is room for them."""
        left = max(box.left(), 0.0) + 3
        width = QFontMetrics(self._font).horizontalAdvance(text) + 4
        if text and left + width <= min(box.right(), self._scale.width):
            self._painter.fillRect(QRectF(left, box.top(), width, box.height()), self._colour(QPalette.ColorRole.Base))
            self._painter.setPen(self._colour(QPalette.ColorRole.WindowText))
            self._painter.drawText(QPointF(left + 2, box.bottom() - 4), text)

    def _person(self, lane: Lane) -> None:
        if self._scene.survey is None or lane.number >= len(self._scene.survey.people):
            return
        person = self._scene.survey.people[lane.number]
        levels = _confidence(person, self._scale.left, 1 / self._scale.zoom, round(self._scale.width))
        bar, hatch = self._colour(QPalette.ColorRole.WindowText, 130), self._colour(QPalette.ColorRole.Mid)
        for x, level in enumerate(levels.tolist()):
            if level > 0:
                height = max(level * (lane.height - 4), 2.0)
                self._painter.fillRect(QRectF(x, lane.bottom - 2 - height, 1, height), bar)
        for start, stop in _runs(levels < 0):
            self._painter.fillRect(
                QRectF(start, lane.top + 2, stop - start, lane.height - 4), QBrush(hatch, Qt.BrushStyle.BDiagPattern)
            )

    def _problems(self, lane: Lane) -> None:
        painter, survey = self._painter, self._scene.survey
        metrics = QFontMetrics(self._font)
        free = -1.0
        for problem in survey.problems if survey is not None else ():
            box = self._stretch(problem.span.start, problem.span.stop, lane.top + 2, lane.height - 4)
            painter.fillRect(box, QBrush(self._colour(QPalette.ColorRole.WindowText, 150), Qt.BrushStyle.Dense5Pattern))
            text = f"⚠ {tr(problem.trouble.value)}"
            if box.left() >= free:
                ground = QRectF(box.left(), box.top(), metrics.horizontalAdvance(text) + 6, box.height())
                painter.fillRect(ground, self._colour(QPalette.ColorRole.Base))
                painter.setPen(self._colour(QPalette.ColorRole.WindowText))
                painter.drawText(QPointF(box.left() + 2, lane.bottom - 7), text)
                free = box.left() + metrics.horizontalAdvance(text) + 10

    def _in_out(self) -> None:
        """What is not worked on is dimmed; brackets stand at in and out."""
        marked, painter = self._scene.shown.project.in_out, self._painter
        if marked is None:
            return
        bottom = self._scene.shown.lanes[-1].bottom
        painter.save()
        painter.setClipRect(QRectF(LABELS, 0, self._scale.width, bottom))
        painter.translate(LABELS, 0)
        shade = self._colour(QPalette.ColorRole.Window, 150)
        left, right, end = self._x(marked.start), self._x(marked.stop), self._x(self._scale.frames)
        painter.fillRect(QRectF(0, 23, max(left, 0), bottom), shade)
        painter.fillRect(QRectF(right, 23, max(end - right, 0), bottom), shade)
        painter.setPen(QPen(self._colour(QPalette.ColorRole.WindowText), 2))
        for x, inwards in ((left, 6), (right, -6)):
            painter.drawPolyline([QPointF(x + inwards, 23), QPointF(x, 23), QPointF(x, 33), QPointF(x + inwards, 33)])
        painter.restore()

    def _names(self) -> None:
        metrics = QFontMetrics(self._font)
        for lane in self._scene.shown.lanes:
            box = QRectF(0, lane.top, LABELS, lane.height)
            self._painter.fillRect(box, self._colour(QPalette.ColorRole.Window))
            self._painter.setPen(self._colour(QPalette.ColorRole.WindowText, 210))
            name = metrics.elidedText(lane.name, Qt.TextElideMode.ElideRight, LABELS - 14)
            self._painter.drawText(box.adjusted(10, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter), name)


def _confidence(person: PersonLane, left: float, width: float, count: int) -> np.ndarray:
    """Per pixel the least confidence among its frames; -1 where the face is missing in one, 0 beside the track."""
    values = np.where(person.present, person.confidence, -1.0)
    first = np.floor(left + width * np.arange(count)).astype(np.intp) - person.start
    last = np.maximum(np.ceil(left + width * np.arange(1, count + 1)).astype(np.intp) - person.start, first + 1)
    levels = np.zeros(count, np.float64)
    inside = (last > 0) & (first < len(values))
    if inside.any():
        begin = np.clip(first[inside], 0, len(values) - 1)
        end = np.clip(last[inside], begin + 1, len(values))
        padded = np.append(values, 1.0)
        levels[inside] = np.minimum.reduceat(padded, np.stack([begin, end], axis=1).reshape(-1))[::2]
    return levels


def _runs(which: np.ndarray) -> list[tuple[int, int]]:
    """Stretches [start, stop) of True."""
    padded = np.concatenate([[False], which, [False]]).astype(np.int8)
    starts, stops = np.flatnonzero(np.diff(padded) == 1), np.flatnonzero(np.diff(padded) == -1)
    return list(zip(starts.tolist(), stops.tolist(), strict=True))
