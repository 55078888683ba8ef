"""The licence of a set of weights, shown before it is fetched: nothing comes without a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.language import tr
from app.widgets.section import muted

if TYPE_CHECKING:
    from core.weights_list import WeightsEntry


class LicenceDialog(QDialog):
    """Shows what the authors state, the size and where it comes from; `accepted` when the person says yes."""

    def __init__(self, entry: WeightsEntry, parent: QWidget) -> None:
        super().__init__(parent)
        from core.weights_list import in_bytes

        self.setWindowTitle(tr("Get weights"))
        self.setMinimumWidth(560)
        title = QLabel(entry.set.title)
        title.setObjectName("title")
        title.setWordWrap(True)
        size = tr("{size}, from {place}").format(size=in_bytes(entry.bytes - entry.begun), place=entry.set.repository)
        text = QPlainTextEdit(entry.set.licence)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(tr("Licence"))
        text.setFixedHeight(120)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = tr("Accept and get") if entry.set.ask else tr("Get")
        self.accept_button = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(muted(entry.set.purpose))
        layout.addWidget(muted(size))
        layout.addWidget(QLabel(tr("Licence, as its authors state it:")))
        layout.addWidget(text)
        layout.addWidget(buttons)
