"""The sheet of keys, made from the actions there are."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDockWidget, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.actions import rows
from app.language import tr

_COLUMNS = 2


class KeySheet(QDialog):
    """Every key and what it does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        entries = [(row.text.rstrip(" …"), row.keys) for row in rows() if row.keys] + _of_docks(parent)
        half = -(-len(entries) // _COLUMNS)
        for at, (text, keys) in enumerate(entries):
            column, line = divmod(at, half)
            shown = tr(" or ").join(_native(key) for key in keys)
            name = QLabel(shown)
            name.setObjectName("muted")
            grid.addWidget(QLabel(text), line, 2 * column)
            grid.addWidget(name, line, 2 * column + 1)
        layout.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(tr("Close"))
        layout.addWidget(buttons)


def _of_docks(window: QWidget) -> list[tuple[str, tuple[str, ...]]]:
    """What shows a dock, and what a dock does itself."""
    actions = [
        action for dock in window.findChildren(QDockWidget) for action in (dock.toggleViewAction(), *dock.actions())
    ]
    return [(action.text(), (action.shortcut().toString(),)) for action in actions if not action.shortcut().isEmpty()]


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
