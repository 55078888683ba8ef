"""A message across the top of the window, with a word and an icon for how grave it is. Knows no errors."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.language import tr
from app.words import noticed

_KEPT = 20
"""Messages that wait behind the newest, at most."""


class MessageBar(QFrame):
    """Shows the newest message until it is closed, then the one before it; hidden while there is none."""

    def __init__(self, icons: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._kind = "notice"
        self._open: list[tuple[str, str, str]] = []
        self._sign = QLabel()
        self._text = QLabel()
        self._hint = QLabel()
        self._hint.setObjectName("muted")
        for label in (self._text, self._hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAccessibleName(tr("Close message"))
        self._close.setToolTip(tr("Close message"))
        self._close.clicked.connect(self.close_message)
        self._arrange()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def say(self, kind: str, text: str, hint: str) -> None:
        """Show a message, in the language of the person; `kind` is notice, warning or error.

        One that is open already comes to the front.
        """
        message = (kind, noticed(text), noticed(hint))
        self._open = [*(other for other in self._open if other != message), message][-_KEPT:]
        self._show(*message)

    def close_message(self) -> None:
        """Take the newest message away."""
        del self._open[-1:]
        if self._open:
            self._show(*self._open[-1])
        else:
            self.hide()

    def _show(self, kind: str, text: str, hint: str) -> None:
        self._kind = kind
        self._dress()
        word = {"error": tr("Error: "), "warning": tr("Note: ")}.get(kind, "")
        self._text.setText(word + text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{word}{text} {hint}".strip())
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when the colours of the window change."""
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self._sign.setPixmap(self._icons(self._kind).pixmap(20, 20))
        self._close.setIcon(self._icons("close"))

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addLayout(words, 1)
        layout.addWidget(self._close)
