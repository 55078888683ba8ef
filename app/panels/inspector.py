"""The dock of a frame's results: what the engine was given, what it made, how it was laid over, and how long it took.

It asks only while it is seen and the playhead rests; every value comes from the steps that dub the frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QFormLayout, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.commands import Commands
from app.images import small_pixmap
from app.language import later, tr
from app.widgets.section import heading, muted
from app.work import Session
from app.worker import PICTURING, Task
from core.job import Job
from core.project import DubProject
from core.seen import seen

if TYPE_CHECKING:
    from core.arrays import Image
    from core.inspection import FaceInspection, Inspection

_RESTS_MS = 250
_SIDE = 128
_STAGES = {
    "reading": later("Reading"),
    "faces": later("Face prepared"),
    "mouths": later("Mouth made"),
    "parsing": later("Face parsed"),
    "mask": later("Mask"),
    "blending": later("Laid over"),
}
_KINDS = {
    "dubbed": later("Dubbed"),
    "original": later("As filmed: nobody speaks"),
    "passed": later("⚠ As filmed: {reason}"),
}


class InspectorPanel(QDockWidget):
    """Shows the frame at the playhead from within."""

    def __init__(self, commands: Commands, session: Session) -> None:
        super().__init__(tr("Inspector"))
        self.setObjectName("inspector")
        self._desk, self._session = commands.desk, session
        self._asked: Task | None = None
        self.shown: Inspection | None = None
        self._body = QWidget()
        self._faces = QVBoxLayout(self._body)
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(_RESTS_MS)
        self._rests.timeout.connect(self._ask)
        self._arrange()
        self._desk.preview.shown.connect(lambda _: self._rests.start())
        self.show_inspection(None)

    def show_inspection(self, told: Inspection | None) -> None:
        """Show what is known of a frame; None says that there is nothing yet."""
        self.shown = told
        while (item := self._faces.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if told is None:
            self._faces.addWidget(muted(tr("Here you see how the frame at the playhead was dubbed, once it is ready.")))
        elif not told.faces:
            self._faces.addWidget(muted(tr("No voice is on this frame.")))
        else:
            for number, face in enumerate(told.faces, 1):
                title = tr("Face") if len(told.faces) == 1 else tr("Face {number}").format(number=number)
                self._faces.addWidget(_face(title, face, self.devicePixelRatioF()))
            self._faces.addWidget(_times(told))
        self._faces.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the frame that is there."""
        super().showEvent(event)
        self._rests.start()

    def _arrange(self) -> None:
        self._faces.setContentsMargins(14, 12, 14, 12)
        self._faces.setSpacing(10)
        area = QScrollArea()
        area.setWidget(self._body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(2 * _SIDE + 70)
        self.setWidget(area)

    def _ask(self) -> None:
        """Ask about the frame at the playhead, in place of one that was asked about before."""
        if not self.isVisible():
            return
        if self._asked is not None:
            self._asked.cancel()
        project, preview = seen(self._desk.document.project), self._desk.preview
        if project.footage is None or not project.clips or self._desk.playback.plays:
            self.show_inspection(None)
            return
        index = preview.playhead

        def show(told: Inspection | None) -> None:
            if index == preview.playhead:
                self.show_inspection(told)

        self._asked = self._desk.tasks.run_quietly(_inspect(self._session, project, index), show, PICTURING)


def _inspect(session: Session, project: DubProject, index: int) -> Job[Any]:
    """The job of looking into one frame, done in one step."""
    yield from ()
    return session.inspect(project, index)


def _face(title: str, face: FaceInspection, ratio: float) -> QWidget:
    """One face: its pictures over its figures."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(heading(title))
    outcome = QLabel(tr(_KINDS[face.outcome.kind]).format(reason=tr(face.outcome.reason)))
    outcome.setWordWrap(True)
    column.addWidget(outcome)
    grid = QGridLayout()
    pictures = (
        (tr("Crop in"), face.crop_in),
        (tr("Crop out"), face.crop_out),
        (tr("Landmarks"), _with_landmarks(face)),
        (tr("Mask"), None if face.mask is None else _grey(face.mask)),
    )
    for place, (name, image) in enumerate(pictures):
        grid.addWidget(_picture(name, image, ratio), place // 2 * 2, place % 2)
        grid.addWidget(muted(name), place // 2 * 2 + 1, place % 2)
    column.addLayout(grid)
    column.addLayout(_figures(_values(face)))
    return part


def _values(face: FaceInspection) -> dict[str, str]:
    """The figures of a face, by name."""
    values = {tr("Confidence"): f"{face.confidence:.2f}"}
    values[tr("Head turned")] = "–" if face.yaw is None else f"{face.yaw:+.0f}°"
    if face.seam is not None:
        values[tr("Colour at the seam")] = tr("{after:.1f} levels ({before:.1f} before matching)").format(
            after=face.seam.after, before=face.seam.before
        )
    if face.box is not None:
        values[tr("Crop")] = f"{face.box.width:.0f} × {face.box.height:.0f}"
    return values


def _times(told: Inspection) -> QWidget:
    """How long each stage took."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(heading(tr("Time by stage")))
    stages = {tr(_STAGES.get(name, name)): f"{spent * 1000:.1f} ms" for name, spent in told.seconds.items()}
    column.addLayout(_figures(stages))
    column.addWidget(muted(tr("What was remembered from before takes no time.")))
    return part


def _figures(values: dict[str, str]) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    for name, value in values.items():
        label = QLabel(value)
        label.setAccessibleName(name)
        label.setWordWrap(True)
        form.addRow(muted(name), label)
    return form


def _picture(name: str, image: Image | None, ratio: float) -> QLabel:
    label = QLabel("–" if image is None else "")
    label.setAccessibleName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMinimumSize(_SIDE, 40)
    if image is not None:
        label.setPixmap(small_pixmap(image, (_SIDE, _SIDE), ratio))
    return label


def _with_landmarks(face: FaceInspection) -> Image | None:
    """The crop with the mesh's points that lie in it."""
    import cv2  # when it is first needed: the window opens without it

    if face.crop_in is None or face.points is None or face.box is None:
        return None
    drawn = face.crop_in.copy()
    radius = max(1, round(drawn.shape[1] / 130))
    for x, y in (face.points[:, :2] - (face.box.x0, face.box.y0)).round().astype(int).tolist():
        cv2.circle(drawn, (x, y), radius, (90, 255, 150), -1, cv2.LINE_AA)
    return drawn


def _grey(weights: Any) -> Image:
    return np.repeat((np.clip(weights, 0, 1) * 255).astype(np.uint8)[..., None], 3, axis=2)
