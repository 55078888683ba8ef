"""The lower part of the window: the timeline, its scroll bar and the list of problems. Ties them to the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.images import to_qimage
from app.language import tr
from app.placing import place_voices
from app.timeline.geometry import Scale
from app.timeline.verdicts import sentence
from app.timeline.view import Drag, TimelineView
from app.widgets.section import heading
from app.worker import PICTURING, Task
from core import edit
from core.arrays import Image
from core.project import DubProject, Span
from core.timing import timecode

if TYPE_CHECKING:
    from core.survey import Survey

_PICTURE_GAP = 2
_PICTURES_AFTER_MS = 350
_KEPT = 400  # small pictures
_STEPS_A_FRAME = 16
_PROBLEMS_WIDTH = 236


class TimelinePanel(Widget):
    """Where a person goes through the film."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self._preview, self._review = commands.desk.preview, commands.review
        self.view = TimelineView()
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(tr("Part of the film that is seen"))
        self.problems = QListWidget()
        self.problems.setAccessibleName(tr("Problems"))
        self._count = heading(tr("Problems"))
        self._hint = QLabel(tr("They are looked for …"))
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self._pictures: dict[int, QImage] = {}
        self._picturing: Task | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PICTURES_AFTER_MS)
        self._arrange()
        self._connect()

    def show_project(self, project: DubProject) -> None:
        """Show a state of the project."""
        self.view.show_project(project)
        self._show_scale(self.view.scale)

    def _arrange(self) -> None:
        self.setObjectName("timeline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area = QScrollArea()
        area.setWidget(self.view)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(area, 1)
        left.addWidget(self.bar)
        side = Widget()
        side.setMaximumWidth(_PROBLEMS_WIDTH)
        side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.problems.setMinimumWidth(80)
        right = QVBoxLayout(side)
        right.setContentsMargins(10, 4, 10, 6)
        right.addWidget(self._count)
        right.addWidget(self._hint)
        right.addWidget(self.problems, 1)
        right.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 4)
        layout.addWidget(side, 1)

    def _connect(self) -> None:
        preview, view = self._preview, self.view
        view.sought.connect(preview.seek)
        view.shifted.connect(self._shift)
        view.trimmed.connect(self._trim)
        view.keyed.connect(self._move_key)
        view.dropped.connect(partial(place_voices, self._commands))
        view.scaled.connect(self._show_scale)
        preview.moved.connect(view.show_playhead)
        preview.filled.connect(self._show_ready)
        preview.shown.connect(self._show_ready)
        self._review.surveyed.connect(self._show_survey)
        self._review.zoomed.connect(view.zoom)
        self.bar.valueChanged.connect(self._scroll)
        self.problems.itemActivated.connect(self._go_to)
        self.problems.itemClicked.connect(self._go_to)
        self._later.timeout.connect(self._ask_pictures)

    def _show_ready(self, _: object = None) -> None:
        self.view.show_ready(self._preview.kept.spans())

    def _show_survey(self, survey: Survey | None) -> None:
        self.view.show_survey(survey)
        if survey is None:
            self.problems.clear()
            self._pictures = {}
            self._hint.setText(tr("They are looked for …"))
            self._hint.show()
            return
        self._list_problems(survey)
        count = len(survey.problems)
        self._count.setText(f"{tr('Problems')} ({count})".upper() if count else tr("Problems").upper())
        self._hint.setVisible(count == 0)
        self.problems.setVisible(count > 0)
        self._hint.setText(
            tr("None was found.") if survey.project.clips else tr("They are looked for where a voice is.")
        )
        self._later.start()

    def _list_problems(self, survey: Survey) -> None:
        """The list anew; the row that was chosen is still chosen if it is there."""
        chosen = self.problems.currentItem().text() if self.problems.currentItem() is not None else ""
        self.problems.clear()
        said = {(judged.clip, judged.span): sentence(judged) for judged in survey.judged if judged.problem is not None}
        for problem in survey.problems:
            item = QListWidgetItem(f"⚠ {timecode(problem.span.start, survey.info.rate)}  {tr(problem.trouble.value)}")
            item.setData(Qt.ItemDataRole.UserRole, problem.span.start)
            frames = tr("{count} frames").format(count=len(problem.span))
            why = said.get((problem.clip, problem.span), "") if problem.trouble.value == "out of sync" else ""
            item.setToolTip(f"{frames}\n{why}".rstrip())
            self.problems.addItem(item)
            if item.text() == chosen:
                self.problems.setCurrentItem(item)

    def _go_to(self, item: QListWidgetItem) -> None:
        self._preview.seek(int(item.data(Qt.ItemDataRole.UserRole)))

    def _show_scale(self, scale: Scale) -> None:
        """Follow the timeline with the scroll bar, and ask for the pictures that are seen now."""
        blocked = QSignalBlocker(self.bar)
        seen = scale.width / scale.zoom
        self.bar.setPageStep(max(round(seen * _STEPS_A_FRAME), 1))
        self.bar.setSingleStep(max(round(seen * _STEPS_A_FRAME / 20), 1))
        self.bar.setRange(0, max(round((scale.frames - seen) * _STEPS_A_FRAME), 0))
        self.bar.setValue(round(scale.left * _STEPS_A_FRAME))
        blocked.unblock()
        self.bar.setVisible(self.bar.maximum() > 0)
        if self._pictures:
            self._show_pictures(self._seen())
        self._later.start()

    def _scroll(self, value: int) -> None:
        self.view.set_scale(replace(self.view.scale, left=value / _STEPS_A_FRAME).kept_inside())

    def _shift(self, clip_id: str, frames: float, drag: Drag) -> None:
        """Move a clip; one that covers the whole film stays, and its voice comes earlier or later."""
        footage, clip = drag.project.footage, next(clip for clip in drag.project.clips if clip.id == clip_id)
        if footage is None:
            return
        if len(clip.span) == footage.frames:
            start = clip.voice.start + Fraction(round(frames)) / footage.rate
            self._commands.change(tr("Move voice"), edit.delay_voice(clip_id, start), drag)
        else:
            start_frame = min(max(clip.span.start + round(frames), 0), footage.frames - len(clip.span))
            self._change_from(drag, tr("Move clip"), edit.move_clip(clip_id, start_frame))

    def _trim(self, clip_id: str, span: Span, drag: Drag) -> None:
        self._change_from(drag, tr("Trim clip"), edit.trim_clip(clip_id, span))

    def _move_key(self, clip_id: str, frame: int, to: int, drag: Drag) -> None:
        self._change_from(drag, tr("Move keyframe"), edit.move_keys(clip_id, frame, to))

    def _change_from(self, drag: Drag, text: str, change: edit.Edit) -> None:
        """Edit the project as it was when the drag began; places at which a rule would be broken are passed over."""
        try:
            after = change(drag.project)
        except ValueError:
            return  # the clip stays at the last place that was free, and is seen to
        clips = after.clips
        self._commands.change(text, lambda project: replace(project, clips=clips), drag)

    def _ask_pictures(self) -> None:
        """Ask for the small pictures that are seen and missing."""
        survey = self._review.survey
        if survey is None or not self.isVisible():
            return
        if self._picturing is not None:
            self._picturing.cancel()
        height, info, wanted = self.view.picture_height, survey.info, self._seen()
        missing = [frame for frame in wanted if frame not in self._pictures]
        self._show_pictures(wanted)
        if missing:
            ratio = self.devicePixelRatioF()
            job = self._commands.desk.work.thumbnails(info, missing, round(height * ratio))
            done = partial(self._take_pictures, wanted, ratio)
            self._picturing = self._commands.desk.tasks.run_quietly(job, done, PICTURING)

    def _seen(self) -> list[int]:
        """Frames whose small pictures are seen side by side now."""
        if self._review.survey is None:
            return []
        info = self._review.survey.info
        width = self.view.picture_height * info.width / info.height * float(info.pixel_aspect) + _PICTURE_GAP
        return seen_frames(self.view.scale, width)

    def _take_pictures(self, wanted: Sequence[int], ratio: float, made: Mapping[int, Image]) -> None:
        for frame, image in made.items():
            picture = to_qimage(image)
            picture.setDevicePixelRatio(ratio)
            self._pictures[frame] = picture
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        self._show_pictures(wanted)

    def _show_pictures(self, wanted: Sequence[int]) -> None:
        """The small pictures of these frames; one that is still being made is stood in for by the nearest there is."""
        known = sorted(self._pictures)
        near = {frame: _nearest(known, frame) for frame in wanted} if known else {}
        self.view.show_pictures({frame: self._pictures[here] for frame, here in near.items()})


def _nearest(known: Sequence[int], frame: int) -> int:
    """The one of some frames, in their order, that is nearest to another."""
    at = bisect_left(known, frame)
    return min(known[max(at - 1, 0) : at + 1], key=lambda each: abs(each - frame))


def seen_frames(scale: Scale, width: float) -> list[int]:
    """Frames whose pictures, each `width` pixels wide, cover what is seen; the same while one only scrolls."""
    step = max(width / scale.zoom, 1.0)
    first, last = int(scale.left / step), int(min(scale.right, scale.frames - 1) / step)
    return sorted({min(int(number * step), scale.frames - 1) for number in range(first, last + 1)})
