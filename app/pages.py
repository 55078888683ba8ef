"""The windows about this machine, its weights and the program: made when somebody asks, one of each.

A page that is closed is only hidden: what it began goes on, and its end finds somebody to tell. Knows no page by its
inside.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.upkeep import Page


class Pages(QObject):
    """Makes a page when it is first asked for, and brings it to the front."""

    def __init__(self, makers: dict[Page, Callable[[], QDialog]], parent: QObject) -> None:
        super().__init__(parent)
        self._makers = makers
        self.made: dict[Page, QDialog] = {}

    def show(self, page: Page) -> QDialog:
        """Show a page, at the front and no larger than the screen."""
        if page not in self.made:
            self.made[page] = self._makers[page]()
        dialog = self.made[page]
        dialog.resize(dialog.size().boundedTo(dialog.screen().availableSize()))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog
