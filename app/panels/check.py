"""The page of the selfcheck: what was found on this machine, each fault with its remedy. Checks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QIcon, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.tasks import Tasks
from app.upkeep import Upkeep
from app.widgets.section import muted
from app.widgets.sign import Sign
from app.words import noticed
from app.worker import Task
from core.job import Progress

if TYPE_CHECKING:
    from core.selfcheck import Checkup, Finding


class CheckPage(QDialog):
    """A row for everything that was looked at; what is wrong comes first."""

    def __init__(self, errands: Tasks, upkeep: Upkeep, icons: Callable[[str], QIcon], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Check this machine"))
        self.resize(760, 600)
        self._errands, self._upkeep, self._icons = errands, upkeep, icons
        self._checkup: Checkup | None = None
        self._task: Task | None = None
        self.summary = QLabel()
        self.summary.setObjectName("title")
        self.summary.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the check"))
        self.told = muted()
        self.rows = QWidget()
        self.rows.setObjectName("panel")
        self._area = _scrolled(self.rows)
        self.again = QPushButton(tr("Check &again"))
        self.again.setAccessibleName(tr("Check again"))
        self.again.clicked.connect(self.check)
        self.copy = QPushButton(tr("&Copy"))
        self.copy.setAccessibleName(tr("Copy what was found"))
        self.copy.clicked.connect(self._copy)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Check when the page is opened."""
        super().showEvent(event)
        if not event.spontaneous():
            self.check()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits any more."""
        super().hideEvent(event)
        if not event.spontaneous() and self._task is not None:
            self._task.cancel()

    def check(self) -> None:
        """Look at everything."""
        self._show_running(True)
        title = tr("Checking this machine")
        self._task = self._errands.run(
            title, self._upkeep.check(), self._show, on_progress=self._advance, on_error=self._fail
        )

    def _advance(self, progress: Progress) -> None:
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)
        self.told.setText(tr("Looking at: {what}").format(what=noticed(progress.label)))

    def _show(self, checkup: Checkup) -> None:
        self._checkup = checkup
        self._show_running(False)
        stops, faults = sum(found.stops for found in checkup.faults), len(checkup.faults)
        if stops:
            self.summary.setText(tr("Dubwright cannot work here yet. Faults that stop it: {count}").format(count=stops))
        elif faults:
            self.summary.setText(tr("Dubwright works. Things that could be better: {count}").format(count=faults))
        else:
            self.summary.setText(tr("All is well."))
        ordered = sorted(checkup.findings, key=lambda found: (not found.stops or not found.fault, not found.fault))
        self._fill(ordered)

    def _fail(self, error: Exception) -> None:
        self._show_running(False)
        self.summary.setText(tr("The check could not be done."))
        self._errands.fail(error)

    def _show_running(self, runs: bool) -> None:
        if runs:
            self.summary.setText(tr("Looking …"))
        self.progress.setVisible(runs)
        self.told.setVisible(runs)
        self.again.setEnabled(not runs)
        self.copy.setEnabled(not runs)
        self._area.setVisible(not runs)

    def _fill(self, findings: list[Finding]) -> None:
        self.rows = QWidget()
        self.rows.setObjectName("panel")
        grid = QGridLayout(self.rows)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for line, found in enumerate(findings):
            sign, words = Sign(self._icons, _icon(found)), QLabel(_grade(found))
            name = QLabel(_begun(noticed(found.name)))
            sign.setAccessibleName(words.text())
            name.setAccessibleName(f"{name.text()}: {words.text()}")
            text = QLabel("\n".join(noticed(part) for part in (found.value, found.fault, _remedy(found)) if part))
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for column, label in enumerate((sign, name, text, words)):
                grid.addWidget(label, line, column, top)
        grid.setRowStretch(len(findings), 1)
        self._area.setWidget(self.rows)

    def _copy(self) -> None:
        if self._checkup is not None:
            QGuiApplication.clipboard().setText(self._checkup.as_text())

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAccessibleName(tr("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.summary)
        layout.addWidget(self.progress)
        layout.addWidget(self.told)
        layout.addWidget(self._area, 1)
        layout.addStretch(0)
        layout.addWidget(buttons)


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(tr("What was found"))
    return area


def _grade(found: Finding) -> str:
    if not found.fault:
        return tr("OK")
    return tr("stops a dub") if found.stops else tr("could be better")


def _icon(found: Finding) -> str:
    if not found.fault:
        return "done"
    return "error" if found.stops else "warning"


def _remedy(found: Finding) -> str:
    return found.remedy if found.fault else ""


def _begun(name: str) -> str:
    return name[:1].upper() + name[1:]
