"""The middle of the window: the picture, the bar below it, and the buttons that move through the film."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.actions import Actions
from app.commands import Commands
from app.language import tr
from app.widgets.elided import ElidedLabel
from app.widgets.scrub_bar import ScrubBar
from app.widgets.spare import SpareRow
from app.widgets.video_view import VideoView
from core.project import DubProject
from core.timing import timecode

if TYPE_CHECKING:
    from core.dub import Outcome
    from core.preview import PreviewFrame

_WIPE_STEP = 0.05
_VIEWS = ("view_original", "view_dubbed", "view_wipe", "view_side", "view_difference")
_PICTURE = 24
"""Pixels of the picture's height at the least: messages and work that is told need their room on a small screen."""
_ROOMY, _WIDE = 760, 1100
"""Pixels from which the film's length is told, and from which the views are named and not only drawn."""


class StagePanel(QWidget):
    """Shows the frame at the playhead, and moves the playhead."""

    def __init__(self, commands: Commands, actions: Actions) -> None:
        super().__init__()
        self._commands = commands
        self._preview = commands.desk.preview
        self._rate = Fraction(25)
        self.shown_frame = -1
        """Number of the frame whose picture is seen, -1 while there is none."""
        self._actions = actions
        self.video = VideoView()
        self.video.setMinimumHeight(_PICTURE)
        self.bar = ScrubBar()
        self._place = _time_field()
        self._length = QLabel()
        self._length.setObjectName("muted")
        self._views = [self._button(name) for name in _VIEWS]
        self._zoom = self._zoom_button()
        self._spare = SpareRow([*self._views, self._zoom])
        self._state = ElidedLabel()
        self._state.setText(tr("This frame"))
        self._state.setAccessibleName(tr("State of this frame"))
        self._arrange()
        self._connect()

    @property
    def state(self) -> str:
        """What became of the frame that is shown, in words."""
        return self._state.text()

    def show_project(self, project: DubProject) -> None:
        """Show how long the film is and where it is dubbed."""
        footage = project.footage
        if footage is None:
            return
        self._rate = footage.rate
        self.bar.set_film(footage.frames, footage.rate)
        self.bar.set_spans([(clip.span.start, clip.span.stop) for clip in project.clips])
        self._length.setText(tr("of {length}").format(length=timecode(footage.frames, footage.rate)))
        self._move(self._preview.playhead)

    def _show(self, frame: PreviewFrame | None) -> None:
        if frame is not None and frame.rough:
            self.video.show_frame(frame.original, None)
            self._state.setText(tr("Rough picture, as filmed"))
            return
        self.shown_frame = -1 if frame is None else frame.index
        if frame is None:
            self.video.show_frame(None, None)
            self._state.setText("")
        else:
            self.video.show_frame(frame.original, frame.dubbed)
            self._state.setText(in_words(frame.outcomes, frame.dubbed is not None))

    def _move(self, playhead: int) -> None:
        self.bar.setValue(playhead)
        self._place.setText(timecode(playhead, self._rate))

    def _show_zoom(self) -> None:
        """How large the picture is seen."""
        size = f"{self.video.zoom:.0%}"
        self._zoom.setText(tr("Fit {size}").format(size=size) if self.video.is_fitted else size)
        self._spare.fit()

    def _connect(self) -> None:
        self._preview.shown.connect(self._show)
        self._preview.moved.connect(self._move)
        self._preview.viewed.connect(self.video.set_view)
        self._preview.gazed.connect(self.video.look)
        self.video.sighted.connect(self._show_zoom)
        self.bar.valueChanged.connect(self._preview.seek)
        self._place.returnPressed.connect(self._go)
        self._place.editingFinished.connect(lambda: self._move(self._preview.playhead))
        self._commands.time_asked.connect(self._ask_time)
        self._commands.wipe_pushed.connect(self._push_wipe)

    def _go(self) -> None:
        self._commands.go_to(self._place.text())
        self.video.setFocus()

    def _ask_time(self) -> None:
        self._place.setFocus()
        self._place.selectAll()

    def _push_wipe(self, steps: int) -> None:
        self.video.set_wipe(self.video.wipe + steps * _WIPE_STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the names of the views, and the film's length, where there is no room for them."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if self.width() >= _WIDE else styles.ToolButtonIconOnly
        for button in self._views:
            button.setToolButtonStyle(style)
        self._spare.fit()
        self._length.setVisible(self.width() >= _ROOMY)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(4)
        for name in ("back", "play", "forward"):
            row.addWidget(self._button(name))
        row.addSpacing(8)
        row.addWidget(self._place)
        row.addWidget(self._length)
        row.addWidget(self._spare, 1)
        state = QHBoxLayout()
        state.setContentsMargins(14, 4, 14, 0)
        state.addWidget(self._state)
        transport = QWidget()
        transport.setObjectName("transport")
        transport.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(transport)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(2)
        below.addLayout(state)
        below.addWidget(self.bar)
        below.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.video, 1)
        layout.addWidget(transport)

    def _zoom_button(self) -> QToolButton:
        """Tells how large the picture is seen; pressed, it shows the whole picture."""
        button = QToolButton()
        button.setAccessibleName(tr("Size of the picture"))
        button.setToolTip(self._actions["picture_fit"].toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._actions["picture_fit"].trigger)
        return button

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[name])
        button.setAccessibleName(self._actions[name].text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def in_words(outcomes: tuple[Outcome, ...], is_ready: bool) -> str:
    """What became of a frame, as an editor would say it."""
    if not is_ready:
        return tr("This frame is shown as filmed")
    reasons = sorted({outcome.reason for outcome in outcomes if outcome.kind == "passed"})
    if reasons:
        return tr("⚠ This frame stays as filmed: {reasons}").format(reasons=", ".join(map(tr, reasons)))
    if any(outcome.kind == "dubbed" for outcome in outcomes):
        return tr("This frame is dubbed")
    if any(outcome.reason == "chosen" for outcome in outcomes):
        return tr("This frame stays as filmed, as chosen")
    if outcomes:
        return tr("This frame stays as filmed: nobody speaks")
    return tr("This frame stays as filmed: no voice here")


def _time_field() -> QLineEdit:
    field = QLineEdit()
    field.setObjectName("timecode")
    field.setAccessibleName(tr("Timecode"))
    field.setToolTip(tr("Type a time, then Enter: 12.5, 1:02.5 or 00:00:12:10 (G)"))
    field.setMinimumWidth(112)
    field.setMaximumWidth(136)
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return field
