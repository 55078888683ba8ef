"""The dock with the list of exports: what is written, what waits, what came of it. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from app.commands import Commands
from app.exports import Exports
from app.language import tr
from app.widgets.export_row import ExportRow
from app.widgets.section import muted, scrolled
from core.export_queue import Export, ExportQueue, State
from core.job import Progress

WIDTH = 340


class ExportsPanel(QDockWidget):
    """A row for every export, in the order in which they are written; the newest list is always the one shown."""

    def __init__(self, commands: Commands, exports: Exports, icons: Callable[[str], QIcon]) -> None:
        super().__init__(tr("Exports"))
        self.setObjectName("exports")
        self._commands, self._exports, self._icons = commands, exports, icons
        self.rows: dict[str, ExportRow] = {}
        self.pause = QPushButton()
        self.pause.clicked.connect(lambda: self._exports.hold(not self._exports.queue.held))
        self.clear = QPushButton(tr("Remove finished"))
        self.clear.setAccessibleName(tr("Remove finished"))
        self.clear.clicked.connect(self._clear)
        self.waiting = muted(tr("Waits until the training has ended: both need the memory of the graphics card."))
        self.anyway = QPushButton(tr("Start &anyway"))
        self.anyway.setAccessibleName(tr("Start the export beside the training"))
        self.anyway.clicked.connect(lambda: self._exports.give_way(False))
        self.empty = muted(tr("Films that you export are listed here. Choose Export film … in the menu File."))
        self._list = QVBoxLayout()
        self._arrange()
        exports.changed.connect(self.show_queue)
        exports.progressed.connect(self._advance)
        self.show_queue(exports.queue)

    def show_queue(self, queue: ExportQueue) -> None:
        """Show another queue; rows of exports that are in both stay."""
        names = [export.id for export in queue.exports]
        for name in [name for name in self.rows if name not in names]:
            row = self.rows.pop(name)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, export in enumerate(queue.exports):
            row = self.rows.get(export.id) or self._new_row(export)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            before = queue.exports[place - 1] if place else None
            can_move = (before is not None and before.state is not State.RUNNING, place < len(names) - 1)
            row.show_export(export, queue.held, can_move)
        self.empty.setVisible(not names)
        for part in (self.waiting, self.anyway):
            part.setVisible(self._exports.waits)
        self.pause.setText(tr("&Resume") if queue.held else tr("&Pause"))
        self.pause.setAccessibleName(tr("Resume exports") if queue.held else tr("Pause exports"))
        self.pause.setEnabled(bool(queue.unfinished))
        self.clear.setEnabled(any(not export.is_unfinished for export in queue.exports))

    def _new_row(self, export: Export) -> ExportRow:
        row = self.rows[export.id] = ExportRow(export, self._icons)
        name = export.id
        row.stopped.connect(lambda: self._exports.stop(name))
        row.again.connect(lambda: self._exports.again(name))
        row.removed.connect(lambda: self._exports.remove(name))
        row.moved.connect(lambda by: self._exports.move(name, by))
        row.folder_wanted.connect(partial(self._commands.show_folder, export.out))
        row.chosen.connect(partial(self._commands.go_to_exported, export.project))
        return row

    def _advance(self, progress: Progress) -> None:
        running = self._exports.queue.running
        if running is not None and not self._exports.queue.held:
            self.rows[running.id].advance(progress)

    def _clear(self) -> None:
        for export in self._exports.queue.exports:
            if export.state in (State.DONE, State.FAILED, State.STOPPED):
                self._exports.remove(export.id)

    def _arrange(self) -> None:
        inside = Widget()
        inside.setObjectName("panel")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.pause)
        buttons.addWidget(self.clear)
        whole.addLayout(buttons)
        whole.addWidget(self.waiting)
        whole.addWidget(self.anyway)
        whole.addWidget(self.empty)
        self._list.setSpacing(8)
        whole.addLayout(self._list)
        whole.addStretch(1)
        area = scrolled(inside, tr("Exports"))
        area.setMinimumWidth(WIDTH)
        self.setWidget(area)
