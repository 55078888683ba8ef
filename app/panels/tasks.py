"""The foot of the window: what is being computed, and what an export brought. Knows no worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.tasks import Tasks
from app.widgets.section import muted
from app.widgets.task_row import TaskRow
from app.worker import PREPARING, Task
from core.job import Progress
from core.timing import timecode

if TYPE_CHECKING:
    from core.report import ExportReport, PassedRange

_PATIENCE_MS = 300
"""Work that ends within this time is not shown: what flickers says nothing."""


_LINES = 5
"""Ranges of frames that are seen at once; the others are scrolled to."""


class TaskPanel(QWidget):
    """One row for every task that takes a while, and one for every film that was exported."""

    chosen = Signal(int)
    """The person wants to see this frame."""

    def __init__(self, tasks: Tasks, icons: Callable[[str], QIcon], open_folder: Callable[[Path], None]) -> None:
        super().__init__()
        self.setObjectName("tasks")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._open_folder = open_folder
        self._rows: dict[Task, TaskRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        tasks.began.connect(self._begin)
        tasks.progressed.connect(self._advance)
        tasks.ended.connect(self._end)
        self.hide()

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """Rows of what runs or waits, oldest first."""
        return tuple(self._rows.values())

    def show_report(self, report: ExportReport) -> None:
        """Tell what an export brought, until it is closed."""
        row = ReportRow(report, self._icons)
        row.chosen.connect(self.chosen)
        row.folder_wanted.connect(partial(self._open_folder, report.out))
        row.closed.connect(partial(self._remove, row))
        self._layout.addWidget(row)
        self.show()

    def _begin(self, task: Task) -> None:
        row = TaskRow(task.title, can_cancel=task.rank != PREPARING, parent=self)
        row.hide()
        row.cancelled.connect(task.cancel)
        self._rows[task] = row
        QTimer.singleShot(_PATIENCE_MS, self, partial(self._reveal, task))

    def _reveal(self, task: Task) -> None:
        row = self._rows.get(task)
        if row is not None:
            self._layout.addWidget(row)
            row.show()
            self.show()

    def _advance(self, task: Task, progress: Progress) -> None:
        row = self._rows.get(task)
        if row is not None:
            row.report(progress.done, progress.total, progress.label, progress.image)

    def _end(self, task: Task) -> None:
        row = self._rows.pop(task, None)
        if row is not None:
            self._remove(row)

    def _remove(self, row: QWidget) -> None:
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(self._layout.count() > 0)


class ReportRow(QWidget):
    """What one export brought: counts, and the list of frames that stayed as they were against the person's wish."""

    chosen = Signal(int)
    folder_wanted = Signal()
    closed = Signal()

    def __init__(self, report: ExportReport, icons: Callable[[str], QIcon]) -> None:
        super().__init__()
        self._icons = icons
        self._mark = "warning" if report.passed else "done"
        self._sign = QLabel()
        self._close = QToolButton()
        self._close.setToolTip("Close report")
        self._close.setAccessibleName("Close report")
        self._close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(QLabel(f"Exported {report.out.name}"))
        facts = muted("\n".join([counted(report), *report.notices]))
        words.addWidget(facts)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        self.list = _passed_list(report)
        self.list.hide()
        self.list.itemActivated.connect(lambda item: self.chosen.emit(report.passed[self.list.row(item)].start))
        self.list.itemClicked.connect(lambda item: self.chosen.emit(report.passed[self.list.row(item)].start))
        if report.passed:
            row.addWidget(self._unfolding())
        row.addWidget(_button("Open folder", self.folder_wanted.emit))
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addLayout(row)
        layout.addWidget(self.list)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when the colours of the window change."""
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self._sign.setPixmap(self._icons(self._mark).pixmap(20, 20))
        self._close.setIcon(self._icons("close"))

    def _unfolding(self) -> QPushButton:
        show = _button("Show frames", lambda: None)
        show.setCheckable(True)
        show.toggled.connect(self.list.setVisible)
        show.toggled.connect(lambda shown: show.setText("Hide frames" if shown else "Show frames"))
        return show


def counted(report: ExportReport) -> str:
    """How many frames became what, in one line."""
    passed = sum(each.stop - each.start for each in report.passed)
    words = [f"{report.frames:,} frames", f"{report.dubbed:,} dubbed"]
    if report.original:
        words.append(f"{report.original:,} without speech")
    words.append(f"{passed:,} could not be dubbed and stay as filmed" if passed else "nothing left out")
    return " · ".join(words)


def _passed_list(report: ExportReport) -> QListWidget:
    rows = QListWidget()
    rows.setAccessibleName("Frames that stay as filmed")
    rows.addItems([_range_in_words(passed, report) for passed in report.passed])
    lines = min(len(report.passed), _LINES)
    rows.setFixedHeight(lines * max(rows.sizeHintForRow(0), 0) + 2 * rows.frameWidth() + 4)
    return rows


def _range_in_words(passed: PassedRange, report: ExportReport) -> str:
    first, last = timecode(passed.start, report.rate), timecode(passed.stop - 1, report.rate)
    frames = passed.stop - passed.start
    when = f"{first} to {last}" if frames > 1 else first
    return f"{when}   {frames:,} {'frames' if frames > 1 else 'frame'}   {passed.reason}"


def _button(text: str, call: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    button.clicked.connect(lambda: call())
    return button
