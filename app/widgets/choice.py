"""One of several values, by a name that people understand. Knows no meaning of the values."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget


class CalmComboBox(QComboBox):
    """A choice that leaves the wheel to the panel around it: scrolling must not change values in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the panel."""
        event.ignore()


class Choice(QWidget):
    """A title and a list to choose from; `chosen` carries the value."""

    chosen = Signal(object)

    def __init__(self, title: str, tip: str) -> None:
        super().__init__()
        self._values: list[Any] = []
        self._box = CalmComboBox()
        self._box.setAccessibleName(title)
        self._box.setAccessibleDescription(tip)
        self._box.setToolTip(tip)
        self._box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._box.activated.connect(lambda row: self.chosen.emit(self._values[row]))
        label = QLabel(title)
        label.setBuddy(self._box)
        self.setFocusProxy(self._box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label, 2)
        layout.addWidget(self._box, 5)

    @property
    def value(self) -> Any:
        """The value that is shown."""
        return self._values[self._box.currentIndex()]

    def offer(self, names: Mapping[Any, str], pictures: Mapping[Any, QIcon] | None = None) -> None:
        """The values that can be chosen, with their names and, for some, pictures."""
        with QSignalBlocker(self._box):
            self._values = list(names)
            self._box.clear()
            self._box.setIconSize(QSize(20, 20) if pictures else QSize(0, 0))
            for value, name in names.items():
                self._box.addItem((pictures or {}).get(value, QIcon()), name)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is not among those offered is added under its own name."""
        with QSignalBlocker(self._box):
            if value not in self._values:
                self._values.append(value)
                self._box.addItem(str(value))
            self._box.setCurrentIndex(self._values.index(value))
