"""The licences of weights, shown before those are fetched: nothing comes without a yes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.language import tr
from app.widgets.section import muted

if TYPE_CHECKING:
    from core.weights_list import WeightsEntry


class LicenceDialog(QDialog):
    """Shows what the authors of sets state, their size and where they come from; `accepted` when a person says yes."""

    def __init__(self, title: str, entries: Sequence[WeightsEntry], parent: QWidget) -> None:
        super().__init__(parent)
        from core.weights_list import in_bytes

        self.setWindowTitle(tr("Get weights"))
        self.setMinimumWidth(480)
        name = QLabel(title)
        name.setObjectName("title")
        name.setWordWrap(True)
        places = ", ".join(dict.fromkeys(entry.set.repository for entry in entries))
        size = in_bytes(sum(entry.bytes - entry.begun for entry in entries))
        text = QPlainTextEdit("\n\n".join(f"{entry.set.title}\n{entry.set.licence}" for entry in entries))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(tr("Licence"))
        text.setMinimumHeight(80)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(name)
        layout.addWidget(muted(tr("{size}, from {places}").format(size=size, places=places)))
        layout.addWidget(QLabel(tr("Licence, as its authors state it:")))
        layout.addWidget(text, 1)
        layout.addWidget(self._buttons(any(entry.set.ask for entry in entries)))
        wanted = QSize(620, 340 if len(entries) == 1 else 480)
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _buttons(self, asks: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = tr("Accept and get") if asks else tr("Get")
        buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        return buttons
