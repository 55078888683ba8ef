"""Which keys belong to the control that has the focus, before any shortcut of the window. Knows no action."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
)

from app.widgets.scrub_bar import ScrubBar

_MOVES = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_PRESSES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class KeyKeeper(QObject):
    """An event filter of the application: a slider keeps its arrows, a button its space bar, a field its letters.

    The bar below the picture is not meant: its arrows are those of the window, which do the same.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the keys of the control that has the focus."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _belongs(watched, event):
            event.accept()
        return False


def _belongs(control: QObject, event: QKeyEvent) -> bool:
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return False
    if isinstance(control, QLineEdit | QAbstractSpinBox | QComboBox | QAbstractItemView):
        return True
    if isinstance(control, QAbstractButton):
        return event.key() in _PRESSES
    return isinstance(control, QAbstractSlider) and not isinstance(control, ScrubBar) and event.key() in _MOVES
