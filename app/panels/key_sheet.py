"""The sheet of keys, made from the actions there are and the keys they have now."""

import re
from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.actions import MENUS, Row
from app.language import tr
from app.widgets.section import heading

_COLUMNS = 2
_HEAD = 2
"""Lines of a group beside its keys: a space and its name."""
_BESIDE = 24
"""Pixels between the sheet and the edge of its window."""
_AROUND = 2 * _BESIDE + 40
"""Pixels beside the sheet, its scroll bar among them."""


class KeySheet(QDialog):
    """Every key and what it does."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_BESIDE, 20, _BESIDE, 16)
        layout.setSpacing(16)
        layout.addWidget(_scrolled(_fitting(_groups(actions), self.screen().availableSize().width() - _AROUND)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(tr("Close"))
        layout.addWidget(buttons)


def name_of(action: QAction) -> str:
    """What an action is called at all times, without what belongs to menus."""
    return plain(str(action.data() or action.text())).rstrip(" …")


def plain(text: str) -> str:
    """A text of a menu without the mark of its key, which in some languages stands in brackets behind it."""
    return re.sub(r"\(&.\)", "", text).replace("&", "")


def native(key: QKeySequence) -> str:
    """A key as it is written on this desktop."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _groups(actions: Mapping[str, QAction]) -> list[tuple[str, list[QAction]]]:
    """The actions that have keys, under the names of their menus; those of no menu belong to docks."""
    left = {name: action for name, action in actions.items() if action.shortcuts()}
    groups = []
    for title, entries in MENUS:
        names = [entry.id for entry in entries if isinstance(entry, Row)]
        groups.append((plain(tr(title)), [left.pop(name) for name in names if name in left]))
    groups.append((tr("Docks"), list(left.values())))
    return [(title, its) for title, its in groups if its]


def _fitting(groups: list[tuple[str, list[QAction]]], width: int) -> QWidget:
    """The sheet in as many columns as a width has room for."""
    sheet = _sheet(groups, _COLUMNS)
    return sheet if sheet.sizeHint().width() <= width else _sheet(groups, 1)


def _sheet(groups: list[tuple[str, list[QAction]]], most: int) -> QWidget:
    """The groups in columns of about one height; none is divided between two columns."""
    sheet = QWidget()
    sheet.setObjectName("dialog")
    columns = QHBoxLayout(sheet)
    columns.setContentsMargins(0, 0, 16, 0)
    columns.setSpacing(40)
    lines = sum(len(its) + _HEAD for _, its in groups)
    grid, filled, begun = _column(columns), 0, 0
    for title, its in groups:
        if filled and begun + (len(its) + _HEAD) / 2 > columns.count() * lines / most:
            grid, filled = _column(columns), 0
        _fill(grid, filled, title, its)
        filled += len(its) + _HEAD
        begun += len(its) + _HEAD
    return sheet


def _column(columns: QHBoxLayout) -> QGridLayout:
    grid, column = QGridLayout(), QVBoxLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    column.addLayout(grid)
    column.addStretch(1)
    columns.addLayout(column)
    return grid


def _fill(grid: QGridLayout, line: int, title: str, actions: list[QAction]) -> None:
    if line:
        grid.setRowMinimumHeight(line, 8)
    grid.addWidget(heading(title), line + 1, 0, 1, 2)
    for at, action in enumerate(actions, line + _HEAD):
        keys = QLabel(tr(" or ").join(native(key) for key in action.shortcuts()))
        keys.setObjectName("muted")
        grid.addWidget(QLabel(name_of(action)), at, 0)
        grid.addWidget(keys, at, 1)


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
