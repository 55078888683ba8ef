"""The live dock: the face that speaks, the microphone, how loud it is, and how late the picture. Decides nothing."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDockWidget, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from app.live import Live
from app.widgets.section import muted
from app.widgets.video_view import VideoView

if TYPE_CHECKING:
    from core.live.figures import LiveFrame, LiveReport
    from core.media.devices import Device

_EVERY_MS = 100
_QUIETEST = -60.0  # dBFS at which the meter shows nothing
_SLOW = 0.2  # seconds of lateness beyond which the figure says so


class LivePanel(QDockWidget):
    """Everything of a live session; floating, it can be put on another screen."""

    def __init__(self, live: Live) -> None:
        super().__init__("Live")
        self.setObjectName("live")
        self._live = live
        self.picture = VideoView()
        self.picture.setAccessibleName("Live picture")
        self.devices = QComboBox()
        self.devices.setAccessibleName("Microphone")
        self.level = QProgressBar()
        self.level.setAccessibleName("Level of the microphone")
        self.level.setRange(0, 100)
        self.level.setTextVisible(False)
        self.switch = QPushButton()
        self.figures = QLabel()
        self.figures.setAccessibleName("How late the picture is")
        self.told = muted()
        self.told.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._arrange()
        self._connect()
        self._show_running(False)

    def _arrange(self) -> None:
        inside = Widget()
        layout = QVBoxLayout(inside)
        layout.addWidget(self.picture, 1)
        microphone = QHBoxLayout()
        label = QLabel("&Microphone")
        label.setBuddy(self.devices)
        microphone.addWidget(label)
        microphone.addWidget(self.devices, 1)
        layout.addLayout(microphone)
        layout.addWidget(self.level)
        layout.addWidget(self.switch)
        layout.addWidget(self.figures)
        layout.addWidget(self.told)
        self.setWidget(inside)
        self.setMinimumWidth(340)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._switch)
        self.visibilityChanged.connect(self._look)
        self._timer.timeout.connect(self._refresh)
        self._live.changed.connect(self._show_running)
        self._live.found.connect(self._show_devices)
        self._live.pictured.connect(self._show_picture)
        self._live.ended.connect(self._show_report)

    def _switch(self) -> None:
        if self._live.runs:
            self._live.stop()
        else:
            self._live.start(str(self.devices.currentData() or ""))

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
        self.devices.setPlaceholderText("" if devices else "None found: plug one in and open this again")

    def _show_running(self, runs: bool) -> None:
        self.switch.setText("&Stop" if runs else "&Start")
        self.switch.setAccessibleName("Stop the live session" if runs else "Start the live session")
        self.devices.setEnabled(not runs)
        waits = "While you are live, everything else waits: previews, exports and other work go on afterwards."
        self.told.setText(waits if runs else "Start, speak, and the face of the film speaks with you.")
        if runs:
            self._timer.start()
        else:
            self._timer.stop()
            self.picture.show_frame(None, None)
        self._refresh()

    def _refresh(self) -> None:
        self.level.setValue(_share(self._live.level))
        if not self._live.runs:
            self.figures.setText("")
            return
        late = self._live.latency
        mark = " – late" if late > _SLOW else ""
        self.figures.setText(f"{1000 * late:.0f} ms from voice to picture{mark} · {self._live.rate:.0f} pictures/s")

    def _show_picture(self, frame: LiveFrame) -> None:
        self.picture.show_frame(frame.image, None)

    def _show_report(self, report: LiveReport) -> None:
        self.told.setText(
            f"{report.pictures} pictures, {report.dropped} left out. From voice to picture: "
            f"{1000 * report.p50:.0f} ms, at most {1000 * report.p95:.0f} ms in 95 of 100."
        )


def _share(level: float) -> int:
    """A level 0..1 on the meter, which is even in decibels."""
    decibels = 20 * log10(max(level, 1e-6))
    return round(100 * min(max(1 - decibels / _QUIETEST, 0.0), 1.0))
