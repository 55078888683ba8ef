"""An icon that says what kind of thing stands beside it, always in the colours of the window. Knows no theme."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel

_SIZE = 18


class Sign(QLabel):
    """Shows the icon of a name; `icons` draws it in the present colours."""

    def __init__(self, icons: Callable[[str], QIcon], name: str) -> None:
        super().__init__()
        self._icons, self._name = icons, name
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw it anew when the colours of the window change."""
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setPixmap(self._icons(self._name).pixmap(_SIZE, _SIZE))
