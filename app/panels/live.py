"""The live dock: the face that speaks, the microphone, how loud it is, and how late the picture. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from math import inf, log10
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDockWidget,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)
from PySide6.QtWidgets import QWidget as Widget

from app.images import to_qimage
from app.language import tr
from app.live import GATE, Live, LiveWish
from app.panels.live_screen import LiveScreen
from app.widgets.section import muted, scrolled
from app.widgets.video_view import VideoView

if TYPE_CHECKING:
    from core.live.figures import LiveFrame, LiveReport
    from core.media.devices import Device

_PICTURE = 160  # pixels
_EVERY_MS = 100
_QUIETEST = -60.0  # dBFS at which the meter shows nothing
_SLOW = 0.2  # seconds of lateness beyond which the figure says so


_NO_GATE = -80  # dBFS; the lowest value of the gate means none


def ask_target(parent: Widget, title: str, suggested: Path) -> Path | None:
    """Ask by the desktop's own dialog where something is saved; None if the person thought better of it."""
    kinds = f"{suggested.suffix} (*{suggested.suffix})"
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    return Path(name).with_suffix(suggested.suffix) if name else None


class LivePanel(QDockWidget):
    """Everything of a live session; floating, it can be put on another screen.

    `ask(parent, title, suggested)` asks where a recording or a snapshot is saved.
    """

    def __init__(self, live: Live, ask: Callable[[Widget, str, Path], Path | None] = ask_target) -> None:
        super().__init__(tr("Live"))
        self.setObjectName("live")
        self._live, self._ask = live, ask
        self._newest: LiveFrame | None = None
        self.whole = LiveScreen()
        self.picture = VideoView()
        self.picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # what is left over
        self.picture.setMinimumHeight(_PICTURE)
        self.picture.setAccessibleName(tr("Live picture"))
        self.devices = QComboBox()
        self.devices.setAccessibleName(tr("Microphone"))
        self.level = QProgressBar()
        self.level.setAccessibleName(tr("Level of the microphone"))
        self.level.setRange(0, 100)
        self.level.setTextVisible(False)
        self.gate = QDoubleSpinBox()
        self.gate.setAccessibleName(tr("Noise gate"))
        self.gate.setDecimals(0)
        self.gate.lineEdit().setTextMargins(6, 0, 0, 0)
        self.gate.setRange(_NO_GATE, -20)
        self.gate.setSuffix(" dB")
        self.gate.setSpecialValueText(tr("off"))
        self.gate.setValue(GATE)
        self.gate.setToolTip(tr("Sound below this level is taken for noise, and the mouth stays at rest"))
        self.monitor = _choice(tr("Hear m&yself"), tr("Your voice, as late as the picture. Use headphones."))
        self.record = _choice(tr("&Record to a file"), tr("A film of the picture and your voice, in sync"))
        self.camera = _choice(tr("Virtual c&amera"), tr("Other programs see the picture as a webcam; needs a driver"))
        self.switch = QPushButton()
        self.switch.setObjectName("primary")
        self.whole_screen = self._action(tr("Live picture on the whole screen"), "Ctrl+Shift+F", self.show_whole_screen)
        self.snap = self._action(tr("Save the live picture"), "Ctrl+Shift+P", self.save_picture)
        self.figures = QLabel()
        self.figures.setAccessibleName(tr("How late the picture is"))
        self.figures.setWordWrap(True)
        self.budget = muted()
        self.budget.setAccessibleName(tr("What the time from voice to picture is made of"))
        self.told = muted()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._arrange()
        self._connect()
        self._show_running(False)

    def _arrange(self) -> None:
        inside = Widget()
        inside.setObjectName("panel")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.picture, 1)
        layout.addLayout(self._sound())
        for control in (self.monitor, self.record, self.camera, self.switch):
            layout.addWidget(control)
        buttons = QHBoxLayout()
        for text, action in ((tr("&Whole screen"), self.whole_screen), (tr("Save &picture …"), self.snap)):
            buttons.addWidget(_button(text, action))
        layout.addLayout(buttons)
        layout.addWidget(self.figures)
        layout.addWidget(self.budget)
        layout.addWidget(self.told)
        self.setWidget(scrolled(inside, tr("Live")))
        self.setMinimumWidth(340)

    def _sound(self) -> QGridLayout:
        """Where the voice comes from, how loud it is, and what counts as noise."""
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for line, (text, control) in enumerate(((tr("Mi&crophone"), self.devices), (tr("Noise ga&te"), self.gate))):
            label = QLabel(text)
            label.setBuddy(control)
            grid.addWidget(label, 2 * line, 0)
            grid.addWidget(control, 2 * line, 1)
        grid.addWidget(self.level, 1, 1)
        return grid

    def _connect(self) -> None:
        self.switch.clicked.connect(self._switch)
        self.visibilityChanged.connect(self._look)
        self._timer.timeout.connect(self._refresh)
        self._live.changed.connect(self._show_running)
        self._live.found.connect(self._show_devices)
        self._live.pictured.connect(self._show_picture)
        self._live.ended.connect(self._show_report)

    def show_whole_screen(self) -> None:
        """Show the live picture on a whole screen; Esc leaves it."""
        self.whole.show_over(self.window())

    def save_picture(self) -> None:
        """Save the picture that is shown now, in full size."""
        frame = self._newest
        if frame is None:
            return
        out = self._ask(self, tr("Save the live picture"), self._suggested(".live.png"))
        if out is not None and not to_qimage(frame.image).save(str(out)):
            self.told.setText(tr("{out} could not be written. Choose another folder.").format(out=out))

    def _suggested(self, ending: str) -> Path:
        film = self._live.film
        return film.with_name(film.stem + ending) if film is not None else Path("dubwright" + ending)

    def _action(self, text: str, keys: str, do: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(do)
        action.setEnabled(False)
        self.addAction(action)
        return action

    def _switch(self) -> None:
        if self._live.runs:
            self._live.stop()
            return
        out = self._ask(self, tr("Record to"), self._suggested(".live.mp4")) if self.record.isChecked() else None
        if self.record.isChecked() and out is None:
            return
        gate = -inf if self.gate.value() == _NO_GATE else self.gate.value()
        device = str(self.devices.currentData() or "")
        self._live.start(LiveWish(device, gate, self.monitor.isChecked(), out, self.camera.isChecked()))

    def _look(self, visible: bool) -> None:
        if visible:
            self.switch.setEnabled(self._live.runs or self._live.can_start)
            if self.devices.count() == 0:
                self._live.look()

    def _show_devices(self, devices: tuple[Device, ...]) -> None:
        chosen = self.devices.currentData()
        self.devices.clear()
        for device in devices:
            self.devices.addItem(device.name, device.name)
        self.devices.setCurrentIndex(max(0, self.devices.findData(chosen)))
        self.devices.setPlaceholderText("" if devices else tr("None found"))
        self.devices.setToolTip("" if devices else tr("None found: plug one in and open this again"))

    def _show_running(self, runs: bool) -> None:
        self.switch.setText(tr("&Stop") if runs else tr("&Start"))
        self.switch.setAccessibleName(tr("Stop the live session") if runs else tr("Start the live session"))
        for control in (self.devices, self.gate, self.monitor, self.record, self.camera):
            control.setEnabled(not runs)
        for action in (self.whole_screen, self.snap):
            action.setEnabled(False)
        waits = tr("While you are live, everything else waits: previews, exports and other work go on afterwards.")
        self.told.setText(waits if runs else tr("Start, speak, and the face of the film speaks with you."))
        if runs:
            self._timer.start()
        else:
            self._timer.stop()
            self._newest = None
            self.picture.show_frame(None, None)
            self.whole.close()
        self._refresh()

    def _refresh(self) -> None:
        self.level.setValue(_share(self._live.level))
        figures = self._live.figures
        if figures is None:
            self.figures.setText("")
            self.budget.setText("")
            return
        late = self._live.latency
        mark = tr(" – late") if late > _SLOW else ""
        half, most = (1000 * figures.latencies.percentile(share) for share in (0.5, 0.95))
        self.figures.setText(
            tr(
                "{late:.0f} ms from voice to picture{mark} · {rate:.0f} pictures/s\n"
                "Half within {half:.0f} ms, 95 % within {most:.0f} ms · {dropped} dropped"
            ).format(
                late=1000 * late, mark=mark, rate=self._live.rate, half=half, most=most, dropped=self._live.dropped
            )
        )
        parts = " · ".join(f"{tr(part.replace('_', '-'))} {1000 * spent:.0f}" for part, spent in figures.parts.items())
        self.budget.setText(tr("On average, in ms: {parts}").format(parts=parts))

    def _show_picture(self, frame: LiveFrame) -> None:
        self._newest = frame
        self.picture.show_frame(frame.image, None)
        self.whole.picture.show_frame(frame.image, None)
        for action in (self.whole_screen, self.snap):
            action.setEnabled(True)

    def _show_report(self, report: LiveReport) -> None:
        self.told.setText(
            tr(
                "{pictures} pictures, {dropped} left out. From voice to picture: "
                "{half:.0f} ms, at most {most:.0f} ms in 95 of 100."
            ).format(pictures=report.pictures, dropped=report.dropped, half=1000 * report.p50, most=1000 * report.p95)
        )


def _choice(text: str, tip: str) -> QCheckBox:
    """A choice that is off at first."""
    box = QCheckBox(text)
    box.setAccessibleName(text.replace("&", ""))
    box.setAccessibleDescription(tip)
    box.setToolTip(tip)
    return box


def _button(text: str, action: QAction) -> QPushButton:
    """A button that does what an action does, and can be used when it can."""
    button = QPushButton(text)
    button.setAccessibleName(action.text())
    button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def _share(level: float) -> int:
    """A level 0..1 on the meter, which is even in decibels."""
    decibels = 20 * log10(max(level, 1e-6))
    return round(100 * min(max(1 - decibels / _QUIETEST, 0.0), 1.0))
