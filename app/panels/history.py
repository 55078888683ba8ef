"""The dock of the history: every step by its name; a click goes to the state after it. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QDockWidget, QListWidget, QListWidgetItem, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from app.document import Document
from app.language import tr
from app.widgets.section import muted

_HERE, _ELSEWHERE = "▸ ", "   "


class HistoryPanel(QDockWidget):
    """The steps, oldest first. The present one has a mark before its name, and is told to those who listen."""

    def __init__(self, document: Document) -> None:
        super().__init__(tr("History"))
        self.setObjectName("history")
        self._document = document
        self.steps = QListWidget()
        self.steps.setAccessibleName(tr("Steps"))
        inside = Widget()
        inside.setObjectName("panel")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(muted(tr("Click a step, or press Enter on it, to go to the state after it.")))
        layout.addWidget(self.steps, 1)
        self.setWidget(inside)
        self.setMinimumWidth(280)
        self.steps.itemClicked.connect(self._go)
        self.steps.itemActivated.connect(self._go)
        document.stepped.connect(self.show_steps)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done while nobody looked."""
        super().showEvent(event)
        self.show_steps()

    def show_steps(self) -> None:
        """Show the steps as they are now, the present one in sight."""
        if not self.isVisible():
            return
        texts, here = self._document.steps, self._document.step
        with QSignalBlocker(self.steps):
            while self.steps.count() > len(texts):
                self.steps.takeItem(self.steps.count() - 1)
            while self.steps.count() < len(texts):
                self.steps.addItem(QListWidgetItem())
            for number, text in enumerate(texts):
                _describe(self.steps.item(number), text or tr("As opened"), number - here)
            self.steps.setCurrentRow(here)
        self.steps.scrollToItem(self.steps.currentItem())

    def _go(self, item: QListWidgetItem) -> None:
        number = self.steps.row(item)
        if number != self._document.step:
            self._document.go(number)


def _describe(item: QListWidgetItem, name: str, distance: int) -> None:
    """The present step has a mark and heavy letters; those that were taken back lean."""
    item.setText((_ELSEWHERE if distance else _HERE) + name)
    font = QFont()
    font.setBold(distance == 0)
    font.setItalic(distance > 0)
    item.setFont(font)
    told = tr("{step}, taken back") if distance > 0 else "{step}" if distance else tr("{step}, present state")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, told.format(step=name))
