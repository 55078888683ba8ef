"""A list of files that can be added to by dropping them. Knows the endings that it takes, not what is in the files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

_LINES = 4


class FileList(QListWidget):
    """Shows files by their names, each once, in the order in which they came. Delete takes chosen ones out."""

    changed = Signal()
    """There are other files."""

    def __init__(self, endings: Iterable[str]) -> None:
        super().__init__()
        self._endings = frozenset(endings)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAcceptDrops(True)
        self.setFixedHeight(_LINES * (self.fontMetrics().height() + 9))

    @property
    def files(self) -> list[Path]:
        """The files."""
        return [self.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.count())]

    def add(self, files: Iterable[Path]) -> None:
        """Add files that are not there yet."""
        there = set(self.files)
        for file in (each.absolute() for each in files):
            if file not in there:
                there.add(file)
                item = QListWidgetItem(file.name)
                item.setToolTip(str(file))
                item.setData(Qt.ItemDataRole.UserRole, file)
                self.addItem(item)
        self.changed.emit()

    def remove_chosen(self) -> None:
        """Take chosen files out of the list."""
        for item in self.selectedItems():
            self.takeItem(self.row(item))
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes chosen files out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take films."""
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take films."""
        self._accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what is dropped."""
        self.add(self._taken(event.mimeData()))
        event.acceptProposedAction()

    def _accept(self, event: QDropEvent) -> None:
        if self._taken(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _taken(self, data: QMimeData) -> list[Path]:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return [file for file in files if file.suffix.lower() in self._endings]
