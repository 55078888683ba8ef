"""Asks how a film is written: format, which part, sound, and where. Writes nothing itself.

What is chosen is a decision of the project like any other: saved with it, undone with it, and the same for a render
from a command line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.dialogs import export_ending
from app.language import tr
from app.tasks import Tasks
from app.widgets.choice import Choice
from app.widgets.elided import ElidedLabel
from app.widgets.section import Section, muted
from app.words import noticed
from core import edit
from core.export_queue import ExportQueue
from core.project import DubProject, ExportOptions, Length, Part
from core.timing import timecode

if TYPE_CHECKING:
    from core.media.encoders import EncoderStatus


@dataclass(frozen=True, slots=True)
class Preset:
    """A way to write the picture: its codec, what it is called, what is added to file names, whether quality counts."""

    codec: str
    title: str
    suffix: str = ""
    graded: bool = False


PRESETS = (
    Preset("h264", str(QT_TRANSLATE_NOOP("", "H.264, for all players")), graded=True),
    Preset("hevc", str(QT_TRANSLATE_NOOP("", "HEVC, smaller")), "-hevc", graded=True),
    Preset("prores", str(QT_TRANSLATE_NOOP("", "ProRes 422 HQ, for editing")), "-prores"),
    Preset("ffv1", str(QT_TRANSLATE_NOOP("", "FFV1, without loss")), "-ffv1"),
)

_QUALITIES = {
    12: QT_TRANSLATE_NOOP("", "Finest, large"),
    16: QT_TRANSLATE_NOOP("", "Very good"),
    20: QT_TRANSLATE_NOOP("", "Good, smaller"),
    26: QT_TRANSLATE_NOOP("", "Draft, smallest"),
}
_LOUDNESS = {
    None: QT_TRANSLATE_NOOP("", "As it is"),
    -14.0: QT_TRANSLATE_NOOP("", "−14 LUFS, for the web"),
    -16.0: QT_TRANSLATE_NOOP("", "−16 LUFS, for podcasts and phones"),
    -23.0: QT_TRANSLATE_NOOP("", "−23 LUFS, EBU R 128"),
    -24.0: QT_TRANSLATE_NOOP("", "−24 LUFS, ATSC A/85"),
}
_LENGTHS = {
    Length.PICTURE: QT_TRANSLATE_NOOP("", "That of the film"),
    Length.VOICE: QT_TRANSLATE_NOOP("", "That of the voice"),
}


class ExportDialog(QDialog):
    """One export of the present project. `errands` runs the job that finds out what this machine can write."""

    def __init__(self, commands: Commands, errands: Tasks, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export film"))
        self._commands, self._errands = commands, errands
        self._project = commands.desk.document.project
        self._folder = Path.home()
        self._suggested = ""
        self._asked = False
        self.presets = {preset.codec: QRadioButton(tr(preset.title)) for preset in PRESETS}
        self.reasons = {preset.codec: muted() for preset in PRESETS}
        self.looking = muted(tr("Looking which formats this machine can write …"))
        self.quality = Choice(tr("Quality"), tr("How much of the picture is kept"))
        self.all = QRadioButton(tr("All of the film"))
        self.in_out = QRadioButton()
        self.length = Choice(tr("Length"), tr("Whose length the film has when picture and voice differ"))
        self.loudness = Choice(tr("Loudness"), tr("How loud the film is as a whole, after BS.1770"))
        self.folder = ElidedLabel()
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("File name"))
        self.warning = muted()
        self.add = QPushButton(tr("&Export"))
        self._arrange()
        self._connect()

    def ask(self) -> None:
        """Ask for the present project."""
        self._project = self._commands.desk.document.project
        if self._project.footage is not None:
            self._folder = self._project.footage.path.parent
        if not self._asked:
            self._asked = True
            self._errands.run_quietly(self._commands.desk.work.encoders(), self._learn)
        self._suggested = ""
        self.name.clear()
        self._offer(self._project.export)
        self._show_place()
        self.open()
        self.name.setFocus()

    @property
    def options(self) -> ExportOptions:
        """What is chosen."""
        return replace(
            self._project.export,
            codec=self._preset.codec,
            quality=self.quality.value,
            loudness=self.loudness.value,
            length=self.length.value,
            part=Part.IN_OUT if self.in_out.isChecked() else Part.ALL,
        )

    @property
    def out(self) -> Path:
        """Where the film is to lie."""
        name = self.name.text().strip()
        return self._folder / (name if Path(name).suffix else f"{name}{export_ending(self._preset.codec)}")

    def accept(self) -> None:
        """Remember the decisions in the project and put the export into the list."""
        if self.options != self._commands.desk.document.project.export:
            self._commands.change(tr("Export settings"), edit.set_export(self.options))
        if self._commands.export_to(self._commands.desk.document.project, self.out):
            super().accept()

    @property
    def _queue(self) -> ExportQueue:
        return self._commands.desk.exports.queue

    @property
    def _preset(self) -> Preset:
        return next((preset for preset in PRESETS if self.presets[preset.codec].isChecked()), PRESETS[0])

    def _offer(self, options: ExportOptions) -> None:
        for control, names, value in (
            (self.quality, _QUALITIES, options.quality),
            (self.length, _LENGTHS, options.length),
            (self.loudness, _LOUDNESS, options.loudness),
        ):
            control.offer({each: tr(str(name)) for each, name in names.items()})
            control.show_value(value)
        self.presets.get(options.codec, self.presets["h264"]).setChecked(True)
        has_part = self._project.in_out is not None
        self.in_out.setText(_part_in_words(self._project))
        self.in_out.setAccessibleName(self.in_out.text())
        self.in_out.setEnabled(has_part)
        (self.in_out if has_part and options.part is Part.IN_OUT else self.all).setChecked(True)
        self._suggest()

    def _learn(self, statuses: tuple[EncoderStatus, ...]) -> None:
        """What cannot be written here cannot be chosen, and says why."""
        self.looking.hide()
        for status in statuses:
            self.presets[status.name].setEnabled(status.works)
            self.reasons[status.name].setText(tr("Not on this machine: {reason}").format(reason=noticed(status.reason)))
            self.reasons[status.name].setVisible(not status.works)
        works = [status.name for status in statuses if status.works]
        if works and self._preset.codec not in works:
            self.presets[works[0]].setChecked(True)
        self._show_place()

    def _suggest(self) -> None:
        """A free file name for what is chosen, in place of one that was suggested before."""
        self.quality.setVisible(self._preset.graded)
        ending = export_ending(self._preset.codec)
        if self.name.text() == self._suggested:
            self._suggested = self._free_name(ending)
            self.name.setText(self._suggested)
        else:
            self.name.setText(f"{Path(self.name.text()).stem}{ending}")

    def _free_name(self, ending: str) -> str:
        footage = self._project.footage
        part = "-part" if self.in_out.isChecked() else ""
        stem = f"{footage.path.stem if footage is not None else 'film'}-dubbed{part}{self._preset.suffix}"
        number = 1
        while self._is_taken(name := f"{stem}{f'-{number}' if number > 1 else ''}{ending}"):
            number += 1
        return name

    def _is_taken(self, name: str) -> bool:
        return (self._folder / name).exists() or self._queue.is_target(self._folder / name)

    def _choose(self) -> None:
        path = self._commands.ask_target(self.out)
        if path is not None:
            self._folder = path.parent
            self.name.setText(path.name)
            self._show_place()

    def _show_place(self) -> None:
        """Say where the film will lie, and what stands in the way."""
        self.folder.setText(str(self._folder))
        self.folder.setToolTip(str(self._folder))
        named = bool(self.name.text().strip())
        queued, there = self._queue.is_target(self.out), self.out.exists()
        if queued:
            self.warning.setText(tr("An export to this file is already in the list. Choose another name."))
        elif there:
            self.warning.setText(tr("There is a file of this name. It will be replaced."))
        self.warning.setVisible(queued or there)
        self.add.setText(tr("&Replace and export") if there and not queued else tr("&Export"))
        self.add.setAccessibleName(self.add.text().replace("&", ""))
        self.add.setEnabled(named and not queued and self.presets[self._preset.codec].isEnabled())
        self._fit()

    def _fit(self) -> None:
        """Make room for what is told now; sentences that are broken into lines take it from elsewhere otherwise."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self._form.activate()
            beside = layout.totalSizeHint().height() - self._area.sizeHint().height()
            width = self.width() - layout.contentsMargins().left() - layout.contentsMargins().right()
            wanted = max(self._form.totalHeightForWidth(width), self._form.totalMinimumSize().height()) + beside
            self.resize(self.width(), min(max(wanted, self.height()), self.screen().availableSize().height()))

    def _connect(self) -> None:
        for button in (*self.presets.values(), self.in_out):
            button.toggled.connect(lambda _: self._suggest())
        self.name.textChanged.connect(lambda _: self._show_place())

    def _arrange(self) -> None:
        formats = Section(tr("Format"), self.looking)
        group = QButtonGroup(self)
        for codec, button in self.presets.items():
            button.setAccessibleName(button.text())
            group.addButton(button)
            formats.add(button)
            formats.add(self.reasons[codec])
            self.reasons[codec].hide()
        formats.add(self.quality)
        parts = QButtonGroup(self)
        self.all.setAccessibleName(self.all.text())
        parts.addButton(self.all)
        parts.addButton(self.in_out)
        inner = Widget()
        layout = self._form = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(formats)
        layout.addWidget(Section(tr("What"), self.all, self.in_out, self.length))
        layout.addWidget(Section(tr("Sound"), self.loudness))
        layout.addWidget(Section(tr("File"), self._file_row(), self.folder, self.warning))
        layout.addStretch(1)
        self._area = _scrolled(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._buttons())
        self.setMinimumWidth(480)

    def _file_row(self) -> Widget:
        row = Widget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        label = QLabel(tr("&Name"))
        label.setBuddy(self.name)
        choose = QPushButton(tr("&Choose …"))
        choose.setAccessibleName(tr("Choose folder and file name"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        layout.addWidget(label)
        layout.addWidget(self.name, 1)
        layout.addWidget(choose)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.add.setObjectName("primary")
        self.add.setDefault(True)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(tr("Cancel"))
        cancel.setAccessibleName(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _scrolled(inner: Widget) -> QScrollArea:
    """All of it where there is room, else as much as the screen can hold."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(tr("Decisions"))
    return area


def _part_in_words(project: DubProject) -> str:
    if project.in_out is None or project.footage is None:
        return tr("From in to out point (none are set)")
    rate = project.footage.rate
    first, last = timecode(project.in_out.start, rate), timecode(project.in_out.stop - 1, rate)
    return tr("From {first} to {last}").format(first=first, last=last)
