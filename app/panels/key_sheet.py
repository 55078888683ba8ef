"""The sheet of keys, made from the actions there are and the keys they have now."""

from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.language import tr

_COLUMNS = 2
_BESIDE = 24
"""Pixels between the sheet and the edge of its window."""


class KeySheet(QDialog):
    """Every key and what it does."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_BESIDE, 20, _BESIDE, 16)
        layout.setSpacing(16)
        layout.addWidget(_scrolled(_sheet([action for action in actions.values() if action.shortcuts()])))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(tr("Close"))
        layout.addWidget(buttons)


def name_of(action: QAction) -> str:
    """What an action is called, without what belongs to menus."""
    return action.text().replace("&", "").rstrip(" …")


def native(key: QKeySequence) -> str:
    """A key as it is written on this desktop."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _sheet(actions: list[QAction]) -> QWidget:
    sheet = QWidget()
    sheet.setObjectName("dialog")
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 0, 16, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    half = -(-len(actions) // _COLUMNS)
    for at, action in enumerate(actions):
        column, line = divmod(at, half)
        keys = QLabel(tr(" or ").join(native(key) for key in action.shortcuts()))
        keys.setObjectName("muted")
        grid.addWidget(QLabel(name_of(action)), line, 2 * column)
        grid.addWidget(keys, line, 2 * column + 1)
    return sheet


def _scrolled(sheet: QWidget) -> QScrollArea:
    """The sheet in full where the screen has room for it."""
    area = QScrollArea()
    area.setWidget(sheet)
    area.setWidgetResizable(True)
    area.setAccessibleName(tr("Keys"))
    room = sheet.screen().availableGeometry()
    area.setMinimumWidth(min(sheet.sizeHint().width() + 20, room.width() - 2 * _BESIDE))
    area.setMinimumHeight(min(sheet.sizeHint().height() + 4, room.height() * 2 // 3))
    return area
