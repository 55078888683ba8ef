"""The dock for recording: microphone, meter, the red button, and the takes that were made. Decides nothing."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.language import tr
from app.recording import Recording
from app.widgets.section import heading, muted, scrolled
from core import edit
from core.project import BEST, DubProject, Take
from core.timing import timecode

if TYPE_CHECKING:
    from core.media.devices import Device

_QUIETEST = -60.0
_STARS = ("☆", "★")


class TakesPanel(QDockWidget):
    """Everything of recording."""

    def __init__(self, commands: Commands, recording: Recording, record: QAction) -> None:
        super().__init__(tr("Record"))
        self.setObjectName("record")
        self._commands, self._recording = commands, recording
        self.devices = QComboBox()
        self.devices.setAccessibleName(tr("Microphone"))
        self.level = QProgressBar()
        self.level.setAccessibleName(tr("Level of the microphone"))
        self.level.setRange(0, 100)
        self.level.setTextVisible(False)
        self.clip = QLabel(" ")
        self.clip.setObjectName("warning")
        self.clip.setAccessibleName(tr("Warning of a level that is too high"))
        self.switch = QToolButton()
        self.switch.setDefaultAction(record)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.switch.setObjectName("primary")
        self.switch.setAccessibleName(tr("Record a take"))
        self.count = QLabel()
        self.count.setObjectName("title")
        self.count.setAccessibleName(tr("Count-in"))
        self.told = muted()
        self.takes = QListWidget()
        self.takes.setAccessibleName(tr("Takes"))
        self.use = QPushButton(tr("&Use this take"))
        self.remove = QPushButton(tr("&Remove"))
        self.use.setAccessibleName(tr("Use this take"))
        self.remove.setAccessibleName(tr("Remove this take"))
        self.stars = [self._star(number) for number in range(1, BEST + 1)]
        self._arrange()
        self._connect()
        self._show_running(False)

    def show_project(self, project: DubProject) -> None:
        """Show the takes of a project; the ones that are spoken are named so."""
        spoken = {(clip.voice.path, clip.voice.start) for clip in project.clips}
        rate = project.footage.rate if project.footage is not None else None
        kept = self.takes.currentRow()
        blocked = QSignalBlocker(self.takes)
        self.takes.clear()
        for take in project.takes:
            where = timecode(take.span.start, rate) if rate is not None else ""
            stars = _STARS[1] * take.rating
            is_spoken = "● " if (take.path, take.start) in spoken else "   "
            item = QListWidgetItem(f"{is_spoken}{take.path.stem}   {where}   {stars}".rstrip())
            item.setData(Qt.ItemDataRole.UserRole, take)
            self.takes.addItem(item)
        added = self.takes.count() - 1
        self.takes.setCurrentRow(kept if 0 <= kept <= added else added)
        blocked.unblock()
        self._show_take()

    def _arrange(self) -> None:
        inside = Widget()
        inside.setObjectName("panel")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 12, 14, 12)
        row = QHBoxLayout()
        label = QLabel(tr("&Microphone"))
        label.setBuddy(self.devices)
        row.addWidget(label)
        row.addWidget(self.devices, 1)
        layout.addLayout(row)
        layout.addWidget(self.level)
        layout.addWidget(self.clip)
        button = QHBoxLayout()
        button.addWidget(self.switch)
        button.addWidget(self.count, 1, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(button)
        layout.addWidget(self.told)
        layout.addSpacing(8)
        layout.addWidget(heading(tr("Takes")))
        layout.addWidget(self.takes, 1)
        rating = QHBoxLayout()
        rating.setSpacing(0)
        for star in self.stars:
            rating.addWidget(star)
        rating.addStretch()
        layout.addLayout(rating)
        buttons = QHBoxLayout()
        buttons.addWidget(self.use)
        buttons.addWidget(self.remove)
        layout.addLayout(buttons)
        self.setWidget(scrolled(inside, tr("Record")))
        self.setMinimumWidth(320)

    def _connect(self) -> None:
        recording = self._recording
        self.visibilityChanged.connect(self._look)
        self.devices.currentIndexChanged.connect(self._choose_device)
        self.takes.currentRowChanged.connect(self._show_take)
        self.takes.itemActivated.connect(self._use)
        self.use.clicked.connect(self._use)
        self.remove.clicked.connect(self._remove)
        recording.changed.connect(self._show_running)
        recording.found.connect(self._show_devices)
        recording.metered.connect(self._show_level)
        recording.counted.connect(self._show_count)
        self._commands.desk.document.changed.connect(self._follow)

    def _star(self, number: int) -> QToolButton:
        star = QToolButton()
        star.setText(_STARS[0])
        star.setAccessibleName(tr("Rate this take {number} of {best}").format(number=number, best=BEST))
        star.setToolTip(tr("{number} of {best}; again to take the rating back").format(number=number, best=BEST))
        star.clicked.connect(lambda: self._rate(number))
        return star

    def _follow(self, _: DubProject, project: DubProject) -> None:
        self.show_project(project)

    def _look(self, visible: bool) -> None:
        if visible and self.devices.count() == 0:
            self._recording.look(self._commands.desk.tasks, self._commands.desk.work.microphones)
        elif not self._recording.runs:
            self._recording.listen(visible)

    def _show_devices(self, devices: tuple[Device, ...]) -> None:
        blocked = QSignalBlocker(self.devices)
        self.devices.clear()
        for device in devices:
            self.devices.addItem(device.name, device.name)
        blocked.unblock()
        self.devices.setPlaceholderText("" if devices else tr("None found"))
        self.devices.setToolTip("" if devices else tr("None found: plug one in and open this again"))
        self._choose_device()

    def _choose_device(self) -> None:
        self._recording.listen(False)
        self._recording.device = str(self.devices.currentData() or "")
        if self.devices.count() and self.isVisible():
            self._recording.listen(True)

    def _show_running(self, runs: bool) -> None:
        self.devices.setEnabled(not runs)
        self.count.setText("")
        hint = tr("Three beeps, then speak. Use headphones. Space or R ends the take.")
        idle = tr("Records from the playhead on, or between in and out.")
        self.told.setText(hint if runs else idle)
        if not runs and self.isVisible():
            self._recording.listen(bool(self.devices.count()))

    def _show_level(self, level: float, clipped: bool) -> None:
        decibels = 20 * log10(max(level, 1e-6))
        self.level.setValue(round(100 * min(max(1 - decibels / _QUIETEST, 0.0), 1.0)))
        if clipped:
            self.clip.setText(tr("⚠ Too loud: it is distorted. Turn the microphone down."))
        elif level < 0.5:
            self.clip.setText(" ")

    def _show_count(self, seconds: float) -> None:
        self.count.setText(str(int(seconds) + 1) if seconds > 0 else tr("● Speak"))

    def _chosen(self) -> Take | None:
        item = self.takes.currentItem()
        take = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return take if isinstance(take, Take) else None

    def _show_take(self) -> None:
        take = self._chosen()
        for number, star in enumerate(self.stars, 1):
            star.setText(_STARS[take is not None and number <= take.rating])
            star.setEnabled(take is not None)
        self.use.setEnabled(take is not None)
        self.remove.setEnabled(take is not None)

    def _use(self) -> None:
        take = self._chosen()
        if take is not None:
            self._commands.change(tr("Use take"), edit.use_take(take))

    def _remove(self) -> None:
        take = self._chosen()
        if take is not None:
            self._commands.change(tr("Remove take"), edit.remove_take(take.path))

    def _rate(self, number: int) -> None:
        take = self._chosen()
        if take is not None:
            rating = 0 if take.rating == number else number
            self._commands.change(tr("Rate take"), edit.rate_take(take.path, rating))
