"""A row of parts that are left out, the last first, where there is no room for them. Knows nothing of what they do."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

_APART = 4


class SpareRow(QWidget):
    """Shows as many of its parts as fit, at its right end; it asks for no room itself.

    What is in it can be had elsewhere as well, from a menu or by a key.
    """

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = parts
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        row.addStretch(1)
        for part in parts:
            row.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again at what fits."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show what there is room for now; to be called when a part says something else than before."""
        needed = 0
        for part in self._parts:
            needed += part.sizeHint().width() + _APART
            part.setVisible(needed <= self.width())
