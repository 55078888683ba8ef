"""A part of the page of settings: how much room the cache takes, and the button that clears it. Sets nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QWidget

from app.language import tr
from app.tasks import Tasks
from app.upkeep import Upkeep
from app.widgets.section import Section, muted

if TYPE_CHECKING:
    from core.cache_room import CacheRoom, Cleared


class CacheBox(Section):
    """What lies in the cache now. `fail` is told what goes wrong."""

    told_more = Signal()
    """It says something else than before, which may need more room."""

    def __init__(self, errands: Tasks, upkeep: Upkeep, fail: Callable[[Exception], None]) -> None:
        super().__init__(tr("Cache now"))
        self._errands, self._upkeep, self._fail = errands, upkeep, fail
        self.told = muted(f"{tr('Looking …')}\n\n")  # as many lines as there will be
        self.told.setAccessibleName(tr("Room of the cache"))
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.clear = QPushButton(tr("C&lear …"))
        self.clear.setAccessibleName(tr("Clear the cache"))
        self.clear.clicked.connect(self._ask)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        self.add(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Look each time: it has grown meanwhile."""
        super().showEvent(event)
        if not event.spontaneous():
            self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Bring the cache below the limit that was chosen meanwhile."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._errands.run_quietly(self._upkeep.hold_cache(), _nobody)

    def _look(self) -> None:
        self._errands.run(tr("Looking at the cache"), self._upkeep.cache(), self._show, on_error=self._fail_to_look)

    def _show(self, room: CacheRoom) -> None:
        self.clear.setEnabled(room.taken > 0)
        told = [
            str(room.folder),
            tr("{taken} of at most {limit}; {free} are free on this disk.").format(
                taken=_size(room.taken), limit=_size(room.limit), free=_size(room.free)
            ),
        ]
        if room.work:
            told.append(tr("Trainings keep {size} more there.").format(size=_size(room.work)))
        self.told.setText("\n".join(told))
        self.told_more.emit()

    def _fail_to_look(self, error: Exception) -> None:
        self.told.setText(tr("There is no cache to look at."))
        self.clear.setEnabled(False)
        self._fail(error)

    def _ask(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, tr("Clear cache"), tr("Clear the cache?"), parent=self.window())
        removed = tr("Analyses, waveforms and finished mouths go; they are made again when needed, which takes time.")
        kept = tr("Films, voices, takes, projects, weights, trainings and what is open or runs now stay.")
        box.setInformativeText(f"{removed}\n\n{kept}")
        clear = box.addButton(tr("Clear"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        clear.clicked.connect(self._clear)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _clear(self) -> None:
        self.clear.setEnabled(False)
        self._errands.run(
            tr("Clearing the cache"), self._upkeep.clear_cache(), self._cleared, on_error=self._not_cleared
        )

    def _cleared(self, cleared: Cleared) -> None:
        told = tr("{size} were removed.").format(size=_size(cleared.removed))
        if cleared.left:
            told += " " + tr("{size} stay, as they are in use.").format(size=_size(cleared.left))
        self._errands.notice(told)
        self._look()

    def _not_cleared(self, error: Exception) -> None:
        self.clear.setEnabled(True)
        self._fail(error)


def _size(count: int) -> str:
    """Bytes as a person reads them."""
    if count >= 1_000_000_000:
        return tr("{size:.1f} GB").format(size=count / 1e9)
    return tr("{size} MB").format(size=-(-count // 1_000_000))


def _nobody(_: int) -> None:
    """Nobody needs to know how much went."""
