"""One film of the list of exports: what becomes of it, how far it is, and what can be done with it. Knows no queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QProgressBar, QPushButton, QToolButton
from PySide6.QtWidgets import QVBoxLayout as Column

from app.images import small_pixmap
from app.language import tr
from app.widgets.elided import ElidedLabel
from app.widgets.section import muted
from app.widgets.task_row import ProgressWords
from app.words import noticed
from core.export_queue import Export, State
from core.job import Progress
from core.timing import timecode

if TYPE_CHECKING:
    from core.report import ExportReport, PassedRange

_PICTURE = (96, 54)
_LINES = 4
"""Ranges of frames that are seen at once; the others are scrolled to."""

_SIGNS = {State.DONE: "done", State.FAILED: "error", State.STOPPED: "notice"}


class ExportRow(QFrame):
    """Shows one export. Its buttons ask; whoever hears them decides."""

    stopped = Signal()
    again = Signal()
    removed = Signal()
    moved = Signal(int)
    """-1 earlier, 1 later."""

    folder_wanted = Signal()
    chosen = Signal(int)
    """A frame of the film is to be seen."""

    def __init__(self, export: Export, icons: Callable[[str], QIcon]) -> None:
        super().__init__()
        self.setObjectName("export")
        self._icons, self._export, self._mark = icons, export, ""
        self._words = ProgressWords()
        name = export.out.name
        self._sign = QLabel()
        self._title = ElidedLabel()
        self._title.setText(name)
        self._title.setToolTip(str(export.out))
        self.facts = muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of {name}").format(name=name))
        self.picture = QLabel()
        self.picture.setAccessibleName(tr("Newest picture of {name}").format(name=name))
        self.earlier = _arrow("↑", tr("Earlier"), name, lambda: self.moved.emit(-1))
        self.later = _arrow("↓", tr("Later"), name, lambda: self.moved.emit(1))
        self.stop = _button(tr("Stop"), name, self._ask_to_stop)
        self.retry = _button(tr("Again"), name, self.again.emit)
        self.folder = _button(tr("Open folder"), name, self.folder_wanted.emit)
        self.remove = _button(tr("Remove"), name, self.removed.emit)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Frames that stay as filmed"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _: self._choose())
        self.list.itemClicked.connect(lambda _: self._choose())
        self.unfold = _button(tr("Frames that stay …"), name, self._unfold)
        self._arrange()

    def show_export(self, export: Export, held: bool, can_move: tuple[bool, bool]) -> None:
        """Show what became of the export; `held`: nothing goes on for now; `can_move`: earlier, later."""
        before, self._export = self._export, export
        runs = export.state is State.RUNNING
        if not runs or before.state is not State.RUNNING or held:
            self.facts.setText(_state_in_words(export, held))
            self._words = ProgressWords()  # time at rest must not count
        if runs and not before.is_unfinished:
            self.bar.setRange(0, 0)
        if not runs:
            self.bar.setRange(0, 1)
            self.stop.setEnabled(True)
        for part in (self.bar, self.picture):
            part.setVisible(runs)
        self.earlier.setVisible(export.state is State.WAITING)
        self.later.setVisible(export.state is State.WAITING)
        self.earlier.setEnabled(can_move[0])
        self.later.setEnabled(can_move[1])
        self.stop.setVisible(export.is_unfinished)
        self.retry.setVisible(export.state in (State.FAILED, State.STOPPED))
        self.remove.setVisible(not runs and export.state is not State.WAITING)
        self.folder.setVisible(export.state is State.DONE)
        self._show_report(export.report if export.state is State.DONE else None)
        self._mark = "warning" if export.report and export.report.passed else _SIGNS.get(export.state, "")
        self._dress()

    def advance(self, progress: Progress) -> None:
        """Show how far the work is, and the newest picture."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(min(progress.done, progress.total))
        if self.stop.isEnabled():
            self.facts.setText(self._words.of(progress.done, progress.total, progress.label))
        if progress.image is not None:
            self.picture.setPixmap(small_pixmap(progress.image, _PICTURE, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew when the colours of the window change."""
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self._sign.setVisible(bool(self._mark))
        if self._mark:
            self._sign.setPixmap(self._icons(self._mark).pixmap(18, 18))

    def _show_report(self, report: ExportReport | None) -> None:
        self.list.clear()
        self.unfold.setVisible(report is not None and bool(report.passed))
        if report is None or not report.passed:
            self.list.hide()
            return
        self.list.addItems([_range_in_words(passed, report) for passed in report.passed])
        lines = min(len(report.passed), _LINES)
        self.list.setFixedHeight(lines * max(self.list.sizeHintForRow(0), 0) + 2 * self.list.frameWidth() + 4)

    def _unfold(self) -> None:
        shown = self.list.isHidden()
        self.list.setVisible(shown)
        if shown:
            self.list.setFocus()

    def _choose(self) -> None:
        report = self._export.report
        if report is not None:
            self.chosen.emit(report.passed[self.list.currentRow()].start)

    def _ask_to_stop(self) -> None:
        if self._export.state is State.RUNNING:
            self.stop.setEnabled(False)
            self.facts.setText(tr("Stopping …"))
        self.stopped.emit()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._sign, self._title, self.earlier, self.later):
            head.addWidget(part, 1 if part is self._title else 0)
        words = Column()
        words.setSpacing(6)
        words.addWidget(self.facts)
        words.addWidget(self.bar)
        words.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.picture)
        middle.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.stop, self.retry, self.folder, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = Column(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(middle)
        layout.addLayout(buttons)
        layout.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list)
        self.list.hide()


def counted(report: ExportReport) -> str:
    """How many frames became what, in one line."""
    passed = sum(each.stop - each.start for each in report.passed)
    words = [
        tr("{count} frames").format(count=f"{report.frames:,}"),
        tr("{count} dubbed").format(count=f"{report.dubbed:,}"),
    ]
    if report.original:
        words.append(tr("{count} without speech").format(count=f"{report.original:,}"))
    kept = tr("{count} could not be dubbed and stay as filmed").format(count=f"{passed:,}")
    words.append(kept if passed else tr("nothing left out"))
    return " · ".join(words)


def _state_in_words(export: Export, held: bool) -> str:
    if export.fault is not None:
        return " ".join(part for part in map(noticed, (export.fault.message, export.fault.hint)) if part)
    if export.report is not None:
        return "\n".join([counted(export.report), *map(noticed, export.report.notices)])
    if held and export.is_unfinished:
        return tr("Paused")
    if export.state is State.STOPPED:
        return tr("Stopped; nothing was written")
    return tr("Begins …") if export.state is State.RUNNING else tr("Waits")


def _range_in_words(passed: PassedRange, report: ExportReport) -> str:
    first, last = timecode(passed.start, report.rate), timecode(passed.stop - 1, report.rate)
    frames = passed.stop - passed.start
    when = tr("{first} to {last}").format(first=first, last=last) if frames > 1 else first
    count = tr("{count} frames").format(count=f"{frames:,}") if frames > 1 else tr("1 frame")
    return f"{when}   {count}\n{noticed(passed.reason)}"


def _button(text: str, name: str, call: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("small")
    button.setAccessibleName(f"{text}: {name}")
    button.clicked.connect(lambda: call())
    return button


def _arrow(arrow: str, text: str, name: str, call: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(arrow)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(text)
    button.setAccessibleName(f"{text}: {name}")
    button.clicked.connect(lambda: call())
    return button
