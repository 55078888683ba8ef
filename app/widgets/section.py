"""A heading with controls under it. Knows nothing of what they are for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget


class Section(QWidget):
    """A part of a panel."""

    def __init__(self, title: str, *controls: QWidget) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(heading(title))
        for control in controls:
            self.add(control)

    def add(self, control: QWidget) -> None:
        """Put one more control under the others."""
        self._layout.addWidget(control)


def scrolled(inner: QWidget, name: str) -> QScrollArea:
    """A panel that scrolls downwards where there is no room for all of it; `name` is for those who listen."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    return area


def heading(text: str) -> QLabel:
    """The name of a section."""
    label = QLabel(text.upper())
    label.setObjectName("heading")
    label.setAccessibleName(text)
    return label


def muted(text: str = "") -> QLabel:
    """A second text: facts, hints."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setWordWrap(True)
    return label
