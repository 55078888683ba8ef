"""The side bar: which film, which voice, whose face, how the mouth is laid over.

Every control is one decision of the project; it calls an edit and hears of the change like everybody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QStyle, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from app.actions import Actions
from app.commands import Commands
from app.images import to_qimage
from app.language import later, tr
from app.mask_tools import DIALS, REGIONS
from app.panels.found import FoundReport
from app.widgets.choice import Choice
from app.widgets.elided import ElidedLabel
from app.widgets.section import Section, muted, scrolled
from app.widgets.slider import CalmSpinBox, Gesture, ValueSlider
from core import edit
from core.project import Clip, Dial, DubProject, Look, Mix

if TYPE_CHECKING:
    from core.preview import FaceFacts, FilmFacts

WIDTH = 330


@dataclass(frozen=True, slots=True)
class _Field:
    """A number of `Look`: its title, unit, range, step, and what it does in one sentence."""

    name: str
    title: str
    unit: str
    span: tuple[float, float]
    step: float
    tip: str


_FIELDS = (
    _Field(
        "hold",
        later("Hold"),
        " s",
        (0.0, 2.0),
        0.05,
        later("How long after speech the mouth still belongs to the voice."),
    ),
    _Field(
        "fade", later("Fade"), " s", (0.0, 2.0), 0.05, later("How long the mouth takes to ease back to the film's own.")
    ),
)

_MIXES = {
    Mix.REPLACE: later("Left out"),
    Mix.MIX: later("Under the voice"),
    Mix.DUCK: later("Quieter while spoken"),
}


class DubPanel(Widget):
    """The decisions of one film with one voice under the playhead; those of the mask are told, and made in its dock."""

    mask_wanted = Signal()

    def __init__(self, commands: Commands, actions: Actions) -> None:
        super().__init__()
        self._commands = commands
        self._actions = actions
        self._shown: Clip | None = None
        self._film = ElidedLabel()
        self.found = FoundReport()
        self._voice = ElidedLabel()
        self._start = _start_field()
        self._start_gesture = Gesture()
        self._faces = Choice(tr("Face"), tr("Whose mouth follows the voice"))
        self._sliders = {field.name: _slider(field) for field in _FIELDS}
        self.mask_told = muted()
        self.mask_told.setAccessibleName(tr("Mask"))
        self.change_mask = QPushButton(tr("Mask …"))
        self.change_mask.setAccessibleName(tr("Change the mask"))
        self.change_mask.setToolTip(tr("Region, strength, feather and all the rest of the mask"))
        self._colour = QCheckBox(tr("Match the colours of the face"))
        self._colour.setAccessibleName(tr("Match the colours of the face"))
        self._mix = Choice(tr("Film's sound"), tr("What becomes of the film's own sound"))
        self._arrange()
        self._connect()
        self.show_project(commands.desk.document.project)

    def show_project(self, project: DubProject) -> None:
        """Show the decisions of a project; nothing is edited by it."""
        clip = self._shown = self._commands.clip
        self._with_voice.setVisible(clip is not None)
        self._foot.setVisible(clip is not None)
        self._without_voice.setVisible(clip is None)
        if project.footage is not None:
            self._film.setText(project.footage.path.name)
            self._film.setToolTip(str(project.footage.path))
        if clip is not None:
            self._show_clip(clip)
        self._mix.show_value(project.export.mix)

    def follow_playhead(self) -> None:
        """Show the clip at the playhead, if it is another one than before."""
        if self._commands.clip is not self._shown:
            self.show_project(self._commands.desk.document.project)

    def show_facts(self, facts: FilmFacts | None) -> None:
        """Show what was found in the film, and the faces that can be chosen."""
        if facts is None:
            self.found.wait()
            self._faces.offer({None: tr("Largest face")})
        else:
            self.found.show_info(facts.info)
            self._mix.setVisible(bool(facts.info.audio))
            self._offer_faces(facts.faces)
        self._show_face()

    def _show_clip(self, clip: Clip) -> None:
        self._voice.setText(clip.voice.path.name)
        self._voice.setToolTip(str(clip.voice.path))
        with QSignalBlocker(self._start), QSignalBlocker(self._colour):
            self._start.setValue(float(clip.voice.start))
            self._colour.setChecked(clip.look.match_colour)
        self.mask_told.setText(_told(clip))
        for name, slider in self._sliders.items():
            slider.show_value(getattr(clip.look, name))
        self._show_face()

    def _show_face(self) -> None:
        clip = self._commands.clip
        self._faces.show_value(clip.face if clip else None)

    def _offer_faces(self, faces: tuple[FaceFacts, ...]) -> None:
        named: dict[object, str] = {None: tr("Largest face")}
        pictures: dict[object, QIcon] = {}
        for face in faces:
            named[face.id] = tr("Person {number}, {count:,} frames").format(number=face.id + 1, count=face.seen)
            if face.portrait is not None:
                pictures[face.id] = QIcon(QPixmap.fromImage(to_qimage(face.portrait)))
        self._faces.offer(named, pictures)

    def _edit_look(self, title: str, gesture: object, **changes: object) -> None:
        clip = self._commands.clip
        if clip is not None:
            look: Look = replace(clip.look, **changes)  # type: ignore[arg-type] # names come from _FIELDS
            self._commands.change(title, edit.set_look(clip.id, look), gesture)

    def _edit_start(self, seconds: float) -> None:
        clip = self._commands.clip
        if clip is not None:
            start = Fraction(round(seconds * 1000), 1000)
            moved = replace(clip, voice=replace(clip.voice, start=start))
            self._commands.change_clip(tr("Start of voice"), moved, self._start_gesture.token())

    def _edit_face(self, face: object) -> None:
        clip = self._commands.clip
        if clip is not None and (face is None or isinstance(face, int)):
            self._commands.change(tr("Choose face"), edit.set_face(clip.id, face))

    def _edit_mix(self, mix: object) -> None:
        if isinstance(mix, Mix):
            before = self._commands.desk.document.project.export
            self._commands.change(tr("Film's sound"), edit.set_export(replace(before, mix=mix)))

    def _connect(self) -> None:
        for field in _FIELDS:
            self._sliders[field.name].changed.connect(self._look_editor(field))
        self.change_mask.clicked.connect(self.mask_wanted)
        self._colour.toggled.connect(lambda on: self._edit_look(tr("Match colours"), None, match_colour=on))
        self._start.valueChanged.connect(self._edit_start)
        self._faces.chosen.connect(self._edit_face)
        self._mix.chosen.connect(self._edit_mix)

    def _look_editor(self, field: _Field) -> Callable[[float, object], None]:
        return lambda value, gesture: self._edit_look(tr(field.title), gesture, **{field.name: value})

    def _arrange(self) -> None:
        self._mix.offer({mix: tr(name) for mix, name in _MIXES.items()})
        self._with_voice = self._voice_sections()
        self._foot = _foot(_button(tr("Export film …"), self._actions["export"], primary=True))
        self._without_voice = Section(
            tr("Voice"), muted(tr("Add what is to be said. Drop a sound or a film here, or:"))
        )
        self._without_voice.add(_button(tr("Import voice …"), self._actions["import_voice"], primary=True))
        inner = Widget()
        inner.setObjectName("panel")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(14)
        layout.addWidget(Section(tr("Film"), _file_row(self._film, self._actions["open_film"]), self.found))
        layout.addWidget(_rule())
        layout.addWidget(self._without_voice)
        layout.addWidget(self._with_voice)
        layout.addStretch(1)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        area = scrolled(inner, tr("Decisions"))
        area.verticalScrollBar().rangeChanged.connect(self._align_foot)
        whole.addWidget(area, 1)
        whole.addWidget(self._foot)

    def _align_foot(self, _: int, hidden: int) -> None:
        """The button ends where the controls above it do, with a scroll bar beside them or without."""
        beside = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) if hidden else 0
        self._foot.setContentsMargins(0, 0, beside, 0)

    def _voice_sections(self) -> Widget:
        whole = Widget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        voice = Section(tr("Voice"), _file_row(self._voice, self._actions["import_voice"]))
        voice.add(_labelled(tr("Begins at"), self._start))
        voice.add(self._faces)
        voice.add(self._mix)
        sliders = [self._sliders[field.name] for field in _FIELDS]
        for part in (
            voice,
            _rule(),
            Section(tr("Mouth"), _beside(self.mask_told, self.change_mask), *sliders, self._colour),
        ):
            layout.addWidget(part)
        return whole


def _told(clip: Clip) -> str:
    """What the mask of a clip is, in lines; a value with keyframes has no single number."""
    keyed = {curve.dial for curve in clip.retouch.curves}
    values = {Dial.STRENGTH: clip.look.strength, Dial.FEATHER: clip.look.feather}
    told = [f"{tr(DIALS[dial])} {'◆' if dial in keyed else f'{value:.2f}'}" for dial, value in values.items()]
    return "\n".join([tr(REGIONS[clip.look.region]), *told])


def _slider(field: _Field) -> ValueSlider:
    return ValueSlider(tr(field.title), field.unit, field.span, field.step, tr(field.tip))


def _start_field() -> CalmSpinBox:
    start = CalmSpinBox()
    start.setRange(-36_000, 36_000)
    start.setDecimals(3)
    start.setSingleStep(0.04)
    start.setSuffix(" s")
    start.setKeyboardTracking(False)
    start.setFixedWidth(120)
    start.setAlignment(Qt.AlignmentFlag.AlignRight)
    start.lineEdit().setTextMargins(0, 0, 8, 0)
    start.setAccessibleName(tr("Voice begins at"))
    start.setToolTip(tr("Time of the film at which the voice begins; less than 0 leaves out its beginning."))
    return start


def _labelled(text: str, control: Widget) -> Widget:
    row = Widget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    label = QLabel(text)
    label.setBuddy(control)
    layout.addWidget(label)
    layout.addStretch(1)
    layout.addWidget(control)
    return row


def _beside(told: QLabel, button: QPushButton) -> Widget:
    row = Widget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(told, 1)
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _file_row(name: ElidedLabel, action: QAction) -> Widget:
    """A file's name, cut in the middle if need be, and a button to choose another."""
    button = _button(tr("Replace …"), action)
    button.setAccessibleName(tr("Replace: {action}").format(action=action.text()))
    row = Widget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(name, 1)
    layout.addWidget(button)
    return row


def _button(text: str, action: QAction, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    if primary:
        button.setObjectName("primary")
    return button


def _foot(button: QPushButton) -> Widget:
    """What stays in sight below the panel, however far it is scrolled."""
    foot = Widget()
    layout = QVBoxLayout(foot)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    inner = QVBoxLayout()
    inner.setContentsMargins(18, 12, 18, 12)
    inner.addWidget(button)
    layout.addWidget(_rule())
    layout.addLayout(inner)
    return foot


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    return rule
